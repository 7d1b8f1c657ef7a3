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
        if (
            events.Expression is not InvocationExpressionSyntax call
            || Find(events, call) is not { } list
            || Names(events, list) is not { } names
        )
        {
            return false;
        }

        var changes = WebhookEvents.OnPushOnly([.. names.Select((name, index) => (name, index))], item => item.name);
        if (
            list.Owner != call.ArgumentList
            && !call.Span.Contains(list.Owner.Span)
            && !LocalValue.IsReadOnce(events, call.ArgumentList.Arguments[0].Expression)
        )
        {
            WriteOut(
                edits,
                events,
                call,
                changes
                    .Where(item => item.Change != EventChange.Goes)
                    .Select(item => item.Change == EventChange.BecomesPush ? WebhookEvents.Push : item.Event.name)
            );
            return true;
        }

        foreach (var (item, change) in changes)
        {
            if (change == EventChange.Goes)
            {
                edits.In(events).RemoveElement(list, item.index);
            }
            else if (change == EventChange.BecomesPush)
            {
                var element = list.Elements[item.index];
                edits.In(events).Replace(events.At(element).Expression!.Span, Push(events, element, edits));
            }
        }

        return true;
    }

    /// <summary>A list that others read too stays as it is: the call no longer uses it.</summary>
    private static void WriteOut(SolutionEdits edits, Place events, InvocationExpressionSyntax call, IEnumerable<string> names)
    {
        var type = ReferencedTypes.Name(BuildTypes.EventAction, events, edits);
        edits.In(events).Replace(call.ArgumentList.Arguments[0].Span, string.Join(", ", names.Select(name => $"{type}.{name}")));
    }

    private static List<string>? Names(Place events, ElementList list)
    {
        var names = list.Elements.Select(element => NameOf(events, element)).OfType<string>().ToList();
        return names.Count == list.Elements.Count ? names : null;
    }

    private static ElementList? Find(Place events, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count != 1)
        {
            return new ElementList(call.ArgumentList);
        }

        var only = call.ArgumentList.Arguments[0].Expression;
        return events.Model.GetTypeInfo(only).ConvertedType is IArrayTypeSymbol
            ? ElementList.In(only) ?? ElementList.In(LocalValue.Of(events, only))
            : new ElementList(call.ArgumentList);
    }

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
            return ReferencedTypes
                .Find(BuildTypes.EventAction, place)
                ?.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => Equals(field.ConstantValue, value))
                ?.Name;
        }

        return LocalValue.Of(place, expression) is { } declared ? NameOf(place, declared) : null;
    }

    private static string Push(Place place, SyntaxNode element, SolutionEdits edits) =>
        place.At(element).Expression switch
        {
            MemberAccessExpressionSyntax member when IsEnumMember(place, member) => $"{member.Expression}.{WebhookEvents.Push}",
            IdentifierNameSyntax name when IsEnumMember(place, name) => WebhookEvents.Push,
            _ => $"{ReferencedTypes.Name(BuildTypes.EventAction, place, edits)}.{WebhookEvents.Push}",
        };

    private static bool IsEnumMember(Place place, ExpressionSyntax expression) =>
        place.Model.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum };
}
