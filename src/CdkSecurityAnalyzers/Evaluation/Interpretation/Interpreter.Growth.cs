using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Arrays, lists and dictionaries: how what they hold changes.</summary>
internal sealed partial class Interpreter
{
    /// <summary>Replaces the elements of a sequence.</summary>
    internal void SetElements(SequenceValue sequence, ImmutableArray<Binding> elements, bool isComplete, IOperation origin)
    {
        var kept = elements.Length <= Bounds.Elements ? elements : ImmutableArray.Create(elements, 0, Bounds.Elements);
        if (kept.Any(element => element.Site.Operation is null))
        {
            // Elements that nothing in the program spells out stand where the collection is made.
            kept = ImmutableArray.CreateRange(
                kept,
                element => element.Site.Operation is null ? element with { Site = sequence.Site } : element
            );
        }

        heap.Set(
            sequence,
            SequenceValue.Content,
            new Binding(new ElementsValue(kept, isComplete && kept.Length == elements.Length, origin), sequence.Site)
        );
    }

    /// <summary>Adds an element at the end.</summary>
    internal void Append(SequenceValue sequence, Binding element) =>
        Change(sequence, known => new ElementsValue(known.Elements.Add(element), known.IsComplete, known.Origin));

    /// <summary>Adds the elements of a collection at the end; an unknown collection leaves the sequence open.</summary>
    internal void AppendAll(SequenceValue sequence, Value collection, IOperation origin) =>
        WithAlternatives(
            collection,
            alternative =>
                WithContent(
                    alternative,
                    origin,
                    added =>
                    {
                        Change(
                            sequence,
                            known =>
                                added is null
                                    ? new ElementsValue(known.Elements, isComplete: false, known.Origin)
                                    : new ElementsValue(
                                        known.Elements.AddRange(added.Elements),
                                        known.IsComplete && added.IsComplete,
                                        known.Origin
                                    )
                        );
                        return Outcome.Next;
                    }
                )
        );

    /// <summary>Computes the new elements from the present ones.</summary>
    internal void Change(SequenceValue sequence, Func<ElementsValue, ElementsValue> change) =>
        WithContent(
            sequence,
            sequence.Site.Operation,
            known =>
            {
                if (known is not null)
                {
                    var changed = change(known);
                    SetElements(sequence, changed.Elements, changed.IsComplete, sequence.Site.Operation);
                }

                return Outcome.Next;
            }
        );

    /// <summary>Computes the new entries from the present ones.</summary>
    internal void ChangeEntries(DictionaryValue dictionary, Func<EntriesValue, EntriesValue> change) =>
        WithAlternatives(
            ContentOf(dictionary, DictionaryValue.Content),
            content =>
            {
                if (content is EntriesValue entries)
                {
                    heap.Set(dictionary, DictionaryValue.Content, new Binding(change(entries), dictionary.Site));
                }

                return Outcome.Next;
            }
        );

    /// <summary>Sets the element at an index or the entry of a key; an unknown index leaves the collection open.</summary>
    internal void AssignElement(Value collection, Binding? index, Binding assigned) =>
        ForEachAlternative(
            collection,
            alternative =>
            {
                var key = index is { } known ? Settle(known.Value) : null;
                switch (alternative)
                {
                    case DictionaryValue dictionary when index is { } given:
                        SetEntry(dictionary, given, assigned);
                        break;
                    case DictionaryValue dictionary:
                        SetEntry(dictionary, assigned, assigned, isKeyKnown: false);
                        break;
                    case SequenceValue sequence:
                        Change(
                            sequence,
                            elements =>
                                key is ConstantValue { Content: int position } && position >= 0 && position < elements.Elements.Length
                                    ? new ElementsValue(elements.Elements.SetItem(position, assigned), elements.IsComplete, elements.Origin)
                                    : new ElementsValue(elements.Elements, isComplete: false, elements.Origin)
                        );
                        break;
                    default:
                        Leave(assigned, Tracing.LeaveKind.Stored);
                        break;
                }

                return assigned.Value;
            }
        );

    /// <summary>Sets the entry of each key that a branch may have chosen, in the world of that key.</summary>
    private void SetEntry(DictionaryValue dictionary, Binding key, Binding assigned) =>
        WithAlternatives(
            key.Value,
            alternative =>
            {
                SetEntry(dictionary, key with { Value = alternative }, assigned, IsComparableKey(alternative));
                return Outcome.Next;
            }
        );

    private void SetEntry(DictionaryValue dictionary, Binding key, Binding assigned, bool isKeyKnown) =>
        ChangeEntries(
            dictionary,
            entries =>
            {
                var kept = entries.Entries.RemoveAll(entry => IsSameKey(entry.Key.Value, key.Value));
                var changed = isKeyKnown ? kept.Add(new Entry(key, assigned)) : kept;
                return new EntriesValue(changed, entries.IsComplete && isKeyKnown, entries.Origin);
            }
        );
}
