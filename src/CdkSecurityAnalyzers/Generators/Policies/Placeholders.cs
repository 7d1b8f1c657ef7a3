using System;
using System.Collections.Generic;
using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>Collects the placeholders of a policy, each of which becomes a parameter.</summary>
internal sealed class Placeholders
{
    private const string Pseudo = "global::Amazon.CDK.Aws.";

    private readonly Dictionary<string, PolicyParameter> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which they were met.</summary>
    public List<PolicyParameter> Parameters { get; } = [];

    public List<JsonProblem> Problems { get; } = [];

    /// <summary>The parameter that fills in a placeholder.</summary>
    /// <param name="placeholder">What stands between the braces.</param>
    public PolicyParameter ParameterFor(string placeholder, JsonSpan span)
    {
        var name = Identifier.OfParameter(placeholder)!;
        if (!byName.TryGetValue(name, out var known))
        {
            byName.Add(name, known = new PolicyParameter(name, placeholder, OfStack(name)));
            Parameters.Add(known);
        }
        else if (known.Placeholder != placeholder)
        {
            Problems.Add(
                new JsonProblem(
                    $"'${{{placeholder}}}' and '${{{known.Placeholder}}}' would be the same parameter '{known.Name}': spell both alike",
                    span
                )
            );
        }

        return known;
    }

    /// <summary>What every stack has and need not be told.</summary>
    private static string? OfStack(string parameter) =>
        parameter switch
        {
            "region" => Pseudo + "REGION",
            "account" => Pseudo + "ACCOUNT_ID",
            "partition" => Pseudo + "PARTITION",
            _ => null,
        };
}
