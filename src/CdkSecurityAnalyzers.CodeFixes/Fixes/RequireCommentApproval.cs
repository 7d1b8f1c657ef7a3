using System;
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

    /// <summary>Where paths begin that leave <c>Properties.</c> out.</summary>
    private const int PropertiesLength = 11;

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        TrySetProperty(finding, edits) || TryOverride(finding, edits);

    private static bool TrySetProperty(ReportedFinding finding, SolutionEdits edits) =>
        finding.IsTemplate
        && finding.Place(FindingProperties.Triggers) is { } triggers
        && ReferencedTypes.Name(BuildTypes.PullRequestBuildPolicy, triggers, edits) is { } policy
        && ObjectProperties.TrySet(
            edits,
            triggers,
            finding.Value.Expression,
            ApprovalPolicy.Property,
            _ => $"new {policy} {{ {ApprovalPolicy.Requirement} = \"{ApprovalPolicy.AllPullRequests}\" }}"
        );

    private static bool TryOverride(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Place(FindingProperties.Construct) is not { Expression: { } creation } construct
            || Member(construct) != Member(finding.Value)
            || ConstructVariable.Of(construct) is not { } variable
            || IsOverriddenAfter(variable.Statement, construct)
        )
        {
            return false;
        }

        var resource = variable.Name;
        if (!TakesOverrides(construct.Model.GetTypeInfo(creation).Type))
        {
            var forgiving = construct.Model.GetNullableContext(creation.SpanStart).WarningsEnabled() ? "!" : string.Empty;
            resource = $"(({ReferencedTypes.Name(BuildTypes.Resource, construct, edits)}){variable.Name}.Node.DefaultChild{forgiving})";
        }

        if (
            !StatementInsertion.TryInsertAfter(
                edits.In(construct),
                construct.Text,
                variable.Statement,
                $"{resource}.{ApprovalPolicy.Override};"
            )
        )
        {
            return false;
        }

        variable.Introduce(edits.In(construct), construct.Text);
        return true;
    }

    /// <summary>Whether a type is the template's resource itself.</summary>
    private static bool TakesOverrides(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("AddPropertyOverride").Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a later statement replaces or deletes what the inserted one would set.</summary>
    private static bool IsOverriddenAfter(StatementSyntax statement, Place construct)
    {
        var member = Member(construct);
        return member
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.SpanStart > statement.SpanStart
                && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
                && name.EndsWith("Override", StringComparison.Ordinal)
            )
            .Any(call =>
                call.ArgumentList.Arguments.Count > 0
                && construct.ConstantText(call.ArgumentList.Arguments[0].Expression) is { } path
                && $"Properties.{ApprovalPolicy.Path}.".IndexOf(path + ".", StringComparison.Ordinal) is 0 or PropertiesLength
            );
    }

    /// <summary>A construct that another method creates may be one of several: an override of this one would leave the others.</summary>
    private static SyntaxNode Member(Place place) =>
        place.Node.Ancestors().First(node => node is CompilationUnitSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);
}
