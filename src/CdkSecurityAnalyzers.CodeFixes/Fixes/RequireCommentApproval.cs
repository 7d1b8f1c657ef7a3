using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets pull requests build only after a comment of somebody with write access.</summary>
internal sealed class RequireCommentApproval() : FindingFix(Key, "Require comment approval for pull requests")
{
    public const string Key = nameof(RequireCommentApproval);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) => TrySetProperty(finding, edits) || TryOverride(finding, edits);

    private static bool TrySetProperty(ReportedFinding finding, SolutionEdits edits) =>
        finding.IsTemplate
        && finding.Place(FindingProperties.Triggers) is { } triggers
        && BuildTypes.Name(BuildTypes.PullRequestBuildPolicy, triggers, edits) is { } policy
        && ObjectProperties.TrySet(
            edits, triggers, finding.Value.Expression, ApprovalPolicy.Property, _ => $"new {policy} {{ {ApprovalPolicy.Requirement} = \"{ApprovalPolicy.AllPullRequests}\" }}");

    private static bool TryOverride(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Place(FindingProperties.Construct) is not { Expression: { } creation } construct
            || Member(construct) != Member(finding.Value)
            || ConstructVariable.Of(construct) is not { } variable)
        {
            return false;
        }

        var resource = variable.Name;
        if (!BuildTypes.Is(construct.Model.GetTypeInfo(creation).Type, BuildTypes.Resource))
        {
            var forgiving = construct.Model.GetNullableContext(creation.SpanStart).WarningsEnabled() ? "!" : string.Empty;
            resource = $"(({BuildTypes.Name(BuildTypes.Resource, construct, edits)}){variable.Name}.Node.DefaultChild{forgiving})";
        }

        if (!StatementInsertion.TryInsertAfter(edits.In(construct), construct.Text, variable.Statement, $"{resource}.{ApprovalPolicy.Override};"))
        {
            return false;
        }

        variable.Introduce(edits.In(construct), construct.Text);
        return true;
    }

    /// <summary>A construct that another method creates may be one of several: an override of this one would leave the others.</summary>
    private static SyntaxNode Member(Place place) => place.Node.Ancestors().First(node => node
        is CompilationUnitSyntax
        or MemberDeclarationSyntax and not GlobalStatementSyntax);
}
