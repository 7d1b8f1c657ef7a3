using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Arrays, lists and dictionaries: how they are made.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitArrayCreation(IArrayCreationOperation operation, Activation argument)
    {
        var site = new Site(operation, argument.Frame);
        if (operation.Initializer is { } initializer)
        {
            return NewSequence(operation.Type, site, BindElements(initializer.ElementValues, argument), isComplete: true);
        }

        var size = operation.DimensionSizes.Length == 1 ? Evaluate(operation.DimensionSizes[0], argument) : null;
        if (size is not ConstantValue { Content: int length } || length > Bounds.Elements || length < 0)
        {
            return NewSequence(operation.Type, site, [], isComplete: false);
        }

        var empty = new Binding(DefaultOf((operation.Type as IArrayTypeSymbol)?.ElementType, operation), site);
        return NewSequence(operation.Type, site, [.. Enumerable.Repeat(empty, length)], isComplete: true);
    }

    /// <inheritdoc/>
    public override Value VisitArrayInitializer(IArrayInitializerOperation operation, Activation argument) =>
        NewSequence(operation.Type, new Site(operation, argument.Frame), BindElements(operation.ElementValues, argument), isComplete: true);

    /// <inheritdoc/>
    public override Value VisitCollectionExpression(ICollectionExpressionOperation operation, Activation argument)
    {
        var sequence = NewSequence(operation.Type, new Site(operation, argument.Frame), [], isComplete: true);
        foreach (var element in operation.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                AppendAll(sequence, Evaluate(spread.Operand, argument), spread);
            }
            else
            {
                Append(sequence, Bind(element, argument));
            }
        }

        return sequence;
    }

    /// <summary>A new sequence with known elements.</summary>
    internal SequenceValue NewSequence(ITypeSymbol? type, Site site, ImmutableArray<Binding> elements, bool isComplete)
    {
        var sequence = heap.Born(new SequenceValue(type, site));
        SetElements(sequence, elements, isComplete, site.Operation);
        return sequence;
    }

    /// <summary>A new dictionary with known entries.</summary>
    internal DictionaryValue NewDictionary(ITypeSymbol? type, Site site, ImmutableArray<Entry> entries, bool isComplete)
    {
        var dictionary = heap.Born(new DictionaryValue(type, site));
        heap.Set(dictionary, DictionaryValue.Content, new Binding(new EntriesValue(entries, isComplete, site.Operation), site));
        return dictionary;
    }

    private ImmutableArray<Binding> BindElements(ImmutableArray<IOperation> elements, Activation activation)
    {
        var bound = ImmutableArray.CreateBuilder<Binding>(elements.Length);
        foreach (var element in elements)
        {
            bound.Add(Bind(element, activation));
        }

        return bound.MoveToImmutable();
    }
}
