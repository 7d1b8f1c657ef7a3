using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Reading: constants, locals, parameters, the current instance, and the names of members.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitLocalReference(ILocalReferenceOperation operation, Activation argument)
    {
        if (operation.IsDeclaration)
        {
            return Unknown(UnknownReason.Unsupported, operation, operation.Local.Name);
        }

        return OwnerOf(operation.Local, argument).TryGet(operation.Local, out var binding)
            ? binding.Value
            : Unknown(UnknownReason.Unsupported, operation, operation.Local.Name);
    }

    /// <inheritdoc/>
    public override Value VisitParameterReference(IParameterReferenceOperation operation, Activation argument)
    {
        if (OwnerOf(operation.Parameter, argument).TryGet(operation.Parameter, out var binding))
        {
            return binding.Value;
        }

        if (ExtensionBlocks.IsReceiver(operation.Parameter) && ReceiverOf(argument) is { } receiver)
        {
            return receiver.Value;
        }

        // A parameter of a primary constructor that a member captures lives in the instance.
        return InstanceOf(argument) is { } instance && instance.TryGet(operation.Parameter, out binding)
            ? binding.Value
            : GivenMember(InstanceOf(argument) ?? (Value)argument, operation.Parameter.Name, UnknownReason.Parameter, operation);
    }

    /// <inheritdoc/>
    public override Value VisitInstanceReference(IInstanceReferenceOperation operation, Activation argument) =>
        operation.ReferenceKind switch
        {
            InstanceReferenceKind.ImplicitReceiver when initializerTargets.Count > 0 => initializerTargets.Peek(),
            _ => InstanceOf(argument) ?? (Value)Unknown(UnknownReason.Invalid, operation),
        };

    /// <inheritdoc/>
    public override Value VisitFieldReference(IFieldReferenceOperation operation, Activation argument)
    {
        if (operation.Field.ContainingType?.TypeKind == TypeKind.Enum)
        {
            return new EnumMemberValue(operation.Field, operation);
        }

        if (operation.Field.AssociatedSymbol is IPropertySymbol property)
        {
            return ReadStorage(property, operation, argument);
        }

        return operation.Instance is null
            ? ReadStatic(operation.Field, operation, argument)
            : ReadMemberOfEach(operation.Field, BindInstance(operation.Instance, argument), operation, argument);
    }

    /// <inheritdoc/>
    public override Value VisitPropertyReference(IPropertyReferenceOperation operation, Activation argument)
    {
        if (operation.Instance is null)
        {
            return ReadStatic(operation.Property, operation, argument);
        }

        var receiver = BindInstance(operation.Instance, argument);
        return operation.Property.IsIndexer || !operation.Arguments.IsEmpty
            ? ReadIndexer(operation, receiver, argument)
            : ReadMemberOfEach(operation.Property, receiver, operation, argument);
    }

    /// <inheritdoc/>
    public override Value VisitConversion(IConversionOperation operation, Activation argument)
    {
        if (operation.OperatorMethod is { } method && !IsViewOfArray(method))
        {
            var converted = Bind(operation.Operand, argument);
            return Call(
                method,
                receiver: null,
                [new Argument(method.Parameters[0], converted, IsDefault: false)],
                new Site(operation, argument.Frame),
                argument
            );
        }

        var value = Evaluate(operation.Operand, argument);
        if (operation is { IsTryCast: true, Type: { } tried })
        {
            return TryCast(value, argument.Frame.Actual(tried), operation);
        }

        return operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && value is ConstantValue { Content: { } number }
            ? EnumMember(type, number, operation) ?? value
            : value;
    }

    /// <summary>Whether a conversion gives a span of an array, which has the same elements.</summary>
    private static bool IsViewOfArray(IMethodSymbol conversion) =>
        conversion is { Name: "op_Implicit", ContainingType: { Name: "ReadOnlySpan" or "Span", ContainingNamespace.Name: "System" } }
        && conversion.Parameters[0].Type is IArrayTypeSymbol;

    private Value TryCast(Value value, ITypeSymbol type, IOperation operation) =>
        ForEachAlternative(value, alternative => CastOrNull(alternative, type, operation));

    private Value CastOrNull(Value value, ITypeSymbol type, IOperation operation) =>
        value is NullValue
            ? value
            : Choose(
                IsOfType(value, type, operation),
                () => new Binding(value, default),
                () => new Binding(new NullValue(operation), default)
            ).Value;

    /// <inheritdoc/>
    public override Value VisitParenthesized(IParenthesizedOperation operation, Activation argument) =>
        Evaluate(operation.Operand, argument);

    /// <inheritdoc/>
    public override Value VisitAwait(IAwaitOperation operation, Activation argument) => Evaluate(operation.Operation, argument);

    /// <inheritdoc/>
    public override Value VisitDefaultValue(IDefaultValueOperation operation, Activation argument) => Default(operation.Type, operation);

    /// <inheritdoc/>
    public override Value VisitTypeOf(ITypeOfOperation operation, Activation argument) => Unknown(UnknownReason.Unsupported, operation);

    /// <summary>What the compiler knows already, with the declaration as origin when a named constant is read.</summary>
    private Value? Constant(IOperation operation, Activation activation)
    {
        // An assignment of a constant is one too, but it has to be made.
        if (
            !operation.ConstantValue.HasValue
            || operation is IAssignmentOperation or IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum }
        )
        {
            return null;
        }

        if (operation.ConstantValue.Value is not { } content)
        {
            return new NullValue(operation);
        }

        if (operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            return EnumMember(type, content, operation) ?? (Value)new ConstantValue(content, operation);
        }

        return new ConstantValue(content, OriginOfConstant(operation, activation));
    }

    private IOperation OriginOfConstant(IOperation operation, Activation activation) =>
        Visible(operation) switch
        {
            IFieldReferenceOperation field => bodies.Of(field.Field, cancellationToken) ?? operation,
            ILocalReferenceOperation local when OwnerOf(local.Local, activation).TryGet(local.Local, out var binding) => binding
                .Value
                .Origin
                ?? operation,
            var visible => visible,
        };

    private static EnumMemberValue? EnumMember(INamedTypeSymbol type, object content, IOperation operation)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, content))
            {
                return new EnumMemberValue(field, operation);
            }
        }

        return null;
    }

    /// <summary>The activation that holds a local or parameter: the nearest one whose member declares it.</summary>
    private static Activation OwnerOf(ISymbol symbol, Activation activation)
    {
        for (var candidate = activation; candidate is not null; candidate = candidate.Enclosing)
        {
            if (candidate.TryGet(symbol, out _) || SymbolEqualityComparer.Default.Equals(candidate.Frame.Member, symbol.ContainingSymbol))
            {
                return candidate;
            }
        }

        return activation;
    }

    /// <summary>What the member of an extension block that runs, or a function in it, extends in this call; null in a root.</summary>
    private static Binding? ReceiverOf(Activation activation)
    {
        for (var candidate = activation; candidate is not null; candidate = candidate.Enclosing)
        {
            if (candidate.TryGet(Activation.Receiver, out var receiver))
            {
                return receiver;
            }
        }

        return null;
    }

    private static HeapValue? InstanceOf(Activation activation)
    {
        for (var candidate = activation; candidate is not null; candidate = candidate.Enclosing)
        {
            if (candidate.Instance is { } instance)
            {
                return instance;
            }
        }

        return null;
    }
}
