using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>One activation of a method, constructor, accessor, lambda or initializer during an evaluation.</summary>
/// <param name="member">The symbol whose body runs.</param>
/// <param name="caller">The frame that called; null for the root.</param>
/// <param name="callSite">The operation in the caller that made the call; null for the root.</param>
/// <param name="constructed">The member with the type arguments of the call; null when it has none, or when they are not known.</param>
internal class Frame(ISymbol member, Frame? caller, IOperation? callSite, ISymbol? constructed = null)
{
    public ISymbol Member { get; } = member;

    public Frame? Caller { get; } = caller;

    public IOperation? CallSite { get; } = callSite;

    /// <summary>What stands for a type in this call: the argument for a type parameter, else the type itself.</summary>
    public ITypeSymbol Actual(ITypeSymbol type)
    {
        for (var frame = this; frame is not null && type is ITypeParameterSymbol parameter; frame = frame.Caller)
        {
            type = frame.ArgumentFor(parameter) ?? type;
        }

        return type;
    }

    private ITypeSymbol? ArgumentFor(ITypeParameterSymbol parameter)
    {
        if (constructed is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(parameter.DeclaringMethod, Member))
        {
            return method.TypeArguments[parameter.Ordinal];
        }

        return
            constructed?.ContainingType is { } type
            && parameter.DeclaringType is { } declaring
            && SymbolEqualityComparer.Default.Equals(declaring, type.OriginalDefinition)
            ? type.TypeArguments[parameter.Ordinal]
            : null;
    }

    /// <summary>How many calls of a member this frame stands in, itself included.</summary>
    public int CountOf(ISymbol called)
    {
        var count = 0;
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            count += SymbolEqualityComparer.Default.Equals(frame.Member, called) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Whether the same calls lead to two frames, as far as both of their roots tell. Who calls a lambda is not asked: a root that only hands it on calls it
    /// nowhere.
    /// </summary>
    public bool ComesBySameCalls(Frame other)
    {
        var (one, two) = (this, other);
        while (one is { Caller: { } caller, CallSite: var call } && two is { Caller: { } otherCaller, CallSite: var otherCall })
        {
            if (one.Member is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } && call?.Syntax != otherCall?.Syntax)
            {
                return false;
            }

            (one, two) = (caller, otherCaller);
        }

        return true;
    }

    /// <summary>How many calls lie between the root and this frame; 0 for the root itself.</summary>
    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;
}

/// <summary>In place of a call, the place in a file where a value stands: nothing runs there, and each value has its own.</summary>
internal sealed class FilePlace(Location location) : Frame(member: null!, caller: null, callSite: null)
{
    public Location Location { get; } = location;
}
