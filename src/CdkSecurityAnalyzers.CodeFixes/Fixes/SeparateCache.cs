using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps the cache of pull requests apart from that of trusted builds.</summary>
internal sealed class SeparateCache()
    : FindingFix(Key, "Give pull requests a cache prefix of their own (the role still reaches the rest of the bucket)")
{
    public const string Key = nameof(SeparateCache);

    private const string Prefix = "\"pull-requests\"";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Spelling != FindingProperties.Spellings.Build
            || finding.Value.Expression
                is not InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bucket" },
                    ArgumentList: var list
                }
        )
        {
            return false;
        }

        if (list.Arguments.Count == 2)
        {
            return list.Arguments[1].Expression is BaseObjectCreationExpressionSyntax options
                && ObjectProperties.TrySet(edits, finding.Value.At(options), neighbour: null, "Prefix", static _ => Prefix);
        }

        if (list.Arguments.Count != 1 || ReferencedTypes.Name(BuildTypes.BucketCacheOptions, finding.Value, edits) is not { } type)
        {
            return false;
        }

        edits.In(finding.Value).Insert(list.Arguments[0].Span.End, $", new {type} {{ Prefix = {Prefix} }}");
        return true;
    }
}
