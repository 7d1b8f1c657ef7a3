using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>A value that decides a verdict, as it was read.</summary>
/// <param name="What">What the value is in the template, for people: <c>The webhook switch</c>.</param>
/// <param name="Site">Where the program gives it; where it is left out, what leaves it out.</param>
/// <param name="Unknown">What stands there, when that cannot be determined at compile time; null when it could.</param>
internal readonly record struct SecurityValue(string What, Site Site, Value? Unknown)
{
    public bool IsDetermined => Unknown is null;
}
