using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A value that cannot be determined at compile time. Instances are identities: the same unknown read twice is the same instance,
/// so that a condition on it is assumed equally wherever it is asked again.
/// </summary>
internal sealed class UnknownValue(UnknownReason reason, IOperation? origin, string? name = null) : Value(origin)
{
    public UnknownReason Reason { get; } = reason;

    /// <summary>The parameter, member or method that gives the value, for people; null when it has no name.</summary>
    public string? Name { get; } = name;
}

/// <summary>Why a value cannot be determined at compile time.</summary>
internal enum UnknownReason
{
    /// <summary>A parameter of the method that is read as a root, or what hangs on it.</summary>
    Parameter,

    /// <summary>State that other code may have changed: a mutable field, the current instance's members.</summary>
    SharedState,

    /// <summary>The result of a call whose body is not part of the compilation.</summary>
    RuntimeCall,

    /// <summary>A loop whose rounds are not known or too many.</summary>
    Loop,

    /// <summary>Calls nested too deeply, or recursive ones.</summary>
    TooDeep,

    /// <summary>The method needs more steps than one analysis may take.</summary>
    TooManySteps,

    /// <summary>A text or collection that is longer than what one analysis follows.</summary>
    TooLong,

    /// <summary>How many elements a collection has.</summary>
    OpenEnd,

    /// <summary>A form of C# that is not evaluated.</summary>
    Unsupported,

    /// <summary>Code that does not compile.</summary>
    Invalid,
}
