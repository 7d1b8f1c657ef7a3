using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library.Queries;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods of lists, sets, stacks, queues and immutable collections.</summary>
internal static class SequenceMethods
{
    public static Value? TryCall(LibraryCall call, SequenceValue sequence)
    {
        switch (call.Name)
        {
            case "Add" or "Append" or "Enqueue" or "AddLast" when call.At(0) is { } element:
                return CollectionTypes.IsSet(sequence.Type)
                    ? AddToSet(call, sequence, element)
                    : Change(call, sequence, known => With(known, known.Elements.Add(element)));
            case "Push" or "AddFirst" when call.At(0) is { } element:
                return Change(call, sequence, known => With(known, known.Elements.Insert(0, element)));
            case "AddRange" or "UnionWith" or "Union" when call[0] is { } added:
                return AddRange(call, sequence, added);
            case "Insert" when call.At(1) is { } element:
                return Change(
                    call,
                    sequence,
                    known =>
                        known.IsComplete && call[0] is ConstantValue { Content: int index } && index >= 0 && index <= known.Elements.Length
                            ? With(known, known.Elements.Insert(index, element))
                            : Open(With(known, known.Elements.Add(element)))
                );
            case "SetItem" when IsImmutable(call) && call.At(0) is { } index && call.At(1) is { } element:
                var copy = Copy(call, sequence);
                call.Interpreter.AssignElement(copy, index, element);
                return copy;
            case "Clear":
                return Change(call, sequence, known => new ElementsValue([], isComplete: true, known.Origin));
            case "Reverse" when call.Arguments.IsEmpty:
                return Change(call, sequence, known => With(known, [.. known.Elements.Reverse()]));
            case "Sort":
                return Change(call, sequence, known => Sorted(call, known));
            case "InsertRange" when call[1] is { } added:
                call.Interpreter.FromElements(added, call.Operation, more => Change(call, sequence, known => Inserted(call, known, more)));
                return Nothing(call);
            case "GetRange"
            or "Slice" when call[0] is ConstantValue { Content: int start } && call[1] is ConstantValue { Content: int length }:
                return call.Interpreter.FromElements(
                    sequence,
                    call.Operation,
                    known =>
                        known.IsComplete && start >= 0 && length >= 0 && start <= known.Elements.Length - length
                            ? call.Sequence(ImmutableArray.Create(known.Elements, start, length), isComplete: true)
                            : new UnknownValue(UnknownReason.Loop, call.Operation)
                );
            case "EnsureCapacity" or "TrimExcess":
                return Nothing(call);
            case "ToArray" or "ToList" or "ToImmutable" or "AsReadOnly" or "ToImmutableArray" or "MoveToImmutable" or "DrainToImmutable":
                return call.Interpreter.FromElements(sequence, call.Operation, known => call.Sequence(known.Elements, known.IsComplete));
            case "GetEnumerator" or "AsEnumerable" or "ToBuilder":
                return call.Name is "ToBuilder" ? Copy(call, sequence) : sequence;
            case "ForEach" when call[0] is { } action:
                return ForEach(call, sequence, action);
            case "Contains" when call.Arguments.Length == 1 && call[0] is ConstantValue sought:
                return Contains(call, sequence, sought);
            default:
                return Removals.TryCall(call, sequence) ?? Searches.TryCall(call, sequence);
        }
    }

    /// <summary>Computes the new elements; an immutable collection stays as it is and the result is a new one.</summary>
    public static Value Change(LibraryCall call, SequenceValue sequence, Func<ElementsValue, ElementsValue> change)
    {
        var isImmutable = IsImmutable(call);
        var target = isImmutable ? Copy(call, sequence) : sequence;
        call.Interpreter.Change(target, change);
        return isImmutable ? target : Nothing(call);
    }

    public static ElementsValue With(ElementsValue known, ImmutableArray<Binding> elements) =>
        new(elements, known.IsComplete, known.Origin);

    /// <summary>The result of a method that gives none.</summary>
    private static UnknownValue Nothing(LibraryCall call) => new(UnknownReason.Unsupported, call.Operation);

    private static bool IsImmutable(LibraryCall call) =>
        call.Method.ContainingType is { ContainingType: null } type && type.Name.StartsWith("Immutable", StringComparison.Ordinal);

    private static Value AddRange(LibraryCall call, SequenceValue sequence, Value added)
    {
        var isImmutable = IsImmutable(call);
        var target = isImmutable ? Copy(call, sequence) : sequence;
        if (CollectionTypes.IsSet(sequence.Type))
        {
            call.Interpreter.FromElements(
                added,
                call.Operation,
                more =>
                {
                    foreach (var element in more.Elements)
                    {
                        AddToSet(call, target, element);
                    }

                    if (!more.IsComplete)
                    {
                        call.Interpreter.Change(target, Open);
                    }

                    return target;
                }
            );
        }
        else
        {
            call.Interpreter.AppendAll(target, added, call.Operation);
        }

        return isImmutable ? target : Nothing(call);
    }

    /// <summary>A set takes what it does not hold yet, and tells whether it did.</summary>
    private static Value AddToSet(LibraryCall call, SequenceValue set, Binding element)
    {
        var isImmutable = IsImmutable(call);
        var target = isImmutable ? Copy(call, set) : set;
        var isHeld = element.Value is ConstantValue sought
            ? Contains(call, target, sought)
            : new UnknownValue(UnknownReason.Unsupported, call.Operation);
        if (isHeld is UnknownValue)
        {
            call.Interpreter.Append(target, element);
        }
        else
        {
            call.Interpreter.When(call.Interpreter.Not(isHeld, call.Operation), () => call.Interpreter.Append(target, element));
        }

        return isImmutable ? target
            : isHeld is UnknownValue ? isHeld
            : call.Interpreter.Not(isHeld, call.Operation);
    }

    /// <summary>Whether a collection holds a value; what only its own comparer finds is not known.</summary>
    private static Value Contains(LibraryCall call, SequenceValue sequence, ConstantValue sought) =>
        QueryMethods.Contains(call, sequence, sought) is var held
        && held is ConstantValue { Content: false }
        && sequence.TryGet(CollectionTypes.Comparer, out _)
            ? Nothing(call)
            : held;

    private static ElementsValue Inserted(LibraryCall call, ElementsValue known, ElementsValue added) =>
        known.IsComplete && call[0] is ConstantValue { Content: int index } && index >= 0 && index <= known.Elements.Length
            ? new ElementsValue(known.Elements.InsertRange(index, added.Elements), added.IsComplete, known.Origin)
            : Open(With(known, known.Elements.AddRange(added.Elements)));

    private static ElementsValue Sorted(LibraryCall call, ElementsValue known) =>
        (call.Arguments.IsEmpty || call[0] is NullValue || Orderings.ComparerOf(call, 0) is not null)
        && Orderings.Positions(known.Elements, Orderings.ComparerOf(call, 0), isDescending: false) is { } order
            ? With(known, [.. order.Select(position => known.Elements[position])])
            : Open(known);

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

    private static ElementsValue Open(ElementsValue known) => new(known.Elements, isComplete: false, known.Origin);
}
