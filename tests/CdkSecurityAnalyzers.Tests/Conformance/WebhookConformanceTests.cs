using Xunit;

namespace CdkSecurityAnalyzers.Tests.Conformance;

/// <summary>The analyzer reports what the template shows, no more and no less.</summary>
public sealed class WebhookConformanceTests
{
    /// <summary>How many programs share a compilation.</summary>
    private const int BatchSize = 20;

    [Fact]
    public async Task WrittenProgramsGetTheVerdictOfTheirTemplate()
    {
        var programs = WrittenPrograms.All.Select(program => $"// {program.Data.Item1}\n{program.Data.Item2}");
        var disagreements = new List<string>();
        foreach (var batch in programs.Chunk(BatchSize))
        {
            disagreements.AddRange((await ConformanceProgram.Run(batch)).Select(program => program.Disagreement()).OfType<string>());
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} programs disagree:\n" + string.Join('\n', disagreements));
    }
}
