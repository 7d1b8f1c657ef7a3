using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A thing with an identity and members that change: an object, a collection, the result of a call without source.
/// Members hold their final state once the evaluation is over; while it runs only <see cref="Heap"/> writes them.
/// </summary>
internal abstract class HeapValue(ITypeSymbol? type, Site site) : Value(site.Operation)
{
    private MemberTable members;

    /// <summary>The static type of the expression that made the value, or the created type.</summary>
    public ITypeSymbol? Type { get; } = type;

    /// <summary>Where the value was made.</summary>
    public Site Site { get; } = site;

    /// <summary>
    /// The moment at which the value was made, counted by <see cref="Heap"/>; 0 when it was there before everything else. What a branch makes itself
    /// exists in that branch only.
    /// </summary>
    internal int Birth { get; set; }

    /// <summary>
    /// What was assigned to a member, possibly a <see cref="ChoiceValue"/>; false when nothing ever was. Members of types without source have their name as
    /// key, members of source types their symbol. Readers outside the evaluation ask <see cref="World.TryGet"/>.
    /// </summary>
    public bool TryGet(object member, out Binding binding) => members.TryGet(member, out binding);

    /// <summary>The members that something was assigned to.</summary>
    public MemberTable Members => members;

    /// <summary>For <see cref="Heap"/> alone: every other write would escape the branches.</summary>
    internal void Set(object member, Binding? binding) => members.Set(member, binding);
}
