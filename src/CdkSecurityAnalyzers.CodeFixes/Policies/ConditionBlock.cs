using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>Conditions as programs write them: a dictionary of operators, and below each a dictionary of keys.</summary>
internal static class ConditionBlock
{
    /// <summary>Adds conditions to those that are written; false when one of the operators is there in a form that is not read.</summary>
    public static bool TryAdd(
        SolutionEdits edits,
        Place place,
        BaseObjectCreationExpressionSyntax written,
        IReadOnlyCollection<NewCondition> conditions
    )
    {
        var operators = new List<(string Key, Func<string?, string> Render)>();
        foreach (var group in conditions.GroupBy(condition => condition.Operator))
        {
            if (DictionaryEntries.Value(place, written, group.Key) is not { } value)
            {
                if (Keys(place, edits, group) is not { } keys)
                {
                    return false;
                }

                operators.Add((group.Key, _ => keys));
            }
            else if (DictionaryEntries.Creation(place, value) is { } known)
            {
                DictionaryEntries.Add(edits, place, known, [.. group.Select(condition => (condition.Key, Text(condition)))]);
            }
            else
            {
                return false;
            }
        }

        if (operators.Count > 0)
        {
            DictionaryEntries.Add(edits, place, written, operators);
        }

        return true;
    }

    /// <summary>The creation of new conditions, for the indentation of its line; null when there is no type to write them with.</summary>
    public static Func<string?, string>? Create(SolutionEdits edits, Place place, IReadOnlyCollection<NewCondition> conditions)
    {
        if (DictionaryEntries.TypeName(place, edits) is not { } type)
        {
            return null;
        }

        var entries = conditions
            .GroupBy(condition => condition.Operator)
            .Select(group => $"[{TextLiteral.Of(group.Key)}] = {Keys(place, edits, group)}")
            .ToList();
        return indentation =>
        {
            if (indentation is null)
            {
                return $"new {type} {{ {string.Join(", ", entries)} }}";
            }

            var line = Lines.Break(place.Text) + indentation;
            var deeper = Lines.Break(place.Text) + Lines.Deeper(indentation);
            return $"new {type}{line}{{{string.Concat(entries.Select(entry => deeper + entry + ","))}{line}}}";
        };
    }

    /// <summary>Whether a key is asked for under any operator.</summary>
    public static bool AsksFor(Place place, BaseObjectCreationExpressionSyntax written, string key) =>
        DictionaryEntries
            .In(place, written)
            .Select(entry => DictionaryEntries.Creation(place, entry.Value))
            .OfType<BaseObjectCreationExpressionSyntax>()
            .SelectMany(keys => DictionaryEntries.In(place, keys))
            .Any(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase));

    private static string? Keys(Place place, SolutionEdits edits, IEnumerable<NewCondition> conditions) =>
        DictionaryEntries.TypeName(place, edits) is { } type ? $"new {type} {{ {string.Join(", ", conditions.Select(Entry))} }}" : null;

    private static string Entry(NewCondition condition) => $"[{TextLiteral.Of(condition.Key)}] = {TextLiteral.Of(condition.Value)}";

    private static Func<string?, string> Text(NewCondition condition) => _ => TextLiteral.Of(condition.Value);
}
