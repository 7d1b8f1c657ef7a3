using System;
using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>
/// Reads the variables of <c>env</c> out of a buildspec that is given as text (CodeBuild User Guide, Build specification reference). It reads what people write
/// there and no more: block mappings whose values stand on their line, and flow mappings, which JSON is too. What it does not understand it leaves out; it reads
/// every line once and never fails.
/// </summary>
internal static class BuildSpecText
{
    private const string Environment = "env";
    private static readonly string[] PlainText = ["variables"];
    private static readonly string[] Stored = ["secrets-manager", "parameter-store"];

    /// <summary>The plain-text variables.</summary>
    public static IEnumerable<BuildSpecVariable> Variables(string text) => VariablesIn(PlainText, text);

    /// <summary>The variables that CodeBuild fetches from Secrets Manager and the Parameter Store; what their value names is not secret.</summary>
    public static IEnumerable<BuildSpecVariable> StoredVariables(string text) => VariablesIn(Stored, text);

    private static IEnumerable<BuildSpecVariable> VariablesIn(string[] sections, string text) =>
        text.TrimStart().StartsWith("{", StringComparison.Ordinal)
            ? FlowMapping.Parse(text)?.Mapping(Environment) is { } environment
                ? sections.SelectMany(section => In(environment.Mapping(section)))
                : []
            : VariablesOfBlocks(sections, text);

    private static IEnumerable<BuildSpecVariable> VariablesOfBlocks(string[] sections, string text)
    {
        var isInEnvironment = false;
        int? variables = null;
        foreach (var line in BuildSpecLine.Of(text))
        {
            if (line.Indentation == 0)
            {
                isInEnvironment = line.Key == Environment;
                variables = null;
                var flow = isInEnvironment ? FlowMapping.Parse(line.Value) : null;
                foreach (var variable in flow is null ? [] : sections.SelectMany(section => In(flow.Mapping(section))))
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
                variables = sections.Contains(line.Key) ? line.Indentation : null;
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
