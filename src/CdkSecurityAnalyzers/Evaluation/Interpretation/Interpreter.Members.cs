using System;
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
        if (member.IsAbstract && ConstrainedImplementation(member, operation, activation) is { } implementation)
        {
            member = implementation;
        }

        var definition = member.OriginalDefinition;
        if (member is IPropertySymbol { GetMethod: { } getter } && bodies.IsWritten(getter, cancellationToken))
        {
            return Call(getter, receiver: null, [], new Site(operation, activation.Frame), activation);
        }

        var owner = StaticsOf(definition, activation);
        if (!owner.TryGet(definition, out var known) && RunStaticConstructor(definition, owner, activation))
        {
            owner.TryGet(definition, out known);
        }

        if (known.Value is not null)
        {
            return Settle(known.Value);
        }

        var site = new Site(operation, activation.Frame);
        if (!bodies.HasSource(definition))
        {
            return KnownMembers.ReadStatic(member, site, this, operation)
                ?? Keep(owner, definition, site, () => new MemberValue(member, operation.Type!, receiver: null, site));
        }

        if (IsFixed(definition) && bodies.Of(definition, cancellationToken) is { } initializer)
        {
            Keep(owner, definition, site, () => Unknown(UnknownReason.TooDeep, operation, member.Name));
            return Keep(owner, definition, site, () => EvaluateInitializer(definition, initializer, instance: null, site));
        }

        return Keep(owner, definition, site, () => Unknown(UnknownReason.SharedState, operation, member.Name));
    }

    /// <summary>For a static member of a type parameter, the member of the type that stands for it in this call.</summary>
    private static ISymbol? ConstrainedImplementation(ISymbol member, IOperation operation, Activation activation) =>
        operation is IMemberReferenceOperation { ConstrainedToType: { } parameter }
            ? activation.Frame.Actual(parameter).FindImplementationForInterfaceMember(member)
            : null;

    /// <summary>The static members of the type that declares a member, as members of one object.</summary>
    private ObjectValue StaticsOf(ISymbol member, Activation activation)
    {
        ISymbol type = (ISymbol?)member.ContainingType ?? member;
        if (!statics.TryGetValue(type, out var known))
        {
            known = new ObjectValue(member.ContainingType, activation.Site);
            statics.Add(type, known);
        }

        return known;
    }

    /// <summary>Runs the static constructor of a type that has one, when one of its members is first read.</summary>
    private bool RunStaticConstructor(ISymbol read, ObjectValue owner, Activation activation)
    {
        if (
            read.ContainingType?.StaticConstructors.FirstOrDefault(candidate => !candidate.IsImplicitlyDeclared) is not { } constructor
            || bodies.Of(constructor, cancellationToken) is not { } body
            || !entered.Add(constructor)
        )
        {
            return false;
        }

        InEveryWorld(() =>
        {
            foreach (var (initialized, value) in bodies.InitializersOf(read.ContainingType, isStatic: true, cancellationToken))
            {
                heap.Set(
                    owner,
                    initialized,
                    new Binding(EvaluateInitializer(initialized, value, instance: null, activation.Site), activation.Site)
                );
            }

            var frame = new Frame(constructor, activation.Frame, activation.Site.Operation);
            running = frame;
            Finish(ExecuteBody(body, heap.Born(new Activation(frame, instance: null, enclosing: null, activation.Site))));
            running = activation.Frame;
            foreach (var member in owner.Members)
            {
                if (member.Key is ISymbol symbol && !IsFixed(symbol))
                {
                    heap.Set(owner, symbol, member.Value with { Value = Unknown(UnknownReason.SharedState, body, symbol.Name) });
                }
            }
        });
        return true;
    }

    private Value Keep(ObjectValue owner, ISymbol member, Site site, Func<Value> make)
    {
        InEveryWorld(() => heap.Set(owner, member, new Binding(make(), site)));
        return owner.TryGet(member, out var kept) ? kept.Value : Unknown(UnknownReason.TooDeep, site.Operation, member.Name);
    }

    /// <summary>Runs code that runs once, whichever branch happens to come first: what it writes stays, whatever becomes of the branch.</summary>
    private void InEveryWorld(Action run)
    {
        var (mark, branch) = (heap.Mark(), path);
        path = null;
        run();
        path = branch;
        heap.Keep(mark);
    }

    /// <summary>A member of the receiver, whichever of its alternatives that is.</summary>
    private Value ReadMemberOfEach(ISymbol member, Binding receiver, IOperation operation, Activation activation)
    {
        return receiver.Value is ChoiceValue ? OfEach() : ReadMember(member, receiver, operation, activation);

        Value OfEach() =>
            ForEachAlternative(receiver.Value, value => ReadMember(member, receiver with { Value = value }, operation, activation));
    }

    /// <summary>What a property keeps, for its own accessors, which name it <c>field</c>. Without a setter nobody else gets at it.</summary>
    private Value ReadStorage(IPropertySymbol property, IFieldReferenceOperation operation, Activation activation)
    {
        var definition = property.OriginalDefinition;
        var site = new Site(operation, activation.Frame);
        var holder = operation.Instance is { } instance ? Evaluate(instance, activation) : StaticsOf(definition, activation);
        if (holder is ObjectValue owner)
        {
            if (!owner.TryGet(definition, out var kept) && property.IsStatic && RunStaticConstructor(definition, owner, activation))
            {
                owner.TryGet(definition, out kept);
            }

            if (kept.Value is not null)
            {
                return Settle(kept.Value);
            }

            var isUntouched = property.SetMethod is null || !property.IsStatic && !owner.IsGiven;
            if (isUntouched)
            {
                return bodies.Of(definition, cancellationToken) is { } initializer && (property.IsStatic || owner.IsGiven)
                    ? Keep(owner, definition, site, () => EvaluateInitializer(definition, initializer, instance: null, site))
                    : DefaultOf(operation.Type, operation);
            }
        }

        return GivenMember(holder, property.Name, UnknownReason.SharedState, operation);
    }

    /// <summary>A member of one alternative of a receiver.</summary>
    private Value ReadMember(ISymbol member, Binding receiver, IOperation operation, Activation activation)
    {
        if (member is IPropertySymbol { GetMethod: { } extension } && ExtensionBlocks.Declare(member))
        {
            return Call(extension, receiver, [], new Site(operation, activation.Frame), activation);
        }

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
        if (receiver.Value is ObjectValue owner && runs is { } implementation && bodies.HasSource(implementation))
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

        return bodies.HasSource(member)
            ? GivenMember(receiver.Value, member.Name, ReasonOf(receiver.Value), operation)
            : ExternalMember(member, receiver, operation, activation);
    }

    private Value ReadSourceMember(ISymbol member, ObjectValue owner, IOperation operation, Activation activation)
    {
        var definition = member.OriginalDefinition;
        if (member is IPropertySymbol { GetMethod: { } getter } && bodies.IsWritten(getter, cancellationToken))
        {
            return Call(
                getter,
                new Binding(owner, new Site(operation, activation.Frame)),
                [],
                new Site(operation, activation.Frame),
                activation
            );
        }

        if (owner.TryGet(definition, out var assigned))
        {
            return Settle(assigned.Value);
        }

        if (!owner.IsGiven)
        {
            return DefaultOf(operation.Type, operation);
        }

        return IsFixed(definition) && bodies.Of(definition, cancellationToken) is { } initializer && !IsAssignedByConstructor(definition)
            ? EvaluateInitializer(definition, initializer, owner, new Site(operation, activation.Frame))
            : GivenMember(owner, member.Name, UnknownReason.SharedState, operation);
    }

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
        if (IsTooDeep(frame))
        {
            return Unknown(UnknownReason.TooDeep, site.Operation, member.Name);
        }

        running = frame;
        var value = Evaluate(initializer, new Activation(frame, instance, enclosing: null, site));
        running = site.Frame;
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

    /// <summary>The default value of a type.</summary>
    internal Value Default(ITypeSymbol? type, IOperation operation) =>
        DefaultOf(type is not null && running is { } frame ? frame.Actual(type) : type, operation);

    private static Value DefaultOf(ITypeSymbol? type, IOperation operation) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } => new ConstantValue(false, operation),
            { SpecialType: SpecialType.System_Int32 } => new ConstantValue(0, operation),
            { SpecialType: SpecialType.System_Int64 } => new ConstantValue(0L, operation),
            { SpecialType: SpecialType.System_Double } => new ConstantValue(0d, operation),
            { SpecialType: SpecialType.System_Char } => new ConstantValue('\0', operation),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } members => EnumMember(members, 0, operation)
                ?? (Value)Unknown(UnknownReason.Unsupported, operation),
            ITypeParameterSymbol => Unknown(UnknownReason.Unsupported, operation),
            { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } => Unknown(
                UnknownReason.Unsupported,
                operation
            ),
            _ => new NullValue(operation),
        };
}
