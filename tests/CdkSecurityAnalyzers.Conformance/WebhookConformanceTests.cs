using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>The analyzer reports what the template shows, no more and no less.</summary>
public sealed class WebhookConformanceTests
{
    private const int Seed = 20260;

    private const int GeneratedPrograms = 160;

    [Fact]
    public async Task WrittenProgramsGetTheVerdictOfTheirTemplate()
    {
        var runs = await ScenarioBatch.Run(WrittenPrograms.All);
        var disagreements = runs.Select(Comparison.Disagreement).OfType<string>().ToList();
        Assert.True(runs.Count(run => run.IsSynthesized) > runs.Count / 2, "Most programs could not be judged.");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} programs disagree:\n" + string.Join('\n', disagreements));
    }

    [Fact]
    public async Task GeneratedWebhooksGetTheVerdictOfTheirTemplate()
    {
        var generator = new WebhookGenerator(Seed);
        var webhooks = Enumerable.Range(0, GeneratedPrograms).Select(_ => generator.Next()).ToList();
        var runs = await ScenarioBatch.Run(webhooks.Select(Program));
        for (var index = 0; index < runs.Count; index++)
        {
            if (Comparison.Disagreement(runs[index]) is not null)
            {
                Assert.Fail($"Program {index} of seed {Seed} disagrees:\n{await Smallest(webhooks[index])}");
            }
        }

        Assert.True(runs.Count(run => run.IsSynthesized) > GeneratedPrograms / 2, "Most programs could not be judged.");
    }

    /// <summary>The disagreement of a program that agrees whatever part is left out of it.</summary>
    internal static async Task<string?> Smallest(GeneratedWebhook webhook)
    {
        while (true)
        {
            var smaller = webhook.Smaller().ToList();
            var runs = await ScenarioBatch.Run(smaller.Select(Program));
            var index = runs.ToList().FindIndex(run => Comparison.Disagreement(run) is not null);
            if (index < 0)
            {
                return Comparison.Disagreement((await ScenarioBatch.Run([Program(webhook)]))[0]);
            }

            webhook = smaller[index];
        }
    }

    private static Scenario Program(GeneratedWebhook webhook) => Scenario.InStack("generated", GeneratedProgram.Of(webhook));
}
