using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Finds the smallest program that still disagrees.</summary>
/// <param name="write">Writes the program that some choices lead to, under a name.</param>
/// <param name="run">Analyzes and runs programs.</param>
/// <param name="disagreement">Null when analysis and templates agree, else what each says.</param>
internal sealed class Shrinking(
    Func<Choices, string, Scenario> write,
    Func<IEnumerable<Scenario>, Task<IReadOnlyList<ScenarioRun>>> run,
    Func<ScenarioRun, string?> disagreement)
{
    /// <summary>How many programs are tried at a time.</summary>
    private const int Step = 8;

    /// <summary>The disagreement of the program of a seed that agrees whatever part is left out of it.</summary>
    public async Task<string> Smallest(int seed)
    {
        var choices = Choices.Random(seed);
        var name = write(choices, $"seed {seed}").Name;
        var tree = choices.Tree;
        while (await Smaller(tree, name) is { } smaller)
        {
            tree = smaller;
        }

        return disagreement((await run([write(Choices.Told(tree), name)]))[0]) ?? $"{name} disagrees only among other programs.";
    }

    private async Task<ChoiceTree?> Smaller(ChoiceTree tree, string name)
    {
        var text = write(Choices.Told(tree), name).ToString();
        var tried = new HashSet<string> { text };
        foreach (var step in tree.Smaller().Select(smaller => (Tree: smaller, Program: write(Choices.Told(smaller), name)))
            .Where(smaller => smaller.Program.ToString().Length <= text.Length && tried.Add(smaller.Program.ToString()))
            .Chunk(Step))
        {
            var runs = await run(step.Select(smaller => smaller.Program));
            var index = runs.ToList().FindIndex(made => disagreement(made) is not null);
            if (index >= 0)
            {
                return step[index].Tree;
            }
        }

        return null;
    }
}
