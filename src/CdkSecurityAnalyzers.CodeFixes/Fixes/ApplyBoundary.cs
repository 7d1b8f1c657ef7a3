using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Bounds the role that a project makes for itself with the CDK's policy for builds of untrusted code.</summary>
internal sealed class ApplyBoundary() : FindingFix(Key, "Apply UntrustedCodeBoundaryPolicy (check what the builds need beyond it)")
{
    public const string Key = nameof(ApplyBoundary);

    private const string IdSuffix = "Boundary";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Text(FindingProperties.HasOwnRole) is null
            || finding.Place(FindingProperties.Construct)
                is not { Expression: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } } construct
            || MemberAround(construct) != MemberAround(finding.Value)
            || ConstructVariable.Of(construct) is not { } variable
            || arguments.Any(static argument => argument.NameColon is not null)
            || ReferencedTypes.Name(BuildTypes.PermissionsBoundary, construct, edits) is not { } boundary
            || ReferencedTypes.Name(BuildTypes.UntrustedCodeBoundaryPolicy, construct, edits) is not { } policy
        )
        {
            return false;
        }

        var id =
            construct.ConstantText(arguments[1].Expression) is { } text && arguments[1].Expression is LiteralExpressionSyntax
                ? SymbolDisplay.FormatLiteral(text + IdSuffix, quote: true)
                : $"{arguments[1].Expression} + \"{IdSuffix}\"";
        if (
            !StatementInsertion.TryInsertAfter(
                edits.In(construct),
                construct.Text,
                variable.Statement,
                $"{boundary}.Of({variable.Name}).Apply(new {policy}({arguments[0].Expression}, {id}));"
            )
        )
        {
            return false;
        }

        variable.Introduce(edits.In(construct), construct.Text);
        return true;
    }

    private static SyntaxNode MemberAround(Place place) =>
        place.Node.Ancestors().First(static node => node is CompilationUnitSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);
}
