using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>The analyzer reports what the template shows, no more and no less.</summary>
public sealed class WebhookConformanceTests
{
    /// <summary>How many programs share a compilation.</summary>
    private const int BatchSize = 20;

    private const int Seed = 20260;

    private const int GeneratedPrograms = 160;

    [Fact]
    public async Task WrittenProgramsGetTheVerdictOfTheirTemplate()
    {
        var programs = WrittenPrograms.All.Select(program => $"// {program.Data.Item1}\n{program.Data.Item2}");
        var disagreements = new List<string>();
        var synthesized = 0;
        foreach (var batch in programs.Chunk(BatchSize))
        {
            var run = await ConformanceProgram.Run(batch);
            synthesized += run.Count(program => program.Template is not null);
            disagreements.AddRange(run.Select(program => program.Disagreement()).OfType<string>());
        }

        Assert.True(synthesized > WrittenPrograms.All.Count / 2, $"Only {synthesized} programs could be judged.");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} programs disagree:\n" + string.Join('\n', disagreements));
    }

    [Fact]
    public async Task GeneratedProgramsGetTheVerdictOfTheirTemplate()
    {
        var generator = new WebhookGenerator(Seed);
        var synthesized = 0;
        for (var done = 0; done < GeneratedPrograms; done += BatchSize)
        {
            var webhooks = Enumerable.Range(0, BatchSize).Select(_ => generator.Next()).ToList();
            var programs = await ConformanceProgram.Run([.. webhooks.Select(GeneratedProgram.Of)]);
            synthesized += programs.Count(program => program.Template is not null);
            for (var index = 0; index < programs.Count; index++)
            {
                if (programs[index].Disagreement() is not null)
                {
                    Assert.Fail($"Program {done + index} of seed {Seed} disagrees:\n{await Smallest(webhooks[index])}");
                }
            }
        }

        Assert.True(synthesized > GeneratedPrograms / 2, $"Only {synthesized} of {GeneratedPrograms} programs could be judged.");
    }

    /// <summary>The disagreement of a program that agrees whatever part is left out of it.</summary>
    internal static async Task<string?> Smallest(GeneratedWebhook webhook)
    {
        while (true)
        {
            var smaller = webhook.Smaller().ToList();
            var programs = smaller.Count == 0 ? [] : await ConformanceProgram.Run([.. smaller.Select(GeneratedProgram.Of)]);
            var index = programs.ToList().FindIndex(program => program.Disagreement() is not null);
            if (index < 0)
            {
                return (await ConformanceProgram.Run([GeneratedProgram.Of(webhook)]))[0].Disagreement();
            }

            webhook = smaller[index];
        }
    }
}
