using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>Whoever copies a command from a page gets what the page says: the commands of its shell pieces and of its pipelines are run here, in their order.</summary>
public sealed partial class PageCommandTests(PackageUnderTest package) : IDisposable
{
    /// <summary>What other people's images and tools do.</summary>
    private static readonly string[] Foreign = ["apt-get ", "ash "];

    private readonly UserFolder folder = new(package);

    [Theory]
    [InlineData("ci.md", 11, "cdksec.sarif", "gl-code-quality-report.json")]
    [InlineData("suppression.md", 2)]
    [InlineData("configuration.md", 2)]
    public async Task EveryCommandOfThePageRuns(string page, int count, params string[] written)
    {
        WriteApp();
        var text = Repository.Read("docs", page);
        var commands = Commands(text).ToList();
        Assert.Equal(count, commands.Count);

        foreach (var command in commands)
        {
            var isBuild = command.StartsWith("dotnet build", StringComparison.Ordinal);
            if (isBuild)
            {
                // A server builds from a clean checkout.
                folder.Delete("src/App/obj/Debug");
                folder.Delete("src/App/app.sarif");
            }

            // The page speaks of an app in src/App, or of the folder that one is in.
            var result = await folder.TryShell(command, command.Contains("src/App", StringComparison.Ordinal) ? "" : "src/App");

            if (!isBuild)
            {
                Assert.True(result.ExitCode == 0, $"{command}\n{result.Output}");
                continue;
            }

            result.FailsOnlyByFindings();
            Assert.Contains(" CDKSEC102: ", result.Output, StringComparison.Ordinal);
            if (command.Contains("ErrorLog=app.sarif", StringComparison.Ordinal))
            {
                Assert.Contains(Finding.ReadSarif(folder.Read("src/App/app.sarif")), finding => finding.RuleId == "CDKSEC102");
            }
        }

        Assert.Equal(written, PublishedFiles(text).Distinct().Order(StringComparer.Ordinal));
        Assert.All(written, file => Assert.Contains("CDKSEC102", folder.Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheFileForARepositoryGivesEveryProjectAndEveryFrameworkALogOfItsOwn()
    {
        var page = Repository.Read("docs", "ci.md");
        var block = XmlBlock().Match(page);
        WriteApp();
        folder.Write(FileName().Match(page).Groups["name"].Value, block.Groups["text"].Value)
            .Write("src/Many/BuildStack.cs", VulnerableStack.Text)
            .Write(
                "src/Many/Many.csproj",
                UserProject.Text($"<TargetFramework /><TargetFrameworks>{UserProject.Framework};net8.0</TargetFrameworks>", UserProject.Cdk, UserProject.Analyzers(package)));

        (await folder.TryBuild("src/App/App.csproj", "src/Many/Many.csproj")).FailsOnlyByFindings();

        foreach (var log in new[] { $"src/App/App.{UserProject.Framework}.sarif", $"src/Many/Many.{UserProject.Framework}.sarif", "src/Many/Many.net8.0.sarif" })
        {
            Assert.Contains(Finding.ReadSarif(folder.Read(log)), finding => finding.RuleId == "CDKSEC102");
        }
    }

    public void Dispose() => folder.Dispose();

    private void WriteApp()
    {
        var sarif = Repository.Read("tools", "sarif.mjs");
        folder.Write("sarif.mjs", sarif)
            .Write("src/App/sarif.mjs", sarif)
            .Write("src/App/BuildStack.cs", VulnerableStack.Text)
            .Write("src/App/App.csproj", UserProject.Text("", UserProject.Cdk, UserProject.Analyzers(package)));
    }

    /// <summary>The lines of shell pieces, and the commands of pipelines.</summary>
    private static IEnumerable<string> Commands(string page) =>
        from block in CodeBlock().Matches(page)
        from line in block.Groups["text"].Value.Split('\n')
        let command = block.Groups["language"].Value == "sh" ? line.Split(" #")[0].Trim() : PipelineCommand().Match(line).Groups["command"].Value
        where command.Length > 0 && !Foreign.Any(foreign => command.StartsWith(foreign, StringComparison.Ordinal))
        select command;

    /// <summary>The files that pipelines hand on.</summary>
    private static IEnumerable<string> PublishedFiles(string page) =>
        CodeBlock().Matches(page).Where(block => block.Groups["language"].Value == "yaml").SelectMany(block => PublishedFile().Matches(block.Value)).Select(match => match.Groups["file"].Value);

    [GeneratedRegex("```(?<language>sh|yaml)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("```xml\n(?<text><Project>.*?)```", RegexOptions.Singleline)]
    private static partial Regex XmlBlock();

    [GeneratedRegex("`(?<name>Directory\\.Build\\.[a-z]+)`")]
    private static partial Regex FileName();

    [GeneratedRegex("^ *- (run: )?(?<command>(dotnet|node|apt-get) .*)$")]
    private static partial Regex PipelineCommand();

    [GeneratedRegex("^ *(- |sarif_file: |codequality: )(?<file>[a-z-]+\\.(sarif|json))\r?$", RegexOptions.Multiline)]
    private static partial Regex PublishedFile();
}
