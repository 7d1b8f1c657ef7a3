using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Members: what the program has put into them, what their declaration gives, and what stays unknown.</summary>
internal sealed partial class Interpreter
{
    private Value ReadStatic(ISymbol member, IOperation operation, Activation activation)
    {
        var definition = member.OriginalDefinition;
        if (staticMembers.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (!MethodBodies.HasSource(definition))
        {
            if (KnownMembers.ReadStatic(member, new Site(operation, activation.Frame), this, operation) is { } library)
            {
                return library;
            }

            return staticMembers[definition] = new MemberValue(
                member,
                operation.Type!,
                receiver: null,
                new Site(operation, activation.Frame)
            );
        }

        if (IsFixed(definition) && bodies.Of(definition, cancellationToken) is { } initializer)
        {
            staticMembers[definition] = Unknown(UnknownReason.TooDeep, operation, member.Name);
            var mark = heap.Mark();
            var value = EvaluateInitializer(definition, initializer, instance: null, new Site(operation, activation.Frame));
            heap.Keep(mark);
            return staticMembers[definition] = value;
        }

        return
            member is IPropertySymbol { GetMethod: { } getter } && bodies.Of(getter, cancellationToken) is { } body && HasStatements(body)
            ? Call(getter, receiver: null, [], new Site(operation, activation.Frame), activation)
            : staticMembers[definition] = Unknown(UnknownReason.SharedState, operation, member.Name);
    }

    /// <summary>A member of the receiver, whichever of its alternatives that is.</summary>
    private Value ReadMemberOfEach(ISymbol member, Binding receiver, IOperation operation, Activation activation)
    {
        return receiver.Value is ChoiceValue ? OfEach() : ReadMember(member, receiver, operation, activation);

        Value OfEach() =>
            ForEachAlternative(receiver.Value, value => ReadMember(member, receiver with { Value = value }, operation, activation));
    }

    /// <summary>A member of one alternative of a receiver.</summary>
    private Value ReadMember(ISymbol member, Binding receiver, IOperation operation, Activation activation)
    {
        if (receiver.Value is NullValue)
        {
            // The program would stop here with an exception; nothing can be said of the value.
            return Unknown(UnknownReason.Invalid, operation, member.Name);
        }

        if (member is IFieldSymbol { ContainingType.IsTupleType: true } element)
        {
            return receiver.Value is ObjectValue tuple && tuple.TryGet((element.CorrespondingTupleField ?? element).Name, out var part)
                ? Settle(part.Value)
                : GivenMember(receiver.Value, member.Name, ReasonOf(receiver.Value), operation);
        }

        var runs = receiver.Value is ObjectValue instance && !IsBaseAccess(operation) ? ImplementationOf(member, instance) : member;
        if (receiver.Value is ObjectValue owner && runs is { } implementation && MethodBodies.HasSource(implementation))
        {
            return ReadSourceMember(implementation, owner, operation, activation);
        }

        if (receiver.Value is HeapValue external && external.TryGet(member.Name, out var assigned))
        {
            return Settle(assigned.Value);
        }

        if (KnownMembers.Read(member, receiver.Value, this, operation) is { } library)
        {
            return library;
        }

        if (
            receiver.Value is ObjectValue { IsGiven: false, Type: { } type }
            && (externalCode.IsCopied(type) || type.IsAnonymousType || type.IsTupleType)
        )
        {
            return DefaultOf(operation.Type, operation);
        }

        return MethodBodies.HasSource(member)
            ? GivenMember(receiver.Value, member.Name, ReasonOf(receiver.Value), operation)
            : ExternalMember(member, receiver, operation, activation);
    }

    private Value ReadSourceMember(ISymbol member, ObjectValue owner, IOperation operation, Activation activation)
    {
        var definition = member.OriginalDefinition;
        if (owner.TryGet(definition, out var assigned))
        {
            return Settle(assigned.Value);
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && bodies.Of(getter, cancellationToken) is { } body && HasStatements(body))
        {
            return Call(
                getter,
                new Binding(owner, new Site(operation, activation.Frame)),
                [],
                new Site(operation, activation.Frame),
                activation
            );
        }

        if (!owner.IsGiven)
        {
            return DefaultOf(operation.Type, operation);
        }

        return IsFixed(definition) && bodies.Of(definition, cancellationToken) is { } initializer && !IsAssignedByConstructor(definition)
            ? EvaluateInitializer(definition, initializer, owner, new Site(operation, activation.Frame))
            : GivenMember(owner, member.Name, UnknownReason.SharedState, operation);
    }

    private static bool HasStatements(IOperation body) => body is not IMethodBodyOperation { BlockBody: null, ExpressionBody: null };

    /// <summary>Whether a field or property keeps what its initializer gives: without a setter, or out of reach of other code and never assigned.</summary>
    private bool IsFixed(ISymbol member) =>
        member switch
        {
            IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod: not null } => member.DeclaredAccessibility
                == Accessibility.Private
                && !bodies.Changes.MayAssign(member, cancellationToken),
            IFieldSymbol or IPropertySymbol => true,
            _ => false,
        };

    private bool IsAssignedByConstructor(ISymbol member) =>
        member
            .ContainingType.InstanceConstructors.Select(constructor => bodies.Of(constructor, cancellationToken))
            .Any(body =>
                body is not null
                && body.Descendants()
                    .OfType<IAssignmentOperation>()
                    .Any(assignment =>
                        assignment.Target is IMemberReferenceOperation target
                        && SymbolEqualityComparer.Default.Equals(target.Member, member)
                    )
            );

    private Value EvaluateInitializer(ISymbol member, IOperation initializer, HeapValue? instance, Site site)
    {
        entered.Add(member);
        var frame = new Frame(member, site.Frame, site.Operation);
        if (frame.Depth > Bounds.CallDepth)
        {
            return Unknown(UnknownReason.TooDeep, site.Operation, member.Name);
        }

        var value = Evaluate(initializer, new Activation(frame, instance, enclosing: null, site));
        if (value is HeapValue collection && bodies.Changes.MayFill(member, cancellationToken))
        {
            heap.Open(collection);
        }

        return value;
    }

    /// <summary>An unknown member: the same one each time it is read.</summary>
    private Value GivenMember(Value receiver, string member, UnknownReason reason, IOperation operation)
    {
        if (!givenMembers.TryGetValue((receiver, member), out var known))
        {
            known = Unknown(reason, operation, member);
            givenMembers.Add((receiver, member), known);
        }

        return known;
    }

    private Value ExternalMember(ISymbol member, Binding receiver, IOperation operation, Activation activation)
    {
        if (!givenMembers.TryGetValue((receiver.Value, member.Name), out var known))
        {
            known = new MemberValue(member, operation.Type!, receiver, new Site(operation, activation.Frame));
            givenMembers.Add((receiver.Value, member.Name), known);
        }

        return known;
    }

    private static UnknownReason ReasonOf(Value value) => value is UnknownValue unknown ? unknown.Reason : UnknownReason.RuntimeCall;

    private static Value DefaultOf(ITypeSymbol? type, IOperation operation) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } => new ConstantValue(false, operation),
            { SpecialType: SpecialType.System_Int32 } => new ConstantValue(0, operation),
            { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } => Unknown(
                UnknownReason.Unsupported,
                operation
            ),
            _ => new NullValue(operation),
        };
}
