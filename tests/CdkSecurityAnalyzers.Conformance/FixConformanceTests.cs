using System.Collections.Immutable;
using CdkSecurityAnalyzers.Conformance.Generation;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Scenarios;
using CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>
/// What every fix owes to every program for which it is offered: the result compiles, lacks the finding, has no new one but that of a placeholder,
/// and is synthesized to templates that show the same. CONFORMANCE_FIXED_PROGRAMS is the number of generated programs, CONFORMANCE_FIXED_SEED the first one's seed.
/// </summary>
public sealed class FixConformanceTests
{
    private static readonly int GeneratedSeed = Setting.Of("CONFORMANCE_FIXED_SEED", 900_001);

    private static readonly int GeneratedPrograms = Setting.Of("CONFORMANCE_FIXED_PROGRAMS", 60);

    /// <summary>What a placeholder is, of an account or in a policy, and what builds on push are where nobody asks for branches.</summary>
    private static readonly string[] Accepted = ["CDKSEC108", "CDKSEC109", "CDKSEC211"];

    /// <summary>Their fixes give effect to what had none: that may be wrong in its own right.</summary>
    private static readonly string[] Reviving = ["CDKSEC105", "CDKSEC108", "CDKSEC210"];

    /// <summary>A path to more permissions keeps the wildcards of all its steps silent: when its pass-role is mended, those of the other steps show.</summary>
    private static readonly Dictionary<string, string> Covering = new() { ["CDKSEC205"] = "CDKSEC203" };

    [Fact]
    public Task EveryFixOfEveryWrittenProgramHoldsItsPromise() => Check(WrittenPrograms.All, atLeast: 50);

    [Fact]
    public Task EveryFixOfEveryScenarioHoldsItsPromise() => Check(ScenarioTests.Scenarios, atLeast: 50);

    [Fact]
    public Task EveryFixOfEveryPipelineHoldsItsPromise() => Check(PipelineConformanceTests.Scenarios, atLeast: 25, PipelineConformanceTests.Disagreement);

    [Fact]
    public Task EveryFixOfGeneratedProgramsHoldsItsPromise() =>
        Check(
            Enumerable.Range(GeneratedSeed, GeneratedPrograms).Select(seed => ProgramGenerator.Program(Choices.Random(seed), $"seed {seed}")),
            atLeast: 20);

    /// <param name="judge">What a fixed program and its templates say differently; null when they agree.</param>
    private static async Task Check(IEnumerable<Scenario> scenarios, int atLeast, Func<ScenarioRun, string?>? judge = null)
    {
        var applied = new List<Fix>();
        foreach (var scenario in scenarios)
        {
            applied.AddRange(await FixesOf(scenario));
        }

        var broken = new List<string>();
        foreach (var part in applied.Chunk(25))
        {
            broken.AddRange(await Judge(part, judge ?? Comparison.Disagreement));
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {applied.Count} fixes break their promise:\n{string.Join("\n", broken)}");
        Assert.True(applied.Count >= atLeast, $"Only {applied.Count} fixes are offered.");
    }

    private static async Task<IEnumerable<Fix>> FixesOf(Scenario scenario)
    {
        var program = EditableProgram.Of(
            scenario.Files[0].Text,
            new ProgramOptions
            {
                CdkVersions = [CdkLibrary.Runnable],
                Enable = ScenarioBatch.OffByDefault,
                MoreSources = [.. scenario.Files.Skip(1).Select(file => (file.Name, file.Text)), (Inputs.FileName, Inputs.Source)],
            });
        var before = await program.Findings();
        var fixes = new List<Fix>();
        foreach (var (finding, offer, result) in await program.EveryFix())
        {
            var files = (await result.Sources()).Where(file => file.Name != Inputs.FileName).Select(file => new SourceFile(file.Name, file.Text));
            fixes.Add(new Fix(scenario, before, finding, new Scenario($"{scenario.Name}: {finding.Id} '{offer}'", [.. files])));
        }

        return fixes;
    }

    /// <summary>What is wrong with fixed programs, which share a compilation unless one of them does not compile.</summary>
    private static async Task<IEnumerable<string>> Judge(Fix[] fixes, Func<ScenarioRun, string?> judge)
    {
        try
        {
            var runs = await ScenarioBatch.Run(fixes.Select(fix => fix.Result));
            return fixes.Zip(runs, (fix, run) => WhatIsWrong(fix, run, judge)).OfType<string>();
        }
        catch (Exception) when (fixes.Length > 1)
        {
            var broken = new List<string>();
            foreach (var fix in fixes)
            {
                broken.AddRange(await Judge([fix], judge));
            }

            return broken;
        }
        catch (Exception exception)
        {
            return [$"{exception.Message}\n{fixes[0].Result}"];
        }
    }

    /// <summary>
    /// Whether the CDK may refuse what comes out: a webhook that is switched off must have no filter groups, also none that the same props get later. The title
    /// of the fix asks to check that.
    /// </summary>
    private static bool MayBeRefused(Fix fix) => fix.Result.Name.Contains("(check that nothing relies on it)", StringComparison.Ordinal);

    /// <summary>What had no effect may lack it for a second reason, which the fix of the first one brings to light.</summary>
    private static bool IsLeft(Fix fix, ScenarioRun run)
    {
        var left = run.Findings.Where(finding => finding.Id == fix.Rule).ToList();
        return left.Count >= fix.CountBefore(fix.Rule)
            && (!Reviving.Contains(fix.Rule) || left.Exists(finding => finding.GetMessage(null) == fix.Finding.GetMessage(null)));
    }

    private static string? WhatIsWrong(Fix fix, ScenarioRun run, Func<ScenarioRun, string?> judge)
    {
        var added = run.Findings.Select(left => left.Id).CountBy(id => id)
            .Where(left => !Accepted.Contains(left.Key) && Covering.GetValueOrDefault(fix.Rule) != left.Key && !Reviving.Contains(fix.Rule) && left.Value > fix.CountBefore(left.Key))
            .Select(left => left.Key)
            .ToList();
        var isLeft = IsLeft(fix, run);
        return added.Count > 0 || isLeft
            ? $"{(isLeft ? "leaves its finding" : "")} {(added.Count > 0 ? "adds " + string.Join(" ", added) : "")}\n{fix.Result}\n// before\n{fix.Program}\n{string.Join('\n', fix.Before)}"
            : judge(run) is { } disagreement ? "makes a program that disagrees\n" + disagreement
            : run.IsSynthesized || MayBeRefused(fix) ? null
            : $"makes a program that throws {run.Runs[0].Refusal?.Message}\n{fix.Result}";
    }

    /// <summary>A fix that was applied.</summary>
    private sealed record Fix(Scenario Program, ImmutableArray<Diagnostic> Before, Diagnostic Finding, Scenario Result)
    {
        public string Rule => Finding.Id;

        public int CountBefore(string rule) => Before.Count(known => known.Id == rule);
    }
}
