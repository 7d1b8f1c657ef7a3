using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>
/// Plain data is copied when it crosses into code without source: what the program changes later is not seen there. What nothing else in the program can
/// reach, because the very argument makes it, needs no copy.
/// </summary>
internal sealed partial class Interpreter
{
    private const int SnapshotDepth = 16;

    // The copies of the snapshot that is being taken, by their originals.
    private readonly Dictionary<Value, Value> copies = [];

    /// <summary>What code without source sees of an argument.</summary>
    private Value Snapshot(Binding argument)
    {
        copies.Clear();
        return Snapshot(argument, depth: 0, isOwnerTemporary: true).Value;
    }

    /// <summary>What code without source sees of a value that the program can still reach.</summary>
    private Value Snapshot(Value value)
    {
        copies.Clear();
        return Snapshot(value, depth: 0, isTemporary: false);
    }

    /// <param name="isOwnerTemporary">Whether nothing but the argument can reach what holds the binding.</param>
    private Binding Snapshot(Binding binding, int depth, bool isOwnerTemporary)
    {
        var value = Snapshot(binding.Value, depth, isOwnerTemporary && IsTemporary(binding));
        return ReferenceEquals(value, binding.Value) ? binding : binding with { Value = value };
    }

    private Value Snapshot(Value value, int depth, bool isTemporary) =>
        value switch
        {
            _ when depth > SnapshotDepth => value,
            ChoiceValue choice => SnapshotAlternatives(choice, depth + 1),
            ElementsValue elements => SnapshotElements(elements, depth + 1, isTemporary),
            EntriesValue entries => SnapshotEntries(entries, depth + 1, isTemporary),
            SequenceValue or DictionaryValue or ObjectValue { IsGiven: false } when IsPlainData((HeapValue)value) => isTemporary
                ? SnapshotInPlace((HeapValue)value, depth + 1)
                : Copy((HeapValue)value, depth + 1),
            _ => value,
        };

    private ChoiceValue SnapshotAlternatives(ChoiceValue choice, int depth)
    {
        var whenTrue = Snapshot(choice.WhenTrue, depth, isOwnerTemporary: false);
        var whenFalse = Snapshot(choice.WhenFalse, depth, isOwnerTemporary: false);
        return whenTrue == choice.WhenTrue && whenFalse == choice.WhenFalse
            ? choice
            : new ChoiceValue(choice.Condition, whenTrue, whenFalse);
    }

    private ElementsValue SnapshotElements(ElementsValue elements, int depth, bool isTemporary)
    {
        var kept = elements.Elements;
        for (var index = 0; index < kept.Length; index++)
        {
            var element = Snapshot(kept[index], depth, isTemporary);
            if (!ReferenceEquals(element.Value, kept[index].Value))
            {
                kept = kept.SetItem(index, element);
            }
        }

        return kept == elements.Elements ? elements : new ElementsValue(kept, elements.IsComplete, elements.Origin);
    }

    private EntriesValue SnapshotEntries(EntriesValue entries, int depth, bool isTemporary)
    {
        var kept = entries.Entries;
        for (var index = 0; index < kept.Length; index++)
        {
            var value = Snapshot(kept[index].Value, depth, isTemporary);
            if (!ReferenceEquals(value.Value, kept[index].Value.Value))
            {
                kept = kept.SetItem(index, kept[index] with { Value = value });
            }
        }

        return kept == entries.Entries ? entries : new EntriesValue(kept, entries.IsComplete, entries.Origin);
    }

    /// <summary>Whether an expression makes its value itself, of parts that it makes itself as well or that are told apart from them.</summary>
    private bool IsTemporary(Binding binding) =>
        binding.Value is HeapValue { Site: var made }
        && made == binding.Site
        && made.Operation switch
        {
            IObjectCreationOperation { Arguments.IsEmpty: true, Type: { } type } => !bodies.HasSource(type),
            IArrayCreationOperation => true,
            ICollectionExpressionOperation collection => !collection.Elements.Any(static element => element is ISpreadOperation),
            _ => false,
        };

    private bool IsPlainData(HeapValue value) =>
        value is SequenceValue or DictionaryValue || (value.Type is { } type && externalCode.IsCopied(type));

    private HeapValue SnapshotInPlace(HeapValue temporary, int depth)
    {
        foreach (var member in temporary.Members)
        {
            var content = SnapshotMember(member.Value, depth, isOwnerTemporary: true);
            if (!ReferenceEquals(content.Value, member.Value.Value))
            {
                heap.Set(temporary, member.Key, content);
            }
        }

        return temporary;
    }

    private HeapValue Copy(HeapValue original, int depth)
    {
        if (copies.TryGetValue(original, out var known))
        {
            return (HeapValue)known;
        }

        HeapValue copy = original switch
        {
            SequenceValue => new SequenceValue(original.Type, original.Site),
            DictionaryValue => new DictionaryValue(original.Type, original.Site),
            _ => new ObjectValue(original.Type, original.Site) { ConstructorArguments = ((ObjectValue)original).ConstructorArguments },
        };
        copies.Add(original, heap.Born(copy));
        foreach (var member in original.Members)
        {
            heap.Set(copy, member.Key, SnapshotMember(member.Value, depth, isOwnerTemporary: false));
        }

        return copy;
    }

    /// <summary>A member's content; the elements of a collection are as reachable as the collection itself.</summary>
    private Binding SnapshotMember(Binding content, int depth, bool isOwnerTemporary) =>
        content.Value is ElementsValue or EntriesValue
            ? content with
            {
                Value = Snapshot(content.Value, depth, isOwnerTemporary),
            }
            : Snapshot(content, depth, isOwnerTemporary);
}
