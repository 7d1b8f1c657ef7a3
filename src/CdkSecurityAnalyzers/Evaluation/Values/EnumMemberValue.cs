using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A member of an enum, by symbol: the numbers behind CDK enums shift between its releases, the names do not.
/// </summary>
internal sealed class EnumMemberValue(IFieldSymbol member, IOperation? origin) : Value(origin)
{
    public IFieldSymbol Member { get; } = member;

    public string Name => Member.Name;

    public override string ToString() => Name;
}
