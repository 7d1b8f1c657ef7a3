using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>An array.</summary>
/// <param name="element">The type of its elements.</param>
/// <param name="elements">What it holds.</param>
/// <param name="another">Makes another array for the same place; null when only this one will do.</param>
internal sealed class WantedArray(string element, ImmutableArray<Wanted> elements, Func<Choices, Wanted>? another) : Wanted
{
    public string Element => element;

    public ImmutableArray<Wanted> Elements => elements;

    public override string Type => element + "[]";

    protected override IReadOnlyList<Spelling> Own => ArraySpellings.All;

    public override string Plain(Choices choices, Block block) => $"new {element}[] {{ {List(choices, block)} }}";

    /// <summary>The elements, separated by commas.</summary>
    public string List(Choices choices, Block block) => string.Join(", ", elements.Select(value => value.Spell(choices, block)));

    public override Wanted Another(Choices choices) => another?.Invoke(choices.Part()) ?? this;

    /// <summary>The array in two parts.</summary>
    public (WantedArray First, WantedArray Second) Split(Choices choices)
    {
        var middle = choices.Next(elements.Length + 1);
        return (new(element, elements[..middle], another: null), new(element, elements[middle..], another: null));
    }

    /// <summary>An element that the place may hold too.</summary>
    public Wanted? Further(Choices choices) => elements.IsEmpty ? null : elements[^1].Another(choices);
}
