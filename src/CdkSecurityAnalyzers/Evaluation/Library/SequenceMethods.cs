using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods of lists, sets and immutable collections.</summary>
internal static class SequenceMethods
{
    public static Value? TryCall(LibraryCall call, SequenceValue sequence)
    {
        var isImmutable = call.Method.ContainingType.Name.StartsWith("Immutable", System.StringComparison.Ordinal);
        switch (call.Name)
        {
            case "Add" or "Append" or "Enqueue" or "AddLast" when call.At(0) is { } element:
                return Change(call, sequence, isImmutable, known => With(known, known.Elements.Add(element)));
            case "AddRange" or "UnionWith" when call[0] is { } added:
                return AddRange(call, sequence, isImmutable, added);
            case "Insert" when call.At(1) is { } element:
                return Change(
                    call,
                    sequence,
                    isImmutable,
                    known =>
                        call[0] is ConstantValue { Content: int index } && index >= 0 && index <= known.Elements.Length
                            ? With(known, known.Elements.Insert(index, element))
                            : Open(known)
                );
            case "Clear":
                return Change(call, sequence, isImmutable, known => new ElementsValue([], isComplete: true, known.Origin));
            case "Reverse" when call.Arguments.IsEmpty:
                return Change(call, sequence, isImmutable, known => With(known, [.. known.Elements.Reverse()]));
            case "RemoveAt" or "Remove" or "RemoveAll" or "RemoveRange" or "Sort":
                return Change(call, sequence, isImmutable, Open);
            case "ToArray" or "ToList" or "ToImmutable" or "AsReadOnly" or "ToImmutableArray":
                return call.Interpreter.FromElements(sequence, call.Operation, known => call.Sequence(known.Elements, known.IsComplete));
            case "ForEach" when call[0] is { } action:
                return ForEach(call, sequence, action);
            case "Contains" when call[0] is ConstantValue sought:
                return QueryMethods.Contains(call, sequence, sought);
            default:
                return null;
        }
    }

    private static Value AddRange(LibraryCall call, SequenceValue sequence, bool isImmutable, Value added)
    {
        var target = isImmutable ? Copy(call, sequence) : sequence;
        call.Interpreter.AppendAll(target, added, call.Operation);
        return isImmutable ? target : Nothing(call);
    }

    private static Value Change(
        LibraryCall call,
        SequenceValue sequence,
        bool isImmutable,
        System.Func<ElementsValue, ElementsValue> change
    )
    {
        var target = isImmutable ? Copy(call, sequence) : sequence;
        call.Interpreter.Change(target, change);
        return isImmutable ? target : Nothing(call);
    }

    private static SequenceValue Copy(LibraryCall call, SequenceValue sequence)
    {
        var copy = call.Interpreter.NewSequence(sequence.Type, call.Site, [], isComplete: true);
        call.Interpreter.AppendAll(copy, sequence, call.Operation);
        return copy;
    }

    private static UnknownValue ForEach(LibraryCall call, SequenceValue sequence, Value action)
    {
        call.Interpreter.FromElements(
            sequence,
            call.Operation,
            known =>
            {
                foreach (var element in known.Elements.Take(Bounds.LoopRounds))
                {
                    call.Interpreter.Invoke(action, [element], call.Site);
                }

                return Nothing(call);
            }
        );
        return Nothing(call);
    }

    private static ElementsValue With(ElementsValue known, ImmutableArray<Binding> elements) =>
        new(elements, known.IsComplete, known.Origin);

    private static ElementsValue Open(ElementsValue known) => new(known.Elements, isComplete: false, known.Origin);

    private static UnknownValue Nothing(LibraryCall call) => new(UnknownReason.RuntimeCall, call.Operation);
}
