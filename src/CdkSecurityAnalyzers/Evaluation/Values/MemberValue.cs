using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// What a property or field without source gives when the program never assigned it: <c>project.Node.DefaultChild</c>, <c>Aws.ACCOUNT_ID</c>.
/// The same member of the same receiver is the same instance.
/// </summary>
internal sealed class MemberValue(ISymbol member, ITypeSymbol type, Binding? receiver, Site site) : HeapValue(type, site)
{
    /// <summary>The property or field.</summary>
    public ISymbol Member { get; } = member;

    /// <summary>The instance; null for static members.</summary>
    public Binding? Receiver { get; } = receiver;
}
