using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Writing: assignments in all their spellings.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitSimpleAssignment(ISimpleAssignmentOperation operation, Activation argument)
    {
        var assigned = Bind(operation.Value, argument);
        if (!isAborted)
        {
            Assign(operation.Target, assigned, argument);
        }

        return assigned.Value;
    }

    /// <inheritdoc/>
    public override Value VisitCompoundAssignment(ICompoundAssignmentOperation operation, Activation argument)
    {
        if (operation.OperatorMethod is { } method && bodies.HasSource(method))
        {
            return CallOperator(method, operation, argument);
        }

        var current = Evaluate(operation.Target, argument);
        var operand = Evaluate(operation.Value, argument);
        if (operation.Type?.TypeKind == TypeKind.Delegate)
        {
            var combined = ForEachAlternative(current, first => Combined(first, operand, operation));
            Assign(operation.Target, new Binding(combined, new Site(operation, argument.Frame)), argument);
            return combined;
        }

        var result =
            operation.OperatorKind == BinaryOperatorKind.Add && operation.Type?.SpecialType == SpecialType.System_String
                ? Concatenate(current, operand, operation)
                : ForEachAlternative(
                    current,
                    left =>
                        ForEachAlternative(
                            operand,
                            right =>
                                Arithmetic.Binary(operation.OperatorKind, left, right, operation)
                                ?? Unknown(UnknownReason.Unsupported, operation)
                        )
                );
        Assign(operation.Target, new Binding(result, new Site(operation, argument.Frame)), argument);
        return result;
    }

    /// <summary>An operator of the program's own: one of an instance changes it, a static one gives the new value.</summary>
    private Value CallOperator(IMethodSymbol method, ICompoundAssignmentOperation operation, Activation activation)
    {
        var target = Bind(operation.Target, activation);
        var operand = Bind(operation.Value, activation);
        var site = new Site(operation, activation.Frame);
        if (!method.IsStatic)
        {
            ForEachAlternative(
                target.Value,
                alternative =>
                    Call(
                        method,
                        target with
                        {
                            Value = alternative,
                        },
                        [new Argument(method.Parameters[0], operand, IsDefault: false)],
                        site,
                        activation
                    )
            );
            return target.Value;
        }

        var result = Call(
            method,
            receiver: null,
            [new Argument(method.Parameters[0], target, IsDefault: false), new Argument(method.Parameters[1], operand, IsDefault: false)],
            site,
            activation
        );
        Assign(operation.Target, new Binding(result, site), activation);
        return result;
    }

    /// <inheritdoc/>
    public override Value VisitEventAssignment(IEventAssignmentOperation operation, Activation argument)
    {
        var handler = Bind(operation.HandlerValue, argument);
        if (
            operation is { Adds: true, EventReference: IEventReferenceOperation { Instance: { } instance, Event: var added } }
            && Evaluate(instance, argument) is ObjectValue { IsGiven: false } owner
            && bodies.HasSource(added)
        )
        {
            var current = owner.TryGet(added.OriginalDefinition, out var known) ? Settle(known.Value) : new NullValue(operation);
            heap.Set(owner, added.OriginalDefinition, handler with { Value = Combined(current, handler.Value, operation) });
        }
        else
        {
            Escape(handler);
        }

        return Unknown(UnknownReason.Unsupported, operation);
    }

    /// <inheritdoc/>
    public override Value VisitEventReference(IEventReferenceOperation operation, Activation argument) =>
        operation.Instance is { } instance && Evaluate(instance, argument) is ObjectValue { IsGiven: false } owner
            ? owner.TryGet(operation.Event.OriginalDefinition, out var handlers)
                ? Settle(handlers.Value)
                : new NullValue(operation)
            : Unknown(UnknownReason.SharedState, operation, operation.Event.Name);

    /// <summary>Two delegates added up.</summary>
    private static Value Combined(Value first, Value second, IOperation operation) =>
        first is NullValue ? second
        : second is NullValue ? first
        : new DelegateListValue(first, second, operation);

    /// <inheritdoc/>
    public override Value VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, Activation argument)
    {
        var before = Evaluate(operation.Target, argument);
        var after = Arithmetic.Step(operation, before) ?? Unknown(UnknownReason.Unsupported, operation);
        Assign(operation.Target, new Binding(after, new Site(operation, argument.Frame)), argument);
        return operation.IsPostfix ? before : after;
    }

    /// <inheritdoc/>
    public override Value VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, Activation argument)
    {
        var value = Bind(operation.Value, argument);
        Deconstruct(operation.Target, value, argument);
        return value.Value;
    }

    private void Deconstruct(IOperation target, Binding value, Activation activation)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation tuple)
        {
            Assign(target, value, activation);
            return;
        }

        if (Settle(value.Value) is ObjectValue { Type: { } type } && OwnDeconstruct(type, tuple.Elements.Length) is { } method)
        {
            Call(method, value, [], new Site(tuple, activation.Frame), activation);
            var callee = returned;
            returned = null;
            for (var index = 0; index < tuple.Elements.Length; index++)
            {
                var left =
                    callee is not null && callee.TryGet(method.OriginalDefinition.Parameters[index], out var given)
                        ? given.Value
                        : Unknown(UnknownReason.TooDeep, tuple);
                Deconstruct(tuple.Elements[index], value with { Value = left }, activation);
            }

            return;
        }

        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var part = PartOf(value.Value, index) is { } element
                ? value with
                {
                    Value = element,
                }
                : value with
                {
                    Value = Unknown(UnknownReason.Unsupported, tuple),
                };
            Deconstruct(tuple.Elements[index], part, activation);
        }
    }

    private IMethodSymbol? OwnDeconstruct(ITypeSymbol type, int count) =>
        bodies.HasSource(type)
            ? type.GetMembers("Deconstruct")
                .OfType<IMethodSymbol>()
                .FirstOrDefault(method =>
                    !method.IsImplicitlyDeclared
                    && method.Parameters.Length == count
                    && method.Parameters.All(parameter => parameter.RefKind == RefKind.Out)
                )
            : null;

    /// <summary>A part of a tuple, a pair or a record by its position; null when it is not known.</summary>
    private Value? PartOf(Value value, int index)
    {
        if (Settle(value) is not ObjectValue source)
        {
            return null;
        }

        if (source.TryGet(TupleMember(index), out var element))
        {
            return Settle(element.Value);
        }

        return
            source.Type is INamedTypeSymbol { IsRecord: true } record
            && record.OriginalDefinition.InstanceConstructors.FirstOrDefault(IsPrimary) is { } primary
            && index < primary.Parameters.Length
            && record.OriginalDefinition.GetMembers(primary.Parameters[index].Name).OfType<IPropertySymbol>().FirstOrDefault()
                is { } property
            && source.TryGet(property, out element)
            ? Settle(element.Value)
            : null;
    }

    private static string TupleMember(int index) => "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Assign(IOperation target, Binding assigned, Activation activation)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                heap.Set(OwnerOf(local.Local, activation), local.Local, assigned);
                break;
            case IParameterReferenceOperation parameter:
                heap.Set(OwnerOf(parameter.Parameter, activation), parameter.Parameter, assigned);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, assigned, activation);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, assigned, activation);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, assigned, activation);
                break;
            case ITupleOperation:
                Deconstruct(target, assigned, activation);
                break;
            case IArrayElementReferenceOperation { Indices.Length: 1 } element when IsFromEndOrRange(element.Indices[0]):
                AssignFromEnd(Evaluate(element.ArrayReference, activation), element.Indices[0], assigned, activation);
                break;
            case IImplicitIndexerReferenceOperation element:
                AssignFromEnd(Evaluate(element.Instance, activation), element.Argument, assigned, activation);
                break;
            case IArrayElementReferenceOperation element:
                AssignElement(
                    Evaluate(element.ArrayReference, activation),
                    element.Indices.Length == 1 ? Bind(element.Indices[0], activation) : null,
                    assigned
                );
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: true, SetMethod: { } setter } } indexer
                when bodies.HasSource(setter):
                AssignOwnIndexer(indexer, setter, BindInstance(instance, activation), assigned, activation);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: true } indexer:
                AssignElement(
                    Evaluate(instance, activation),
                    indexer.Arguments.Length == 1 ? Bind(indexer.Arguments[0].Value, activation) : null,
                    assigned
                );
                break;
            case IMemberReferenceOperation { Instance: { } instance } member:
                AssignMember(member, Evaluate(instance, activation), assigned, activation);
                break;
            case IMemberReferenceOperation member:
                AssignStatic(member, assigned, activation);
                break;
            case IDiscardOperation:
                break;
            default:
                // Code that does not compile yet, or a form that is not evaluated: whoever reads the target gets hold of the value.
                Escape(assigned);
                break;
        }
    }

    private void AssignStatic(IMemberReferenceOperation member, Binding assigned, Activation activation)
    {
        if (member.Member is IPropertySymbol { SetMethod: { } setter } && bodies.IsWritten(setter, cancellationToken))
        {
            var argument = new Argument(setter.Parameters[0], assigned, IsDefault: false);
            Call(setter, receiver: null, [argument], new Site(member, activation.Frame), activation);
            return;
        }

        var kept = KeptAs(member.Member);
        heap.Set(StaticsOf(kept, activation), kept, assigned);
        if (activation.Frame is not { Caller: not null, Member: IMethodSymbol { MethodKind: MethodKind.StaticConstructor } })
        {
            // A static constructor that a reader runs gives the reader its values, and nothing to anybody else.
            Leave(assigned, LeaveKind.Stored);
        }
    }

    /// <summary>What a value is kept under: what the accessors of a property call <c>field</c> is kept as the property.</summary>
    private static ISymbol KeptAs(ISymbol member) =>
        (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member).OriginalDefinition;

    private void AssignOwnIndexer(
        IPropertyReferenceOperation indexer,
        IMethodSymbol setter,
        Binding receiver,
        Binding assigned,
        Activation activation
    )
    {
        var arguments = BindArguments(indexer.Arguments, activation)
            .Add(new Argument(setter.Parameters[setter.Parameters.Length - 1], assigned, IsDefault: false));
        ForEachAlternative(
            receiver.Value,
            alternative => Call(setter, receiver with { Value = alternative }, arguments, new Site(indexer, activation.Frame), activation)
        );
    }

    private void AssignMember(IMemberReferenceOperation reference, Value receiver, Binding assigned, Activation activation)
    {
        if (receiver is ChoiceValue choice)
        {
            AssignMemberOfEach(choice, reference, assigned, activation);
        }
        else
        {
            AssignMemberOf(receiver, reference, assigned, activation);
        }
    }

    private void AssignMemberOfEach(ChoiceValue receivers, IMemberReferenceOperation reference, Binding assigned, Activation activation) =>
        ForEachAlternative(
            receivers,
            owner =>
            {
                AssignMemberOf(owner, reference, assigned, activation);
                return assigned.Value;
            }
        );

    private void AssignMemberOf(Value receiver, IMemberReferenceOperation reference, Binding assigned, Activation activation)
    {
        var site = new Site(reference, activation.Frame);
        if (reference.Member is IPropertySymbol { SetMethod: { } extension } && ExtensionBlocks.Declare(reference.Member))
        {
            Call(
                extension,
                new Binding(receiver, site),
                [new Argument(extension.Parameters[0], assigned, IsDefault: false)],
                site,
                activation
            );
            return;
        }

        if (receiver is ObjectValue owner && ImplementationOf(KeptAs(reference.Member), owner) is { } member && bodies.HasSource(member))
        {
            if (
                reference.Member is not IFieldSymbol
                && member is IPropertySymbol { SetMethod: { } setter }
                && bodies.IsWritten(setter, cancellationToken)
            )
            {
                Call(setter, new Binding(owner, site), [new Argument(setter.Parameters[0], assigned, IsDefault: false)], site, activation);
                return;
            }

            heap.Set(owner, member.OriginalDefinition, assigned);
            if (owner.IsGiven || ReferenceEquals(owner, rootInstance))
            {
                Leave(assigned, LeaveKind.Stored);
            }

            return;
        }

        if (receiver is HeapValue external)
        {
            heap.Set(external, reference.Member.Name, assigned);
            if (external is ObjectValue { IsGiven: false, Type: { } type } && (type.IsAnonymousType || externalCode.IsCopied(type)))
            {
                return;
            }
        }
        else
        {
            Leave(assigned, LeaveKind.Stored);
        }

        if (!bodies.HasSource(reference.Member))
        {
            Record(new AssignmentEvent(receiver, reference.Member, assigned with { Value = Snapshot(assigned.Value) }, site, path));
        }
    }
}
