using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A dictionary whose keys are texts.</summary>
/// <param name="element">The type of its values.</param>
/// <param name="another">Makes another dictionary for the same place.</param>
internal sealed class WantedDictionary(string element, ImmutableArray<(WantedText Key, Wanted Value)> entries, Func<Choices, WantedDictionary> another) : Wanted
{
    public string Element => element;

    public ImmutableArray<(WantedText Key, Wanted Value)> Entries => entries;

    public override string Type => $"Dictionary<string, {element}>";

    protected override IReadOnlyList<Spelling> Own => DictionarySpellings.All;

    /// <summary>The variables of a build.</summary>
    public static WantedDictionary Variables(Choices choices, int number) =>
        Of(choices, "IBuildEnvironmentVariable", number, WantedVariable.Any);

    /// <summary>The variables of a buildspec or of a step.</summary>
    public static WantedDictionary Texts(Choices choices, string element, int number) =>
        Of(choices, element, number, (one, own) => WantedText.OneOf(one, SecretPools.Values(own)));

    public override string Plain(Choices choices, Block block)
    {
        var format = choices.OneOf("[{0}] = {1}", "{{ {0}, {1} }}");
        return $"new {Type} {{ {string.Join(", ", entries.Select(Entry))} }}";

        string Entry((WantedText Key, Wanted Value) entry) =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, format, entry.Key.Spell(choices, block), entry.Value.Spell(choices, block));
    }

    public override Wanted Another(Choices choices) => another(choices.Part());

    private static WantedDictionary Of(Choices choices, string element, int number, Func<Choices, int, Wanted> make)
    {
        var count = 0;
        return new(
            element,
            choices.Many(1, 2, one => (WantedText.OneOf(one, SecretPools.Names(number + ++count)), make(one, number + count))),
            other => Of(other, element, number + 10, make));
    }
}
