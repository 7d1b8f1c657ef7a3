using System;
using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>
/// Reads <c>env.variables</c> out of a buildspec that is given as text (CodeBuild User Guide, Build specification reference). It reads what people write
/// there and no more: block mappings whose values stand on their line, and flow mappings, which JSON is too. What it does not understand it leaves out; it reads
/// every line once and never fails.
/// </summary>
internal static class BuildSpecText
{
    private const string Environment = "env";
    private const string VariablesKey = "variables";

    /// <summary>The plain-text variables.</summary>
    public static IEnumerable<BuildSpecVariable> Variables(string text) =>
        text.TrimStart().StartsWith("{", StringComparison.Ordinal)
            ? In(FlowMapping.Parse(text)?.Mapping(Environment)?.Mapping(VariablesKey))
            : VariablesOfBlocks(text);

    private static IEnumerable<BuildSpecVariable> VariablesOfBlocks(string text)
    {
        var isInEnvironment = false;
        int? variables = null;
        foreach (var line in BuildSpecLine.Of(text))
        {
            if (line.Indentation == 0)
            {
                isInEnvironment = line.Key == Environment;
                variables = null;
                foreach (var variable in isInEnvironment ? In(FlowMapping.Parse(line.Value)?.Mapping(VariablesKey)) : [])
                {
                    yield return variable;
                }
            }
            else if (!isInEnvironment)
            {
                continue;
            }
            else if (variables is { } indentation && line.Indentation > indentation)
            {
                if (line.Scalar is { } value)
                {
                    yield return new BuildSpecVariable(line.Key, value);
                }
            }
            else
            {
                variables = line.Key == VariablesKey ? line.Indentation : null;
                foreach (var variable in variables is null ? [] : In(FlowMapping.Parse(line.Value)))
                {
                    yield return variable;
                }
            }
        }
    }

    private static IEnumerable<BuildSpecVariable> In(FlowMapping? variables) =>
        variables?.Scalars.Select(static entry => new BuildSpecVariable(entry.Key, entry.Value)) ?? [];
}
