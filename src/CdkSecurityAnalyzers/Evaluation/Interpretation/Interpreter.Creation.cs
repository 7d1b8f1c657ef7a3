using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Creating objects: constructors of source types run, those without source are recorded.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitObjectCreation(IObjectCreationOperation operation, Activation argument)
    {
        var site = new Site(operation, argument.Frame);
        if (operation.Constructor is not { } constructor || operation.Type is not { } type)
        {
            return Unknown(UnknownReason.Invalid, operation);
        }

        var arguments = BindArguments(operation.Arguments, argument);
        if (isAborted)
        {
            return Unknown(UnknownReason.Invalid, operation);
        }

        if (CollectionTypes.Create(type, arguments, site, this) is { } collection)
        {
            Initialize(collection, operation.Initializer, argument);
            return collection;
        }

        if (LazyValues.Create(type, arguments, site, this) is { } lazy)
        {
            return lazy;
        }

        if (PairTypes.Create(type, arguments, site, this) is { } pair)
        {
            return pair;
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return NewText(arguments, operation);
        }

        if (TextBuilders.Is(type))
        {
            return TextBuilders.Create(type, arguments, site, this);
        }

        var created = heap.Born(new ObjectValue(type, site));
        Construct(created, constructor, arguments, site, argument);
        CopyBack(operation.Arguments, argument);
        Initialize(created, operation.Initializer, argument);
        return created;
    }

    /// <inheritdoc/>
    public override Value VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, Activation argument)
    {
        var created = heap.Born(new ObjectValue(operation.Type, new Site(operation, argument.Frame)));
        Initialize(created, operation.Initializers, argument);
        return created;
    }

    /// <inheritdoc/>
    public override Value VisitTuple(ITupleOperation operation, Activation argument)
    {
        var created = heap.Born(new ObjectValue(operation.Type, new Site(operation, argument.Frame)));
        for (var index = 0; index < operation.Elements.Length; index++)
        {
            heap.Set(created, TupleMember(index), Bind(operation.Elements[index], argument));
        }

        return created;
    }

    /// <inheritdoc/>
    public override Value VisitWith(IWithOperation operation, Activation argument)
    {
        if (Evaluate(operation.Operand, argument) is not ObjectValue original)
        {
            return Unknown(UnknownReason.Unsupported, operation);
        }

        var copy = heap.Born(new ObjectValue(original.Type, new Site(operation, argument.Frame)) { IsGiven = original.IsGiven });
        foreach (var member in original.Members)
        {
            heap.Set(copy, member.Key, member.Value);
        }

        Initialize(copy, operation.Initializer, argument);
        return copy;
    }

    /// <inheritdoc/>
    public override Value VisitTypeParameterObjectCreation(ITypeParameterObjectCreationOperation operation, Activation argument)
    {
        if (
            operation.Type is not { } parameter
            || argument.Frame.Actual(parameter) is not INamedTypeSymbol type
            || type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is not { } constructor
        )
        {
            return Unknown(UnknownReason.Unsupported, operation);
        }

        var site = new Site(operation, argument.Frame);
        var created = heap.Born(new ObjectValue(type, site));
        Construct(created, constructor, [], site, argument);
        Initialize(created, operation.Initializer, argument);
        return created;
    }

    /// <summary>A new object with one member.</summary>
    internal ObjectValue NewObject(ITypeSymbol? type, Site site, object member, Value content)
    {
        var created = heap.Born(new ObjectValue(type, site));
        heap.Set(created, member, new Binding(content, site));
        return created;
    }

    /// <summary>Sets a member of an object that a library type stands for.</summary>
    internal void SetMember(HeapValue owner, object member, Binding content) => heap.Set(owner, member, content);

    private void Initialize(Value target, IObjectOrCollectionInitializerOperation? initializer, Activation activation)
    {
        if (initializer is not null)
        {
            Initialize(target, initializer.Initializers, activation);
        }
    }

    private void Initialize(Value target, ImmutableArray<IOperation> initializers, Activation activation)
    {
        initializerTargets.Push(target);
        foreach (var entry in initializers)
        {
            if (entry is IMemberInitializerOperation member)
            {
                Initialize(Evaluate(member.InitializedMember, activation), member.Initializer, activation);
            }
            else
            {
                Evaluate(entry, activation);
            }
        }

        initializerTargets.Pop();
    }

    /// <summary>Runs a constructor for an object: its initializers and body, or the record of a constructor without source.</summary>
    private void Construct(
        ObjectValue instance,
        IMethodSymbol constructor,
        ImmutableArray<Argument> arguments,
        Site site,
        Activation caller
    )
    {
        if (!bodies.HasSource(constructor.ContainingType))
        {
            ConstructExternal(instance, constructor, arguments, site);
            return;
        }

        constructor = constructor.PartialImplementationPart ?? constructor;
        var frame = new Frame(constructor, caller.Frame, site.Operation, constructor);
        if (IsTooDeep(frame))
        {
            Escape(new Binding(instance, site));
            EscapeAll(arguments);
            return;
        }

        var activation = heap.Born(new Activation(frame, instance, enclosing: null, site));
        foreach (var argument in arguments)
        {
            heap.Set(activation, Declared(constructor.OriginalDefinition, argument.Parameter), argument.Binding);
        }

        RunConstructor(instance, constructor.OriginalDefinition, activation);
    }

    private void RunConstructor(ObjectValue instance, IMethodSymbol constructor, Activation activation)
    {
        var caller = running;
        running = activation.Frame;
        RunInitializersAndBody(instance, constructor, activation);
        running = caller;
    }

    private void RunInitializersAndBody(ObjectValue instance, IMethodSymbol constructor, Activation activation)
    {
        entered.Add(constructor);
        var body = bodies.Of(constructor, cancellationToken);
        var isPrimary = IsPrimary(constructor);
        var chained = body as IInvocationOperation ?? ChainedConstructor(body);
        if (isPrimary)
        {
            KeepPrimaryParameters(instance, constructor, activation);
        }

        var runsOwnInitializers =
            chained is null || !SymbolEqualityComparer.Default.Equals(chained.TargetMethod.ContainingType, constructor.ContainingType);
        if (runsOwnInitializers)
        {
            foreach (var (member, value) in bodies.InitializersOf(constructor.ContainingType, isStatic: false, cancellationToken))
            {
                entered.Add(member);
                var initializer = new Activation(new Frame(member, activation.Frame, value), instance, activation, activation.Site);
                heap.Set(instance, member, Bind(value, initializer));
            }
        }

        if (chained is not null)
        {
            Construct(
                instance,
                chained.TargetMethod,
                BindArguments(chained.Arguments, activation),
                new Site(chained, activation.Frame),
                activation
            );
        }
        else if (
            constructor.ContainingType.BaseType is { SpecialType: SpecialType.None } baseType
            && baseType.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.All(parameter => parameter.IsOptional))
                is { } implied
        )
        {
            Construct(instance, implied, [], activation.Site, activation);
        }

        if (!isPrimary && body is not null && !isAborted)
        {
            Finish(ExecuteBody(body, activation));
        }
    }

    private static IInvocationOperation? ChainedConstructor(IOperation? body) =>
        body is IConstructorBodyOperation { Initializer: { } initializer }
            ? initializer as IInvocationOperation ?? (initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation
            : null;

    private bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);

    /// <summary>Parameters of a primary constructor stay readable for all members; those of a record are its properties.</summary>
    private void KeepPrimaryParameters(ObjectValue instance, IMethodSymbol constructor, Activation activation)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (!activation.TryGet(parameter, out var binding))
            {
                continue;
            }

            heap.Set(instance, parameter, binding);
            if (
                constructor.ContainingType.IsRecord
                && constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            )
            {
                heap.Set(instance, property.OriginalDefinition, binding);
            }
        }
    }

    private void ConstructExternal(ObjectValue instance, IMethodSymbol constructor, ImmutableArray<Argument> arguments, Site site)
    {
        if (constructor.ContainingType.SpecialType == SpecialType.System_Object)
        {
            return;
        }

        var passed = PassOut(constructor, arguments);
        if (instance.ConstructorArguments.IsEmpty)
        {
            instance.ConstructorArguments = passed;
        }

        if (instance.Type is null || !externalCode.IsCopied(instance.Type))
        {
            Record(new ConstructionEvent(instance, constructor, passed, site, path));
        }
    }

    /// <summary>What a method without source receives: plain data as it is now, everything else as itself.</summary>
    private ImmutableArray<Argument> PassOut(IMethodSymbol method, ImmutableArray<Argument> arguments)
    {
        var keepsNothing = externalCode.KeepsNothing(method);
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            if (!keepsNothing)
            {
                Escape(argument.Binding);
            }
            else if (argument.Value is DelegateValue callback)
            {
                RunLater(callback, argument.Binding.Site);
            }

            var passed = Snapshot(argument.Binding);
            if (!ReferenceEquals(passed, argument.Value))
            {
                arguments = arguments.SetItem(index, argument with { Binding = argument.Binding with { Value = passed } });
            }
        }

        return arguments;
    }
}
