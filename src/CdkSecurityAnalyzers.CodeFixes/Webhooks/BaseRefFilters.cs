using System;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>
/// Filters on the branch that a pull request goes to. A push has no such branch, and the CDK refuses the two together: the filter then applies to the
/// branch that is pushed, or goes when the group names that one already.
/// </summary>
internal static class BaseRefFilters
{
    private const string Base = "Base";

    private static readonly string[] HeadFilters = ["AndHeadRefIs", "AndBranchIs", "AndTagIs"];

    public static void BecomeHeadFilters(SolutionEdits edits, Place group)
    {
        var calls = FilterChain.CallsOnGroup(group).ToList();
        var hasHeadFilter = calls.Any(call => HeadFilters.Contains(FilterChain.Name(call).Identifier.ValueText));
        foreach (
            var call in calls.Where(call => FilterChain.Name(call).Identifier.ValueText.StartsWith("And" + Base, StringComparison.Ordinal))
        )
        {
            var name = FilterChain.Name(call);
            if (hasHeadFilter)
            {
                var member = (MemberAccessExpressionSyntax)call.Expression;
                edits.In(group).Delete(TextSpan.FromBounds(member.Expression.Span.End, call.Span.End));
            }
            else
            {
                edits.In(group).Replace(name.Span, HeadName(name.Identifier.ValueText));
            }
        }
    }

    /// <summary>The same for the filters of a group that is an array of filter objects.</summary>
    public static void BecomeHeadFilters(SolutionEdits edits, Place group, ElementList filters)
    {
        const string baseRef = "BASE_REF",
            headRef = "HEAD_REF";
        var types = filters.Elements.Select((element, index) => (Type: FilterEntry.Type(group, element), index)).ToList();
        var hasHeadFilter = types.Any(filter =>
            filter.Type is { } type && group.ConstantText(type) == headRef && !FilterEntry.Excludes(group, filters.Elements[filter.index])
        );
        foreach (var (type, index) in types.Where(filter => filter.Type is { } type && group.ConstantText(type) == baseRef))
        {
            if (hasHeadFilter)
            {
                edits.In(group).RemoveElement(filters, index);
            }
            else
            {
                edits.In(group).Replace(type!.Span, $"\"{headRef}\"");
            }
        }
    }

    private static string HeadName(string name) =>
        name.StartsWith("AndBaseRef", StringComparison.Ordinal) ? name.Replace("BaseRef", "HeadRef") : name.Replace("BaseBranch", "Branch");
}
