using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>
/// Runs one root of the program over its operation tree, with unknown inputs, and records what it does to the world outside its source.
/// Expressions are visited; statements are executed (<c>Interpreter.Statements.cs</c>).
/// </summary>
internal sealed partial class Interpreter : OperationVisitor<Activation, Value>
{
    private readonly MethodBodies bodies;
    private readonly IExternalCode externalCode;
    private readonly CancellationToken cancellationToken;

    private readonly Heap heap = new();
    private readonly ConditionTable conditions = new();
    private readonly ImmutableArray<TraceEvent>.Builder events = ImmutableArray.CreateBuilder<TraceEvent>();
    private readonly ImmutableHashSet<ISymbol>.Builder entered = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
    private readonly ImmutableHashSet<SyntaxNode>.Builder delegates = ImmutableHashSet.CreateBuilder<SyntaxNode>();
    private readonly Dictionary<(Value Receiver, string Member), Value> givenMembers = [];
    private readonly Dictionary<ISymbol, ObjectValue> statics = new(SymbolEqualityComparer.Default);
    private readonly Stack<Value> initializerTargets = new();
    private readonly Stack<Binding> accessedInstances = new();

    private PathCondition? path;
    private readonly Dictionary<ILabelSymbol, Outcome.Jump> jumps = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ILabelSymbol Label, Activation Activation), int> jumpCounts = [];
    private bool isAborted;

    // The callbacks that are tried at the moment, each inside the one before.
    private readonly Stack<DelegateValue> laterCallbacks = new();

    // The call whose code is evaluated at the moment.
    private Frame? running;

    // Calls of code that may fail in one run and not in another: services, files, the environment.
    private int outsideCalls;
    private bool isComplete = true;
    private int steps;
    private int nesting;
    private HeapValue? rootInstance;

    // The activation of the source method that returned last: where `out` arguments are read from.
    private Activation? returned;

    // What the library method that returned last left in an `out` argument, by the parameter's position.
    private (int Ordinal, Value Value)? givenOut;

    private Interpreter(MethodBodies bodies, IExternalCode externalCode, CancellationToken cancellationToken)
    {
        this.bodies = bodies;
        this.externalCode = externalCode;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Runs a root: a method, constructor, accessor, or the initializer of a field or property.</summary>
    public static Trace Run(
        ISymbol root,
        IOperation body,
        MethodBodies bodies,
        IExternalCode externalCode,
        CancellationToken cancellationToken
    )
    {
        var interpreter = new Interpreter(bodies, externalCode, cancellationToken);
        interpreter.RunRoot(root, body);
        return new Trace(
            root,
            interpreter.events.ToImmutable(),
            interpreter.isComplete,
            interpreter.steps,
            interpreter.entered.ToImmutable(),
            interpreter.delegates.ToImmutable()
        );
    }

    /// <summary>A form of C# that is not evaluated: its operands are, and may be changed by it.</summary>
    public override Value DefaultVisit(IOperation operation, Activation argument)
    {
        var isDecided = true;
        foreach (var child in operation.ChildOperations)
        {
            var operand = Bind(child, argument);
            isDecided &= Determinacy.IsDecided(operand.Value);
            Escape(operand);
        }

        return Unknown(isDecided ? UnknownReason.Unsupported : UnknownReason.RuntimeCall, operation);
    }

    /// <inheritdoc/>
    public override Value VisitInvalid(IInvalidOperation operation, Activation argument)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child, argument);
        }

        return Unknown(UnknownReason.Invalid, operation);
    }

    private static UnknownValue Unknown(UnknownReason reason, IOperation? origin, string? name = null) => new(reason, origin, name);

    private void RunRoot(ISymbol root, IOperation body)
    {
        var site = new Site(body, new Frame(root, caller: null, callSite: null));
        var instance =
            root.IsStatic || root.ContainingType is null
                ? null
                : new ObjectValue(root.ContainingType, site) { IsGiven = root is not IMethodSymbol { MethodKind: MethodKind.Constructor } };
        var activation = new Activation(site.Frame, instance, enclosing: null, site);
        rootInstance = instance;
        running = site.Frame;
        if (root is IMethodSymbol method)
        {
            foreach (var parameter in method.Parameters)
            {
                heap.Set(activation, parameter, new Binding(Unknown(UnknownReason.Parameter, origin: null, parameter.Name), site));
            }

            if (method.MethodKind == MethodKind.Constructor && instance is ObjectValue created)
            {
                RunConstructor(created, method, activation);
                if (externalCode.IsCopied(method.ContainingType))
                {
                    // Plain data is made to be handed on.
                    Leave(new Binding(created, site), LeaveKind.Returned);
                }

                return;
            }

            if (CollectYields(method, body, activation) is { } yielded)
            {
                Finish(ExecuteBody(body, activation));
                Leave(new Binding(yielded, site), LeaveKind.Returned);
                return;
            }

            Finish(ExecuteBody(body, activation));
            if (activation.TryGet(Activation.Result, out var result))
            {
                HandOut(result, LeaveKind.Returned);
            }

            foreach (var parameter in method.Parameters.Where(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref))
            {
                if (activation.TryGet(parameter, out var left))
                {
                    Leave(left, LeaveKind.Returned);
                }
            }

            return;
        }

        HandOut(Bind(body, activation), LeaveKind.Stored);
    }

    /// <summary>What a root gives to others. When that is a function, they get what it makes for them.</summary>
    private void HandOut(Binding result, LeaveKind kind)
    {
        Leave(result, kind);
        if (result.Value is DelegateValue function)
        {
            RunLater(function, result.Site, made => Leave(made, kind));
        }
    }

    private Value Evaluate(IOperation? operation, Activation activation)
    {
        if (operation is null || isAborted)
        {
            return Unknown(UnknownReason.Invalid, operation);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (++steps > Bounds.Steps)
        {
            isComplete = false;
            return Unknown(UnknownReason.TooManySteps, operation);
        }

        if (nesting >= Bounds.Nesting)
        {
            Skip(operation, activation, UnknownReason.TooDeep);
            return Unknown(UnknownReason.TooDeep, operation);
        }

        nesting++;
        try
        {
            return Settle(Constant(operation, activation) ?? Visit(operation, activation) ?? Unknown(UnknownReason.Unsupported, operation));
        }
        finally
        {
            nesting--;
        }
    }

    /// <summary>The value together with the expression that the reader of the code sees: implicit conversions and parentheses are passed over.</summary>
    private Binding Bind(IOperation operation, Activation activation)
    {
        var visible = Visible(operation);
        var site = new Site(visible, activation.Frame);
        return new Binding(IsStoredStruct(visible) ? CopyStruct(Evaluate(operation, activation)) : Evaluate(operation, activation), site);
    }

    /// <summary>The instance of a member: a struct is not copied to reach into it.</summary>
    private Binding BindInstance(IOperation operation, Activation activation) =>
        new(Evaluate(operation, activation), new Site(Visible(operation), activation.Frame));

    private static bool IsStoredStruct(IOperation operation) =>
        operation.Type is { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None }
        && operation
            is ILocalReferenceOperation
                or IParameterReferenceOperation
                or IMemberReferenceOperation
                or IArrayElementReferenceOperation;

    private Value CopyStruct(Value value) =>
        ForEachAlternative(
            value,
            alternative =>
            {
                if (alternative is not ObjectValue { IsGiven: false, Type.IsValueType: true } original)
                {
                    return alternative;
                }

                var copy = heap.Born(
                    new ObjectValue(original.Type, original.Site) { ConstructorArguments = original.ConstructorArguments }
                );
                foreach (var member in original.Members)
                {
                    heap.Set(copy, member.Key, member.Value);
                }

                return copy;
            }
        );

    private static IOperation Visible(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { IsImplicit: true } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IDelegateCreationOperation { IsImplicit: true } creation:
                    operation = creation.Target;
                    break;
                default:
                    return operation;
            }
        }
    }

    private void Record(TraceEvent happened)
    {
        if (!isAborted)
        {
            events.Add(happened);
        }
    }

    private void Leave(Binding leaving, LeaveKind kind)
    {
        if (leaving.Value is not (ConstantValue or NullValue or EnumMemberValue or UnknownValue or TextValue))
        {
            Record(new LeaveEvent(leaving, kind, path));
        }
    }
}
