using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Scenarios;

/// <summary>Code that is being typed: the programs of every rule page and of the samples, with each token deleted in turn.</summary>
public sealed class UnfinishedCodeTests
{
    private static readonly ProgramOptions EveryRule = new() { CdkVersions = [CdkLibrary.Runnable], Enable = ["CDKSEC109", "CDKSEC110", "CDKSEC901"] };

    private static readonly Dictionary<string, Sample> Samples = new() { ["vulnerable"] = Sample.Vulnerable, ["hardened"] = Sample.Hardened };

    public static TheoryData<string> PagesWithCode => [.. DocumentedRules.All.Select(rule => rule.Id).Where(id => RulePage.Of(id).Noncompliant is not null)];

    public static TheoryData<string, string> SampleSources =>
        [.. from sample in Samples from source in sample.Value.Sources() select (sample.Key, source.Name)];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public async Task TheCodeOfAPage(string id)
    {
        var page = RulePage.Of(id);

        Assert.True(await TokenDeletion.Check(TestProgram.InStack(page.Noncompliant!), EveryRule) > 20);
        Assert.True(await TokenDeletion.Check(TestProgram.InStack(page.Compliant!), EveryRule) > 20);
    }

    [Theory]
    [MemberData(nameof(SampleSources))]
    public async Task AFileOfASample(string sample, string name)
    {
        var sources = Samples[sample].Sources().ToLookup(source => source.Name == name);
        var options = EveryRule with { OutputKind = OutputKind.ConsoleApplication, GlobalUsings = false, MoreSources = [.. sources[false].Select(Renamed)], AdditionalFiles = Samples[sample].Options.AdditionalFiles };

        Assert.True(await TokenDeletion.Check(sources[true].Single().Text, options) > 10);
    }

    /// <summary>What follows an unfinished statement is read by the compiler as a part of it: what a variable holds there is anybody's guess.</summary>
    [Theory]
    [InlineData("Console.WriteLine(")]
    [InlineData("var count = ")]
    [InlineData("new Project(this, \"Next\", new ProjectProps { Sour")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\"")]
    public async Task AnUnfinishedStatementAboveAProjectThatIsGuarded(string unfinished)
    {
        var program = TestProgram.InStack(
            $$"""
            var role = new Role(this, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            {{unfinished}}
            var open = new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }),
            });
            var resource = (CfnProject)open.Node.DefaultChild!;
            resource.AddPropertyOverride("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", "ALL_PULL_REQUESTS");
            """);

        Assert.Empty(await Analysis.Run(program, new ProgramOptions { CdkVersions = [CdkLibrary.Runnable] }, allowErrors: true));
    }

    /// <summary>The deleted tokens are those of the file that has the program's name.</summary>
    private static (string Name, string Text) Renamed((string Name, string Text) source) =>
        (source.Name == TestProgram.FileName ? "Entry.cs" : source.Name, source.Text);
}
