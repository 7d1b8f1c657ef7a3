using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>
/// A hand-written scenario. Its first lines say which rules each construct or statement violates (<c>// Build: 101 103</c>, <c>// Build: none</c>); behind them stand the
/// statements of a stack's constructor, further members and a second file, separated by lines of <c>---</c>, or a whole program with a class <c>Program</c>. Reviewed files follow, each under a line with its name: <c>--- build.policy.json</c>.
/// </summary>
internal sealed partial record ScenarioText(Scenario Scenario, ImmutableSortedSet<(string Construct, string Rule)> Violations)
{
    public static ScenarioText Read(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var verdicts = lines.TakeWhile(line => Verdict().IsMatch(line)).Select(line => Verdict().Match(line)).ToList();
        var parts = FileHeading().Split(string.Join('\n', lines.Skip(verdicts.Count)));
        var sections = Separator().Split(parts[0]);
        SourceFile[] others = sections.Length > 2 ? [new("Other.cs", sections[2])] : [];
        return new(
            (text.Contains("class Program", StringComparison.Ordinal)
                ? Scenario.Of(name, sections[0])
                : Scenario.InStack(name, sections[0], sections.ElementAtOrDefault(1) ?? "", others)) with
            {
                ReviewedFiles = [.. parts.Skip(1).Chunk(2).Select(file => new SourceFile(file[0], file[1]))],
            },
            [.. verdicts.SelectMany(verdict => Rules().Matches(verdict.Groups[2].Value).Select(rule => (verdict.Groups[1].Value, "CDKSEC" + rule.Value)))]);
    }

    /// <summary>A project whose source has further properties.</summary>
    public static string Project(string id, string props) => $"new Project(this, \"{id}\", new ProjectProps {{ Source = {Source(props)} }});";

    /// <summary>A source of GitHub that has further properties.</summary>
    public static string Source(string props) => $"Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", {props} }})";

    /// <summary>A project that other statements go on with, and its resource.</summary>
    public static string Kept(string props) => $"var project = {Project("Build", props)}\nvar cfn = (CfnProject)project.Node.DefaultChild!;";

    /// <summary>The template's resource with properties of its triggers.</summary>
    public static string Resource(string id, string triggers) =>
        $$"""
        new CfnProject(this, "{{id}}", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, {{triggers}} },
        });
        """;

    [GeneratedRegex(@"^// (\w+): ((?:\d+ ?)+|none)$")]
    private static partial Regex Verdict();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Rules();

    [GeneratedRegex(@"^--- (\S+)\n", RegexOptions.Multiline)]
    private static partial Regex FileHeading();

    [GeneratedRegex(@"^---\n", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
