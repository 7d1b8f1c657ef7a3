using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Calls: source methods are entered with the actual arguments, known library methods are computed, all others are terms.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitInvocation(IInvocationOperation operation, Activation argument)
    {
        var receiver = operation.Instance is null ? default(Binding?) : BindInstance(operation.Instance, argument);
        var arguments = BindArguments(operation.Arguments, argument);
        if (isAborted)
        {
            return Unknown(UnknownReason.Invalid, operation);
        }

        var site = new Site(operation, argument.Frame);
        var result = receiver is { Value: ChoiceValue } instances
            ? CallOnEach(instances, operation.TargetMethod, arguments, site, argument)
            : Call(operation.TargetMethod, receiver, arguments, site, argument);
        CopyBack(operation.Arguments, argument);
        return result;
    }

    private Value CallOnEach(Binding receivers, IMethodSymbol method, ImmutableArray<Argument> arguments, Site site, Activation caller) =>
        ForEachAlternative(receivers.Value, value => Call(method, receivers with { Value = value }, arguments, site, caller));

    /// <inheritdoc/>
    public override Value VisitTranslatedQuery(ITranslatedQueryOperation operation, Activation argument) =>
        Evaluate(operation.Operation, argument);

    private ImmutableArray<Argument> BindArguments(ImmutableArray<IArgumentOperation> arguments, Activation activation)
    {
        var bound = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                bound.Add(new Argument(parameter, BindArgument(argument, activation), argument.ArgumentKind == ArgumentKind.DefaultValue));
            }
        }

        return bound.DrainToImmutable();
    }

    private Binding BindArgument(IArgumentOperation argument, Activation activation) =>
        argument.Parameter?.RefKind == RefKind.Out
            ? new Binding(UnsetValue.Instance, new Site(argument.Value, activation.Frame))
            : Bind(argument.Value, activation);

    private Value Call(IMethodSymbol method, Binding? receiver, ImmutableArray<Argument> arguments, Site site, Activation caller)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke && receiver is { } callee)
        {
            return callee.Value is DelegateValue or DelegateListValue
                ? Invoke(callee.Value, arguments.Select(argument => argument.Binding).ToImmutableArray(), site)
                : CallUnread(method, receiver, arguments, site);
        }

        if (ExtensionBlocks.MemberFor(method) is { } extension)
        {
            return CallExtension(extension, arguments, site, caller);
        }

        var target =
            receiver?.Value is ObjectValue owner
            && !IsBaseAccess(site.Operation)
            && ImplementationOf(method, owner) is IMethodSymbol implementation
                ? implementation
                : method;
        target = OfTypeArgument(target, site);
        target = target.PartialImplementationPart ?? target;
        if (bodies.HasSource(target))
        {
            return bodies.IsWritten(target, cancellationToken)
                ? Enter(target, receiver, arguments, site, target.MethodKind == MethodKind.LocalFunction ? caller : null)
                : CallUnread(target, receiver, arguments, site);
        }

        return LibraryCalls.TryCall(new LibraryCall(target, receiver, arguments, site, this))
            ?? CallExternal(target, receiver, arguments, site);
    }

    /// <summary>A member of an extension block that is called by its static method: the first argument is the receiver.</summary>
    private Value CallExtension(IMethodSymbol member, ImmutableArray<Argument> arguments, Site site, Activation caller)
    {
        if (member.IsStatic || arguments.IsEmpty)
        {
            return Call(member, receiver: null, arguments, site, caller);
        }

        var others = ImmutableArray.CreateBuilder<Argument>(arguments.Length - 1);
        Binding? receiver = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter.Ordinal == 0)
            {
                receiver = argument.Binding;
            }
            else
            {
                others.Add(new Argument(member.Parameters[argument.Parameter.Ordinal - 1], argument.Binding, argument.IsDefault));
            }
        }

        return Call(member, receiver, others.ToImmutable(), site, caller);
    }

    private Value Enter(IMethodSymbol method, Binding? receiver, ImmutableArray<Argument> arguments, Site site, Activation? enclosing)
    {
        var isExtension = ExtensionBlocks.Declare(method);
        var instance = isExtension ? null : receiver?.Value as HeapValue;
        var definition = method.OriginalDefinition;
        var caller = running ?? site.Frame;
        var frame = new Frame(definition, caller, site.Operation, method);
        if (bodies.Of(definition, cancellationToken) is not { } body)
        {
            return Unknown(UnknownReason.TooDeep, site.Operation, method.Name);
        }

        if (IsTooDeep(frame))
        {
            return CutOff(method, body, receiver, arguments, site, enclosing);
        }

        var activation = heap.Born(new Activation(frame, instance, enclosing, site));
        if (isExtension && receiver is { } extended)
        {
            heap.Set(activation, Activation.Receiver, extended);
        }

        foreach (var argument in arguments)
        {
            heap.Set(activation, Declared(definition, argument.Parameter), argument.Binding);
        }

        entered.Add(definition);
        running = frame;
        var yielded = CollectYields(definition, body, activation);
        Finish(ExecuteBody(body, activation));
        running = caller;
        returned = activation;
        if (isAborted)
        {
            return Unknown(UnknownReason.Invalid, site.Operation);
        }

        return yielded
            ?? (
                activation.TryGet(Activation.Result, out var result)
                    ? Settle(result).Value
                    : Unknown(steps > Bounds.Steps ? UnknownReason.TooManySteps : UnknownReason.Unsupported, site.Operation, method.Name)
            );
    }

    private static bool IsTooDeep(Frame frame) => frame.Depth > Bounds.CallDepth || frame.CountOf(frame.Member) > Bounds.Recursion;

    /// <summary>A call that is not followed any more: whatever it may reach may change.</summary>
    private UnknownValue CutOff(
        IMethodSymbol method,
        IOperation body,
        Binding? receiver,
        ImmutableArray<Argument> arguments,
        Site site,
        Activation? enclosing
    )
    {
        if (receiver is { } instance)
        {
            Escape(instance with { Site = site });
        }

        EscapeAll(arguments);
        if (enclosing is not null)
        {
            Skip(body, enclosing, UnknownReason.TooDeep);
        }

        return Unknown(UnknownReason.TooDeep, site.Operation, method.Name);
    }

    private void EscapeAll(ImmutableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            Escape(argument.Binding);
        }
    }

    /// <summary>For a static member of a type parameter, the member of the type that stands for it in this call.</summary>
    private static IMethodSymbol OfTypeArgument(IMethodSymbol method, Site site)
    {
        var constrained = site.Operation switch
        {
            IInvocationOperation call => call.ConstrainedToType,
            IPropertyReferenceOperation property => property.ConstrainedToType,
            IBinaryOperation operation => operation.ConstrainedToType,
            _ => null,
        };
        return
            constrained is not null
            && method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface }
            && site.Frame.Actual(constrained).FindImplementationForInterfaceMember(method) is IMethodSymbol implementation
            ? implementation
            : method;
    }

    private static IParameterSymbol Declared(IMethodSymbol definition, IParameterSymbol parameter) =>
        parameter.Ordinal < definition.Parameters.Length ? definition.Parameters[parameter.Ordinal] : parameter;

    /// <summary>What a library method leaves in an <c>out</c> argument.</summary>
    internal void GiveOut(int ordinal, Value value) => givenOut = (ordinal, value);

    /// <summary>Gives <c>out</c> and <c>ref</c> arguments what the call that just ended left in them.</summary>
    private void CopyBack(ImmutableArray<IArgumentOperation> arguments, Activation activation)
    {
        var callee = returned;
        var library = givenOut;
        returned = null;
        givenOut = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter)
            {
                continue;
            }

            var site = new Site(argument.Value, activation.Frame);
            var left =
                callee?.Frame.Member is IMethodSymbol method && callee.TryGet(Declared(method, parameter), out var binding)
                    ? binding with
                    {
                        Site = site,
                    }
                    : new Binding(
                        library is { } given && given.Ordinal == parameter.Ordinal
                            ? given.Value
                            : Unknown(UnknownReason.RuntimeCall, argument),
                        site
                    );
            Assign(argument.Value, left, activation);
        }
    }

    /// <summary>A call whose body cannot be read although it belongs to the program: abstract, partial, a delegate of unknown origin.</summary>
    private UnknownValue CallUnread(IMethodSymbol method, Binding? receiver, ImmutableArray<Argument> arguments, Site site)
    {
        outsideCalls++;
        if (receiver is { } instance)
        {
            Escape(instance);
        }

        EscapeAll(arguments);
        return Unknown(UnknownReason.RuntimeCall, site.Operation, method.Name);
    }

    private CallValue CallExternal(IMethodSymbol method, Binding? receiver, ImmutableArray<Argument> arguments, Site site)
    {
        var passed = PassOut(method, arguments);
        if (receiver is { Value: SequenceValue or DictionaryValue } collection)
        {
            Escape(collection);
        }

        var call = heap.Born(new CallValue(method, receiver, passed, site));
        outsideCalls += externalCode.KeepsNothing(method) || Determinacy.IsUnread(call) ? 0 : 1;
        Record(new CallEvent(call, path));
        return call;
    }

    private void Escape(Binding escaping)
    {
        switch (escaping.Value)
        {
            case ChoiceValue choice:
                Escape(choice.WhenTrue);
                Escape(choice.WhenFalse);
                break;
            case DelegateListValue list:
                Escape(escaping with { Value = list.First });
                Escape(escaping with { Value = list.Second });
                break;
            case DelegateValue callback:
                RunLater(callback, escaping.Site);
                break;
            case HeapValue value when !value.TryGet(Heap.Escaped, out _):
                heap.Set(value, Heap.Escaped, escaping with { Value = new ConstantValue(true, escaping.Value.Origin) });
                Leave(escaping, LeaveKind.Passed);
                foreach (var reachable in ReachableFrom(value))
                {
                    Escape(reachable);
                }

                break;
        }
    }

    /// <summary>What whoever holds a value can get at: the elements of a collection, the members of an object of the program.</summary>
    private ImmutableArray<Binding> ReachableFrom(HeapValue value)
    {
        switch (value)
        {
            case SequenceValue:
                return value.TryGet(SequenceValue.Content, out var content) && Settle(content.Value) is ElementsValue elements
                    ? elements.Elements
                    : [];
            case DictionaryValue:
                return value.TryGet(DictionaryValue.Content, out content) && Settle(content.Value) is EntriesValue entries
                    ? ImmutableArray.CreateRange(entries.Entries, entry => entry.Value)
                    : [];
            case ObjectValue { Type: { } type } when bodies.HasSource(type):
                return MembersOf(value);
            default:
                return [];
        }
    }

    private static ImmutableArray<Binding> MembersOf(HeapValue value)
    {
        var held = ImmutableArray.CreateBuilder<Binding>();
        foreach (var member in value.Members)
        {
            if (member.Value.Site.Operation is not null)
            {
                held.Add(member.Value);
            }
        }

        return held.ToImmutable();
    }

    /// <summary>The member that runs for an object: its own override, or the implementation of an interface member.</summary>
    private static ISymbol? ImplementationOf(ISymbol member, ObjectValue owner)
    {
        if (
            owner.Type is not INamedTypeSymbol type
            || owner.IsGiven && !member.IsAbstract && member.ContainingType.TypeKind != TypeKind.Interface
        )
        {
            return member;
        }

        if (member.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(member);
        }

        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
        {
            return member;
        }

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            foreach (var own in candidate.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, member.OriginalDefinition) || Overrides(own, member))
                {
                    return own;
                }
            }
        }

        return member;
    }

    /// <summary>Whether a member is named through <c>base</c>, which no override answers to.</summary>
    private static bool IsBaseAccess(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { Instance: { } instance } => instance.Syntax is BaseExpressionSyntax,
            IMemberReferenceOperation { Instance: { } instance } => instance.Syntax is BaseExpressionSyntax,
            _ => false,
        };

    private static bool Overrides(ISymbol candidate, ISymbol member)
    {
        for (var overridden = Overridden(candidate); overridden is not null; overridden = Overridden(overridden))
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
}
