using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Finds the smallest program that still disagrees.</summary>
internal static class Shrinking
{
    /// <summary>How many programs are tried at a time.</summary>
    private const int Step = 8;

    /// <summary>The disagreement of the program of a seed that agrees whatever part is left out of it.</summary>
    public static async Task<string> Smallest(int seed)
    {
        var choices = Choices.Random(seed);
        var name = ProgramGenerator.Program(choices, $"seed {seed}").Name;
        var tree = choices.Tree;
        while (await Smaller(tree, name) is { } smaller)
        {
            tree = smaller;
        }

        var run = (await ScenarioBatch.Run([ProgramGenerator.Program(Choices.Told(tree), name)]))[0];
        return Comparison.Disagreement(run) ?? $"{name} disagrees only among other programs.";
    }

    private static async Task<ChoiceTree?> Smaller(ChoiceTree tree, string name)
    {
        var text = ProgramGenerator.Program(Choices.Told(tree), name).ToString();
        var tried = new HashSet<string> { text };
        foreach (var step in tree.Smaller().Select(smaller => (Tree: smaller, Program: ProgramGenerator.Program(Choices.Told(smaller), name)))
            .Where(smaller => smaller.Program.ToString().Length <= text.Length && tried.Add(smaller.Program.ToString()))
            .Chunk(Step))
        {
            var runs = await ScenarioBatch.Run(step.Select(smaller => smaller.Program));
            var index = runs.ToList().FindIndex(run => Comparison.Disagreement(run) is not null);
            if (index >= 0)
            {
                return step[index].Tree;
            }
        }

        return null;
    }
}
