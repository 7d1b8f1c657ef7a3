using System.Collections.Immutable;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Judges;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>Every way of a secret to every place where it is shown: the analyzer says what the templates say.</summary>
public sealed class CredentialConformanceTests
{
    private const string Secret = $"\"{CredentialJudge.Planted}\"";
    private const string Harmless = "\"{{resolve:ssm:/codebuild/token}}\"";
    private const string Unwrapped = "SecretValue.SecretsManager(\"codebuild/token\").UnsafeUnwrap()";

    private const string Written = "SecretValue.SecretsManager(\"codebuild/token\").ToString()";

    private static readonly string[] FewFlows = ["at once", "by a local that changes", "by three methods", "on a condition", "by a query", "where it throws"];

    public static TheoryData<string> Sinks => [.. SecretSinks.All.Keys];

    [Theory]
    [MemberData(nameof(Sinks))]
    public async Task A_text_of_the_program(string sink) => await Agree(Scenarios(sink, Secret));

    [Theory]
    [MemberData(nameof(Sinks))]
    public async Task A_harmless_text(string sink) => await Agree(Scenarios(sink, Harmless));

    [Theory]
    [MemberData(nameof(Sinks))]
    public async Task A_secret_that_is_unwrapped(string sink) => await Agree(SecretSinks.TakesTextOnly(sink) ? [] : Scenarios(sink, Unwrapped));

    /// <summary>In the variables of a project the CDK finds such a secret and refuses it: then there is no template to say anything about.</summary>
    [Theory]
    [MemberData(nameof(Sinks))]
    public async Task A_secret_that_becomes_a_text(string sink) => await Agree(SecretSinks.TakesTextOnly(sink) ? [] : Scenarios(sink, Written), mayRefuse: true);

    /// <summary>A secret takes every way; whether other texts are told from it does not depend on the way.</summary>
    private static IEnumerable<Scenario> Scenarios(string sink, string text) =>
        from flow in SecretFlow.All
        where text == Secret || FewFlows.Contains(flow.Key)
        let others = flow.Value.Others.Length == 0 ? Array.Empty<SourceFile>() : [new SourceFile("Others.cs", Filled(flow.Value.Others, text))]
        select Scenario.InStack(
            $"{sink}, {flow.Key}, {(text == Secret ? "secret" : text == Harmless ? "harmless" : text == Unwrapped ? "unwrapped" : "written")}",
            Filled(flow.Value.Before, text) + "\n" + SecretSinks.All[sink].Replace("@bit", "\0bit", StringComparison.Ordinal).Replace("@git", "\0git", StringComparison.Ordinal)
                .Replace("@", Filled(flow.Value.Expression, text), StringComparison.Ordinal).Replace('\0', '@'),
            Filled(flow.Value.Members, text),
            others);

    private static string Filled(string text, string secret) =>
        text.Replace("«»", secret, StringComparison.Ordinal).Replace("‹›", Harmless, StringComparison.Ordinal);

    private static async Task Agree(IEnumerable<Scenario> scenarios, bool mayRefuse = false)
    {
        var disagreements = new List<string>();
        foreach (var run in await ScenarioBatch.Run(scenarios))
        {
            var expected = run.Runs.SelectMany(made => made.Templates).SelectMany(CredentialJudge.Violations).Select(violation => violation.Rule).ToImmutableSortedSet(StringComparer.Ordinal);
            var actual = run.Findings.Select(finding => finding.Id).Where(CredentialJudge.Judged.Contains).ToImmutableSortedSet(StringComparer.Ordinal);
            if (!expected.SetEquals(actual) || !(run.IsSynthesized || mayRefuse))
            {
                disagreements.Add(
                    $"the template: {string.Join(", ", expected)}; the analysis: {string.Join(", ", actual)}; {run.Runs.FirstOrDefault(made => made.Refusal is not null)?.Refusal?.Message.Split('\n')[0]}\n{run.Scenario}");
            }
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements:\n{string.Join("\n", disagreements)}");
    }
}
