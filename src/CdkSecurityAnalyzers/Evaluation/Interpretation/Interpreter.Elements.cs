using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Library.Queries;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Arrays, lists and dictionaries: what they hold.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitArrayElementReference(IArrayElementReferenceOperation operation, Activation argument)
    {
        var array = Evaluate(operation.ArrayReference, argument);
        if (operation.Indices.Length == 1 && IsFromEndOrRange(operation.Indices[0]))
        {
            return Slice(array, operation.Indices[0], operation, argument);
        }

        return operation.Indices.Length == 1
            ? ReadElement(array, Evaluate(operation.Indices[0], argument), operation)
            : Unknown(UnknownReason.Unsupported, operation);
    }

    /// <summary>
    /// Runs something for the elements of a value, once for each state that its branches may have left; with null when the value is no readable collection.
    /// </summary>
    private Outcome WithContent(Value collection, IOperation origin, Func<ElementsValue?, Outcome> run)
    {
        if (Enumerated(collection, origin) is { } enumerated)
        {
            return WithAlternatives(enumerated, alternative => WithContent(alternative, origin, run));
        }

        if (collection is ConstantValue { Content: string text })
        {
            return run(Characters(text, origin));
        }

        if (collection is DictionaryValue dictionary)
        {
            return WithAlternatives(
                ContentOf(dictionary, DictionaryValue.Content),
                content => run(content is EntriesValue entries ? Pairs(entries, dictionary) : null)
            );
        }

        return collection is SequenceValue sequence
            ? WithAlternatives(ContentOf(sequence, SequenceValue.Content), content => run(content as ElementsValue))
            : run(null);
    }

    /// <summary>
    /// Computes a value from the elements of a collection, for each state that its branches may have left. A collection that cannot be read counts as
    /// open, with one unknown element that stands for all.
    /// </summary>
    internal Value FromElements(Value collection, IOperation origin, Func<ElementsValue, Value> compute) =>
        ForEachAlternative(
            collection,
            alternative =>
            {
                return alternative switch
                {
                    SequenceValue sequence => ForEachAlternative(ContentOf(sequence, SequenceValue.Content), Apply),
                    DictionaryValue dictionary => ForEachAlternative(
                        ContentOf(dictionary, DictionaryValue.Content),
                        content => Apply(content is EntriesValue entries ? Pairs(entries, dictionary) : content)
                    ),
                    ConstantValue { Content: string text } => compute(Characters(text, origin)),
                    _ when Enumerated(alternative, origin) is { } enumerated => FromElements(enumerated, origin, compute),
                    _ => Apply(alternative),
                };

                Value Apply(Value content) =>
                    compute(
                        content as ElementsValue
                            ?? new ElementsValue([new Binding(ElementOf(alternative), default)], isComplete: false, origin)
                    );
            }
        );

    /// <summary>For an object of the program that is a collection, what its own enumerator goes over; null for every other value.</summary>
    private Value? Enumerated(Value collection, IOperation origin)
    {
        if (collection is not ObjectValue { IsGiven: false, Type: { } type } owner || running is not { } frame || !bodies.HasSource(type))
        {
            return null;
        }

        for (var current = type; current is not null && bodies.HasSource(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers("GetEnumerator"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true } method)
                {
                    var site = new Site(origin, frame);
                    return Enter(method, new Binding(owner, site), [], site, enclosing: null);
                }
            }
        }

        return null;
    }

    /// <summary>An element of a collection that cannot be read: unknown for the same reason.</summary>
    private static UnknownValue ElementOf(Value collection) =>
        collection switch
        {
            UnknownValue unknown => Unknown(unknown.Reason, collection.Origin, unknown.Name),
            CallValue call => Unknown(UnknownReason.RuntimeCall, collection.Origin, call.Method.Name),
            MemberValue member => Unknown(UnknownReason.RuntimeCall, collection.Origin, member.Member.Name),
            _ => Unknown(UnknownReason.Loop, collection.Origin),
        };

    /// <summary>What a collection holds; past the number of alternatives that are told apart, everything that it may hold.</summary>
    private static Value ContentOf(HeapValue collection, object key)
    {
        if (!collection.TryGet(key, out var content))
        {
            return UnsetValue.Instance;
        }

        if (content.Value is not ChoiceValue choice || CountAlternatives(choice) <= Bounds.Alternatives)
        {
            return CollectionTypes.IsSorted(collection.Type) ? InOrder(content.Value) : content.Value;
        }

        var all = ImmutableArray.CreateBuilder<Binding>();
        CollectElements(choice, all);
        return new ElementsValue([.. all.Distinct()], isComplete: false, collection.Origin);
    }

    private static Value InOrder(Value content) =>
        content switch
        {
            ElementsValue elements => Orderings.Positions(elements.Elements, comparer: null, isDescending: false) is { } order
                ? new ElementsValue([.. order.Select(position => elements.Elements[position])], elements.IsComplete, elements.Origin)
                : new ElementsValue(elements.Elements, isComplete: false, elements.Origin),
            EntriesValue entries => Orderings.Positions(
                [.. entries.Entries.Select(entry => entry.Key)],
                comparer: null,
                isDescending: false
            )
                is { } order
                ? new EntriesValue([.. order.Select(position => entries.Entries[position])], entries.IsComplete, entries.Origin)
                : entries,
            ChoiceValue choice => new ChoiceValue(
                choice.Condition,
                choice.WhenTrue with
                {
                    Value = InOrder(choice.WhenTrue.Value),
                },
                choice.WhenFalse with
                {
                    Value = InOrder(choice.WhenFalse.Value),
                }
            ),
            _ => content,
        };

    private static ElementsValue Characters(string text, IOperation origin) =>
        new([.. text.Select(character => new Binding(new ConstantValue(character, origin), default))], isComplete: true, origin);

    private static void CollectElements(Value content, ImmutableArray<Binding>.Builder all)
    {
        if (content is ChoiceValue choice)
        {
            CollectElements(choice.WhenTrue.Value, all);
            CollectElements(choice.WhenFalse.Value, all);
        }
        else if (content is ElementsValue elements)
        {
            all.AddRange(elements.Elements);
        }
    }

    private ElementsValue Pairs(EntriesValue entries, DictionaryValue dictionary) =>
        new(
            ImmutableArray.CreateRange(
                entries.Entries,
                entry =>
                {
                    var pair = heap.Born(new ObjectValue(type: null, dictionary.Site));
                    heap.Set(pair, "Key", entry.Key);
                    heap.Set(pair, "Value", entry.Value);
                    heap.Set(pair, TupleMember(0), entry.Key);
                    heap.Set(pair, TupleMember(1), entry.Value);
                    return new Binding(pair, entry.Value.Site);
                }
            ),
            entries.IsComplete,
            entries.Origin
        );

    private Value ReadIndexer(IPropertyReferenceOperation operation, Binding receiver, Activation activation)
    {
        if (bodies.HasSource(operation.Property) && operation.Property.GetMethod is { } getter)
        {
            return Call(
                getter,
                receiver,
                BindArguments(operation.Arguments, activation),
                new Site(operation, activation.Frame),
                activation
            );
        }

        return operation.Arguments.Length == 1
            ? ReadElement(receiver.Value, Evaluate(operation.Arguments[0].Value, activation), operation)
            : Unknown(UnknownReason.Unsupported, operation);
    }

    /// <summary>The element at an index, or the entry of a key.</summary>
    internal Value ReadElement(Value collection, Value index, IOperation operation) =>
        ForEachAlternative(collection, alternative => ForEachAlternative(index, key => ReadElementOf(alternative, key, operation)));

    private Value ReadElementOf(Value collection, Value key, IOperation operation) =>
        collection switch
        {
            DictionaryValue dictionary => FindEntry(dictionary, key, operation, static found => found, () => Throws(operation)),
            SequenceValue sequence => ForEachAlternative(
                ContentOf(sequence, SequenceValue.Content),
                content => content is ElementsValue elements ? ElementAt(elements, key, operation) : Unknown(UnknownReason.Loop, operation)
            ),
            ConstantValue { Content: string text } when key is ConstantValue { Content: int index } && index >= 0 && index < text.Length =>
                new ConstantValue(text[index], operation),
            _ => key is ConstantValue known
                ? GivenMember(collection, $"[{known.Text}]", ReasonOf(collection), operation)
                : Unknown(UnknownReason.RuntimeCall, operation),
        };

    private Value ElementAt(ElementsValue elements, Value key, IOperation operation)
    {
        if (key is ConstantValue { Content: int index } && elements.IsComplete)
        {
            return index >= 0 && index < elements.Elements.Length ? elements.Elements[index].Value : Throws(operation);
        }

        // Groups are found by their key.
        var group = elements.Elements.FirstOrDefault(element =>
            element.Value is SequenceValue grouped && grouped.TryGet("Key", out var own) && IsSameKey(own.Value, key)
        );
        return group.Value
            ?? Unknown(elements.IsComplete && Determinacy.IsDecided(key) ? UnknownReason.Unsupported : UnknownReason.Loop, operation);
    }

    /// <summary>
    /// Computes something of the entry of a key, for each state that branches may have left of the dictionary; unknown when it is not known whether there
    /// is one.
    /// </summary>
    internal Value FindEntry(DictionaryValue dictionary, Value key, IOperation operation, Func<Value, Value> found, Func<Value> missing) =>
        ForEachAlternative(
            ContentOf(dictionary, DictionaryValue.Content),
            content =>
            {
                if (content is not EntriesValue entries || HasEscaped(dictionary))
                {
                    return Unknown(UnknownReason.Loop, operation);
                }

                var entry = entries.Entries.FirstOrDefault(candidate => IsSameKey(candidate.Key.Value, key));
                if (entry.Value.Value is { } value)
                {
                    return found(Settle(value));
                }

                var isDecided =
                    entries.IsComplete
                    && IsComparableKey(key)
                    && entries.Entries.All(candidate => IsComparableKey(candidate.Key.Value))
                    && !dictionary.TryGet(CollectionTypes.Comparer, out _);
                return isDecided
                    ? missing()
                    : Unknown(Determinacy.IsDecided(key) && entries.IsComplete ? UnknownReason.Unsupported : UnknownReason.Loop, operation);
            }
        );

    private static bool HasEscaped(HeapValue value) => value.TryGet(Heap.Escaped, out _);

    /// <summary>Whether it can be told of a key which others it equals.</summary>
    internal static bool IsComparableKey(Value key) => key is ConstantValue or EnumMemberValue;

    /// <summary>Whether two keys are known to be equal.</summary>
    internal static bool IsSameKey(Value left, Value right) =>
        (left, right) switch
        {
            (ConstantValue first, ConstantValue second) => Arithmetic.AreEqual(first.Content, second.Content),
            (EnumMemberValue first, EnumMemberValue second) => SymbolEqualityComparer.Default.Equals(first.Member, second.Member),
            _ => false,
        };
}
