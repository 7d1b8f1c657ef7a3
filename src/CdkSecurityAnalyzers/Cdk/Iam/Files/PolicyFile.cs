using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Cdk.Iam.Files;

/// <summary>
/// A policy that stands in a file of its own: a policy document, or what <c>aws accessanalyzer get-generated-policy</c> writes, in which documents stand as
/// strings.
/// </summary>
/// <param name="Statements">Those that have no mistake, in the order of the file.</param>
/// <param name="Problems">The mistakes, in the order of the file.</param>
/// <param name="IsUsable">
/// Whether the statements say no less than the file means to: a statement that allows may be missing, but none that denies or may deny.
/// </param>
internal sealed record PolicyFile(ImmutableArray<JsonObject> Statements, ImmutableArray<JsonProblem> Problems, bool IsUsable)
{
    /// <summary>What the names of the files end with.</summary>
    public const string Suffix = ".policy.json";

    /// <summary>What the names of the classes end with that are made from the files.</summary>
    public const string ClassSuffix = "Policy";

    /// <summary>The same of permissions boundaries.</summary>
    public const string BoundaryClassSuffix = "BoundaryPolicy";

    private const string BoundarySuffix = "boundary" + Suffix;

    /// <summary>Whether the name of a file says that its policy is a permissions boundary, which limits what others grant: <c>build-boundary.policy.json</c>.</summary>
    public static bool IsBoundary(string path) => path.EndsWith(BoundarySuffix, StringComparison.OrdinalIgnoreCase);

    public static bool IsOne(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    public static PolicyFile Read(string text, CancellationToken cancellationToken)
    {
        var grammar = new PolicyGrammar();
        if (ReadValue(JsonReader.Read(text, cancellationToken)) is { } value)
        {
            switch (value)
            {
                case JsonText inner:
                    Check(JsonReader.ReadInside(inner, text, cancellationToken));
                    break;
                case JsonObject response when GeneratedPolicies.AreIn(response):
                    foreach (var generated in GeneratedPolicies.Of(response, grammar))
                    {
                        Check(JsonReader.ReadInside(generated, text, cancellationToken));
                    }

                    break;
                default:
                    grammar.CheckDocument(value, cancellationToken);
                    break;
            }
        }

        return new PolicyFile(
            grammar.Statements.ToImmutableArray(),
            [.. grammar.Problems.OrderBy(static problem => problem.Span.Start)],
            grammar.IsUsable
        );

        void Check(JsonReading reading)
        {
            if (ReadValue(reading) is { } document)
            {
                grammar.CheckDocument(document, cancellationToken);
            }
        }

        JsonValue? ReadValue(JsonReading reading)
        {
            if (reading.Problem is { } problem)
            {
                grammar.Refuse(problem.Message, problem.Span);
            }

            return reading.Value;
        }
    }
}
