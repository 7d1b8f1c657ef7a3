using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Makes choices, by chance or as a <see cref="ChoiceTree"/> says, and remembers them.</summary>
internal sealed class Choices
{
    private readonly Random? random;
    private readonly ChoiceTree told;
    private readonly List<int> values = [];
    private readonly List<Choices> children = [];
    private bool isList;

    private Choices(Random? random, ChoiceTree told, int depth) => (this.random, this.told, Depth) = (random, told, depth);

    /// <summary>How many choices of forms are nested around this one.</summary>
    public int Depth { get; }

    public ChoiceTree Tree => new(isList, [.. values], [.. children.Select(child => child.Tree)]);

    public static Choices Random(int seed) => new(new Random(seed), ChoiceTree.Simplest, 0);

    public static Choices Told(ChoiceTree tree) => new(random: null, tree, 0);

    /// <summary>A number from 0, the simplest, to less than a limit.</summary>
    public int Next(int limit)
    {
        var value = random?.Next(limit) ?? Math.Min(told.Values.ElementAtOrDefault(values.Count), limit - 1);
        values.Add(value);
        return value;
    }

    /// <summary>Whether something that is not simple happens.</summary>
    public bool Chance(int percent) => Next(100) >= 100 - percent;

    /// <summary>One of some things, of which the first is the simplest.</summary>
    public T OneOf<T>(params IReadOnlyList<T> all) => all[Next(all.Count)];

    /// <summary>One of some ways, of which only the chosen one is gone.</summary>
    public T OneWay<T>(params IReadOnlyList<Func<T>> all) => OneOf(all)();

    /// <summary>The choices for a part.</summary>
    public Choices Part(bool isDeeper = false) => Part(isDeeper ? Depth + 1 : Depth);

    /// <summary>The choices for a part that holds no further forms.</summary>
    public Choices FlatPart() => Part(int.MaxValue / 2);

    /// <summary>Some things, of which each can be dropped as long as enough are left.</summary>
    public ImmutableArray<T> Many<T>(int least, int most, Func<Choices, T> make)
    {
        var list = Part();
        list.isList = true;
        var count = least + list.Next(most - least + 1);
        return [.. Enumerable.Range(0, count).Select(_ => make(list.Part()))];
    }

    private Choices Part(int depth)
    {
        var child = new Choices(random, told.Children.ElementAtOrDefault(children.Count) ?? ChoiceTree.Simplest, depth);
        children.Add(child);
        return child;
    }
}
