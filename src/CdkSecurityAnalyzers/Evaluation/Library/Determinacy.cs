using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>
/// Tells what the program decides by itself from what only a run can tell. A function of known values that is not computed here has one result in every
/// run: to try both answers to a question about it would be to guess.
/// </summary>
internal static class Determinacy
{
    /// <summary>How deeply values are looked into; past that they count as input.</summary>
    private const int DepthLimit = 6;

    private static readonly ImmutableHashSet<string> PureNamespaces =
    [
        "System",
        "System.Linq",
        "System.Reflection",
        "System.Text",
        "System.Text.RegularExpressions",
        "System.Globalization",
        "System.Collections",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Collections.Frozen",
        "System.Collections.Concurrent",
        "System.Collections.ObjectModel",
        "System.Collections.Specialized",
        "System.Numerics",
    ];

    /// <summary>Types of those namespaces that ask the machine, the clock or chance.</summary>
    private static readonly ImmutableHashSet<string> ImpureTypes =
    [
        "Environment",
        "Console",
        "DateTime",
        "DateTimeOffset",
        "DateOnly",
        "TimeOnly",
        "TimeProvider",
        "TimeZoneInfo",
        "Guid",
        "Random",
        "AppContext",
        "AppDomain",
        "GC",
        "Activator",
        "OperatingSystem",
        "Type",
        "Lazy",
        "CultureInfo",
        "RegionInfo",
    ];

    /// <summary>Whether a value is the same in every run, though it is not known here.</summary>
    public static bool IsUnread(Value value) => IsUnread(value, DepthLimit);

    /// <summary>Whether a value is known, or could be known from the program alone.</summary>
    public static bool IsDecided(Value value) => IsDecided(value, DepthLimit);

    /// <summary>Whether a value comes from a parameter of the member that is read as a root, or is computed from one.</summary>
    public static bool IsOfCaller(Value value) => IsOfCaller(value, DepthLimit);

    /// <summary>Whether a member of the framework gives the same for the same operands wherever and whenever it runs.</summary>
    public static bool IsPure(ISymbol member) => member.ContainingType is { } type && IsPure(type);

    private static bool IsPure(ITypeSymbol type) =>
        !ImpureTypes.Contains(type.Name)
        && type.ContainingNamespace is { IsGlobalNamespace: false } space
        && PureNamespaces.Contains(space.ToDisplayString());

    private static bool IsOfCaller(Value value, int depth) =>
        depth > 0
        && value switch
        {
            UnknownValue unknown => unknown.Reason == UnknownReason.Parameter,
            CallValue call => (call.Receiver is { } receiver && IsOfCaller(receiver.Value, depth - 1))
                || call.Arguments.Any(argument => IsOfCaller(argument.Value, depth - 1)),
            MemberValue { Receiver: { } owner } => IsOfCaller(owner.Value, depth - 1),
            TextValue text => text.Parts.Any(part => part.Hole is { } hole && IsOfCaller(hole, depth - 1)),
            _ => false,
        };

    private static bool IsUnread(Value value, int depth) =>
        value switch
        {
            _ when depth == 0 => false,
            UnknownValue unknown => unknown.Reason
                is UnknownReason.Unsupported
                    or UnknownReason.TooDeep
                    or UnknownReason.TooManySteps
                    or UnknownReason.Invalid,
            CallValue call => IsPure(call.Method)
                && (call.Receiver is not { } receiver || IsDecided(receiver.Value, depth - 1))
                && call.Arguments.All(argument => IsDecided(argument.Value, depth - 1)),
            MemberValue { Receiver: { } receiver } member => IsPure(member.Member) && IsDecided(receiver.Value, depth - 1),
            TextValue text => text.Parts.All(part => part.Hole is not { } hole || IsDecided(hole, depth - 1)),
            ObjectValue { IsGiven: false, Type: { } type } created => !created.TryGet(Heap.Escaped, out _)
                && IsPure(type)
                && created.ConstructorArguments.All(argument => IsDecided(argument.Value, depth - 1)),
            _ => false,
        };

    private static bool IsDecided(Value value, int depth) =>
        value switch
        {
            ConstantValue or EnumMemberValue or NullValue or UnsetValue => true,
            _ when depth == 0 => false,
            ChoiceValue => false,
            SequenceValue sequence => sequence.TryGet(SequenceValue.Content, out var content)
                && content.Value is ElementsValue { IsComplete: true } elements
                && elements.Elements.All(element => IsDecided(element.Value, depth - 1)),
            DictionaryValue dictionary => dictionary.TryGet(DictionaryValue.Content, out var content)
                && content.Value is EntriesValue { IsComplete: true } entries
                && entries.Entries.All(entry => IsDecided(entry.Value.Value, depth - 1)),
            _ => IsUnread(value, depth),
        };
}
