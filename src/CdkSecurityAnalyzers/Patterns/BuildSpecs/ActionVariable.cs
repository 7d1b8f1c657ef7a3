using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>
/// A variable that an action of a pipeline gives to its build. The action has them as one text, an array in JSON (CodePipeline User Guide, AWS CodeBuild build
/// and test action reference).
/// </summary>
/// <param name="Type">Where the value comes from; null for a plain text.</param>
internal readonly record struct ActionVariable(string? Name, string Value, string? Type)
{
    /// <summary>The variables of a text; none when it is no such array.</summary>
    public static IEnumerable<ActionVariable> Read(string json) =>
        from entry in FlowMapping.ParseList(json)
        let value = entry.Scalar("value")
        where value is not null
        select new ActionVariable(entry.Scalar("name"), value, entry.Scalar("type"));
}
