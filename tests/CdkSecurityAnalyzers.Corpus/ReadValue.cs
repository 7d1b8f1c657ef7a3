using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Corpus;

/// <summary>A security-relevant value of a program, in one reading of the member that gives it.</summary>
/// <param name="What">What it is in the template.</param>
/// <param name="Location">Where the program gives it.</param>
/// <param name="Reason">Why it could not be determined; null when it could.</param>
/// <param name="Form">The form of C# that gives it.</param>
public sealed record ReadValue(string What, Location Location, string? Reason, string Form)
{
    /// <summary>The reason of what a caller decides.</summary>
    public const string GivenByCaller = nameof(UnknownReason.Parameter);

    internal static ReadValue From(SecurityValue value)
    {
        var deciding = value.Unknown is { } unknown ? DecidingPart(unknown) : null;
        return new ReadValue(
            value.What,
            value.Site.Location,
            deciding is null ? null : ReasonOf(deciding),
            (deciding?.Origin ?? value.Site.Operation).Kind.ToString());
    }

    /// <summary>Of a text, the first part that is not known.</summary>
    private static Value DecidingPart(Value value) => value is TextValue text ? DecidingPart(text.Parts.First(part => part.Hole is not null).Hole!) : value;

    private static string ReasonOf(Value value) =>
        value switch
        {
            UnknownValue unknown => unknown.Reason.ToString(),
            CallValue or MemberValue => nameof(UnknownReason.RuntimeCall),
            ObjectValue => "Escaped",
            _ => "NotInTemplate",
        };
}
