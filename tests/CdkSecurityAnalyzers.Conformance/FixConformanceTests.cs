using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>
/// What every fix owes to every program for which it is offered: the result compiles, lacks the finding, has no new one but that of a placeholder,
/// and is synthesized to a template that shows the same.
/// </summary>
public sealed class FixConformanceTests
{
    /// <summary>What a placeholder is, and what builds on push are where nobody asks for branches.</summary>
    private static readonly string[] Accepted = ["CDKSEC108", "CDKSEC109"];

    /// <summary>Their fixes give effect to what had none: that may be wrong in its own right.</summary>
    private static readonly string[] Reviving = ["CDKSEC105", "CDKSEC108"];

    [Fact]
    public async Task EveryFixOfEveryWrittenProgramHoldsItsPromise()
    {
        var broken = new List<string>();
        var applied = new List<(string Description, string Source)>();
        foreach (var written in WrittenPrograms.All)
        {
            var name = written.Name;
            var program = EditableProgram.Of(written.Files[0].Text, new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = ["CDKSEC109"] });
            var before = await program.Findings();
            foreach (var (finding, offer, result) in await program.EveryFix())
            {
                var description = $"{name}: {finding.Id} '{offer}'";
                applied.Add((description, (await result.Syntax()).ToString()));
                var after = await Try(result.Findings, broken, description);
                var added = after.Select(left => left.Id).GroupBy(id => id)
                    .Where(left => !Accepted.Contains(left.Key) && !Reviving.Contains(finding.Id) && left.Count() > before.Count(known => known.Id == left.Key))
                    .Select(left => left.Key)
                    .ToList();
                var isLeft = after.Count(left => left.Id == finding.Id) >= before.Count(known => known.Id == finding.Id);
                if (added.Count > 0 || isLeft)
                {
                    broken.Add($"{description} {(isLeft ? "leaves its finding" : "")} {(added.Count > 0 ? "adds " + string.Join(" ", added) : "")}\n{(await result.Syntax())}");
                }
            }
        }

        foreach (var (description, source) in applied)
        {
            await Try(() => Task.FromResult(Synthesis.Template(source) is null ? [] : ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>.Empty), broken, description + "\n" + source);
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {applied.Count} fixes break their promise:\n{string.Join("\n", broken)}");
        Assert.True(applied.Count > 50);
    }

    private static async Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Try(
        Func<Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>>> run, List<string> broken, string description)
    {
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            broken.Add($"{description}: {exception.Message}");
            return [];
        }
    }
}
