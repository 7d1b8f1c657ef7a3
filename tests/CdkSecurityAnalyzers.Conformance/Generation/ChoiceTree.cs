using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>
/// The choices that lead to a program: numbers, of which 0 is always the simplest, and subtrees for its parts. What a tree does not say is 0, so that every
/// part of it can be left out and still leads to a program.
/// </summary>
/// <param name="IsList">Whether each child is an element that can be dropped; then the first number is how many there are.</param>
internal sealed record ChoiceTree(bool IsList, ImmutableList<int> Values, ImmutableList<ChoiceTree> Children)
{
    public static readonly ChoiceTree Simplest = new(IsList: false, [], []);

    private bool IsSimplest => Values.TrueForAll(value => value == 0) && Children.TrueForAll(child => child.IsSimplest);

    /// <summary>The trees with one part less, or with one part made simple, the largest steps first.</summary>
    public IEnumerable<ChoiceTree> Smaller()
    {
        if (IsList && Values[0] > 0)
        {
            foreach (var index in Enumerable.Range(0, Children.Count))
            {
                yield return this with { Values = Values.SetItem(0, Values[0] - 1), Children = Children.RemoveAt(index) };
            }
        }

        foreach (var index in Enumerable.Range(0, Children.Count).Where(index => !Children[index].IsSimplest))
        {
            yield return this with { Children = Children.SetItem(index, Simplest) };
        }

        foreach (var index in Enumerable.Range(IsList ? 1 : 0, IsList ? 0 : Values.Count).Where(index => Values[index] > 0))
        {
            yield return this with { Values = Values.SetItem(index, 0) };
        }

        foreach (var index in Enumerable.Range(0, Children.Count))
        {
            foreach (var smaller in Children[index].Smaller())
            {
                yield return this with { Children = Children.SetItem(index, smaller) };
            }
        }
    }
}
