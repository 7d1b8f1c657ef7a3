using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>Writes the filter groups of a webhook that has none.</summary>
internal static class WebhookProperties
{
    public const string Webhook = "Webhook";

    private const string GroupsOfSource = "WebhookFilters";

    private const string GroupsOfTemplate = "FilterGroups";

    /// <param name="groups">The groups, each as the filters that it is made of.</param>
    public static bool TrySetGroups(ReportedFinding finding, SolutionEdits edits, IReadOnlyList<IReadOnlyList<NewFilter>> groups)
    {
        if (finding.Place(FindingProperties.Triggers) is not { } triggers)
        {
            return false;
        }

        if (finding.IsTemplate && ReferencedTypes.Name(BuildTypes.WebhookFilter, triggers, edits) is { } filter)
        {
            var arrays = groups.Select(group => $"new[] {{ {string.Join(", ", group.Select(item => item.AsEntry(filter)))} }}").ToList();
            return ObjectProperties.TrySet(
                edits,
                triggers,
                finding.Value.Expression,
                GroupsOfTemplate,
                Array(triggers, arrays, asCollection: false),
                IsEmpty
            );
        }

        if (
            finding.IsFilterGroup
            && IsSwitchKnown(triggers)
            && ReferencedTypes.Name(BuildTypes.FilterGroup, triggers, edits) is { } filterGroup
            && ReferencedTypes.Name(BuildTypes.EventAction, triggers, edits) is { } eventAction
        )
        {
            var chains = groups.Select(group => filterGroup + string.Concat(group.Select(item => item.AsCall(eventAction)))).ToList();
            return ObjectProperties.TrySet(
                edits,
                triggers,
                finding.Value.Expression,
                GroupsOfSource,
                Array(triggers, chains, UsesCollectionExpressions(triggers)),
                IsEmpty
            );
        }

        return false;
    }

    /// <summary>Whether the source's webhook is not off in some runs: the CDK refuses groups of a webhook that is off.</summary>
    private static bool IsSwitchKnown(Place triggers) =>
        triggers.Node is not BaseObjectCreationExpressionSyntax creation
        || ObjectProperties.Value(creation, Webhook) is not { } value
        || triggers.Model.GetConstantValue(value).HasValue;

    /// <summary>Whether a value says that there are no groups. Any other one has groups in some run, which are not to be lost.</summary>
    private static bool IsEmpty(ExpressionSyntax value) =>
        value switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression)
                || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
            CollectionExpressionSyntax collection => collection.Elements.Count == 0,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count == 0,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count == 0,
            ArrayCreationExpressionSyntax array => array
                .Type.RankSpecifiers[0]
                .Sizes.All(size => size is LiteralExpressionSyntax { Token.Value: 0 }),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
            PostfixUnaryExpressionSyntax suppressed => IsEmpty(suppressed.Operand),
            _ => false,
        };

    private static Func<string?, string> Array(Place place, List<string> elements, bool asCollection) =>
        indentation =>
        {
            var (created, open, close) = asCollection ? (string.Empty, "[", "]") : ("new[]", "{", "}");
            if (indentation is null || elements.Count == 1)
            {
                var blank = asCollection ? string.Empty : " ";
                return created + blank + open + blank + string.Join(", ", elements) + blank + close;
            }

            var line = Lines.Break(place.Text) + indentation;
            var deeper = Lines.Break(place.Text) + Lines.Deeper(indentation);
            return created
                + (asCollection ? string.Empty : line)
                + open
                + string.Concat(elements.Select(element => deeper + element + ","))
                + line
                + close;
        };

    private static bool UsesCollectionExpressions(Place place) =>
        place.LanguageVersion >= LanguageVersion.CSharp12
        && place.Node.SyntaxTree.GetRoot().DescendantNodes().Any(node => node is CollectionExpressionSyntax);
}
