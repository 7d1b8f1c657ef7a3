using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps a build inside of its VPC until somebody says what it needs.</summary>
internal sealed class BlockOutboundTraffic() : FindingFix(Key, "Block outbound traffic (then allow what the build needs)")
{
    public const string Key = nameof(BlockOutboundTraffic);

    private const string Property = "AllowAllOutbound";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Value.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            edits.In(finding.Value).Replace(literal.Span, "false");
            return true;
        }

        // The CDK refuses the switch beside security groups: those say it themselves.
        return finding.Value.Expression
                is {
                    Parent: AssignmentExpressionSyntax
                    {
                        Left: IdentifierNameSyntax { Identifier.ValueText: "Vpc" },
                        Parent.Parent: BaseObjectCreationExpressionSyntax props
                    }
                }
            && ObjectProperties.Value(props, "SecurityGroups") is null
            && ObjectProperties.TrySet(edits, finding.Value.At(props), finding.Value.Expression, Property, static _ => "false");
    }
}
