using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Plain data is copied when it crosses into code without source: what the program changes later is not seen there.</summary>
internal sealed partial class Interpreter
{
    private const int SnapshotDepth = 16;

    private Value Snapshot(Value value) => Snapshot(value, depth: 0, copies: null);

    private Value Snapshot(Value value, int depth, Dictionary<Value, Value>? copies)
    {
        if (depth > SnapshotDepth)
        {
            return value;
        }

        switch (value)
        {
            case ChoiceValue choice:
                return new ChoiceValue(
                    choice.Condition,
                    choice.WhenTrue with
                    {
                        Value = Snapshot(choice.WhenTrue.Value, depth + 1, copies),
                    },
                    choice.WhenFalse with
                    {
                        Value = Snapshot(choice.WhenFalse.Value, depth + 1, copies),
                    }
                );
            case ElementsValue elements:
                return new ElementsValue(
                    ImmutableArray.CreateRange(
                        elements.Elements,
                        element => element with { Value = Snapshot(element.Value, depth + 1, copies) }
                    ),
                    elements.IsComplete,
                    elements.Origin
                );
            case EntriesValue entries:
                return new EntriesValue(
                    ImmutableArray.CreateRange(
                        entries.Entries,
                        entry => entry with { Value = entry.Value with { Value = Snapshot(entry.Value.Value, depth + 1, copies) } }
                    ),
                    entries.IsComplete,
                    entries.Origin
                );
            case SequenceValue or DictionaryValue:
            case ObjectValue { IsGiven: false, Type: not null } when IsPlainData((HeapValue)value):
                return Copy((HeapValue)value, depth, copies ?? []);
            default:
                return value;
        }
    }

    private bool IsPlainData(HeapValue value) => value.Type is { } type && externalCode.IsCopied(type);

    private HeapValue Copy(HeapValue original, int depth, Dictionary<Value, Value> copies)
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
        foreach (var member in original.Members.ToImmutableArray())
        {
            heap.Set(copy, member.Key, member.Value with { Value = Snapshot(member.Value.Value, depth + 1, copies) });
        }

        return copy;
    }
}
