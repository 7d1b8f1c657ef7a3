using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The events of <c>FilterGroup.InEventOf(…)</c>: written as arguments, as an array, as a collection expression, or in a local of these.</summary>
internal static class EventList
{
    /// <summary>Replaces the untrusted events by a push; false when an event cannot be told from the code.</summary>
    public static bool TryBuildOnPushOnly(SolutionEdits edits, Place events)
    {
        if (events.Expression is not InvocationExpressionSyntax call || Find(events, call) is not { } list)
        {
            return false;
        }

        var known = new List<(SyntaxNode Element, string Name)>();
        foreach (var element in list.Elements)
        {
            if (NameOf(events, element) is not { } name)
            {
                return false;
            }

            known.Add((element, name));
        }

        var index = 0;
        foreach (var (element, change) in WebhookEvents.OnPushOnly(known, item => item.Name))
        {
            if (change == EventChange.Goes)
            {
                edits.In(events).RemoveElement(list, index);
            }
            else if (change == EventChange.BecomesPush)
            {
                edits.In(events).Replace(events.At(element.Element).Expression!.Span, Push(events, element.Element, edits));
            }

            index++;
        }

        return true;
    }

    private static ElementList? Find(Place events, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count != 1)
        {
            return new ElementList(call.ArgumentList);
        }

        var only = call.ArgumentList.Arguments[0].Expression;
        if (events.Model.GetTypeInfo(only).ConvertedType is not IArrayTypeSymbol)
        {
            return new ElementList(call.ArgumentList);
        }

        return ElementList.In(only) ?? (IsOnlyForEvents(events, only) ? ElementList.In(LocalValue.Of(events, only)) : null);
    }

    /// <summary>Whether a local array goes nowhere else: changing it changes the events of filter groups only.</summary>
    private static bool IsOnlyForEvents(Place events, ExpressionSyntax name) =>
        events.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local
        && name.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member
        && (member is GlobalStatementSyntax ? member.Parent! : member).DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(use => LocalValue.Refers(events, use, local))
            .All(use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var method } }
                && events.Model.GetSymbolInfo(method).Symbol is { Name: "InEventOf" });

    private static string? NameOf(Place place, SyntaxNode element)
    {
        var expression = place.At(element).Expression;
        if (expression is null)
        {
            return null;
        }

        if (place.Model.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member)
        {
            return member.Name;
        }

        if (place.Model.GetConstantValue(expression) is { HasValue: true, Value: { } value })
        {
            return place.Compilation.GetTypeByMetadataName(BuildTypes.EventAction)?
                .GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => Equals(field.ConstantValue, value))?
                .Name;
        }

        return LocalValue.Of(place, expression) is { } declared ? NameOf(place, declared) : null;
    }

    private static string Push(Place place, SyntaxNode element, SolutionEdits edits) => place.At(element).Expression switch
    {
        MemberAccessExpressionSyntax member when IsEnumMember(place, member) => $"{member.Expression}.{WebhookEvents.Push}",
        IdentifierNameSyntax name when IsEnumMember(place, name) => WebhookEvents.Push,
        _ => $"{BuildTypes.Name(BuildTypes.EventAction, place, edits)}.{WebhookEvents.Push}",
    };

    private static bool IsEnumMember(Place place, ExpressionSyntax expression) =>
        place.Model.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum };
}
