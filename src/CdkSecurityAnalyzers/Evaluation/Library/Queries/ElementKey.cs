using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Values by which elements are told apart or brought together.</summary>
internal static class ElementKey
{
    /// <summary>Whether it can be told of a value which others it equals.</summary>
    public static bool IsKnown(Binding key) => key.Value is ConstantValue or EnumMemberValue;

    /// <summary>What equals the content of every equal key. The key must be known.</summary>
    public static object ContentOf(Binding key) =>
        key.Value is ConstantValue constant ? constant.Content : ((EnumMemberValue)key.Value).Member;
}
