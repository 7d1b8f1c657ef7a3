using CdkSecurityAnalyzers.Tests.Generators;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>The fixes of webhooks name the list of trusted contributors, and begin one where there is none.</summary>
public sealed class CreateContributorFileTests
{
    private const string Title = "Create trusted-contributors.txt";

    private static readonly (string Name, string Text)[] List = [("trusted-contributors.txt", "583231 octocat\n")];

    public static TheoryData<string, string, string, string> Programs { get; } = new()
    {
        {
            "CDKSEC101",
            "Only for trusted actors",
            "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) }",
            "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(TrustedContributors.ActorPattern) }"
        },
        { "CDKSEC102", "Only for trusted actors", "Webhook = true", ".AndActorAccountIs(TrustedContributors.ActorPattern)" },
        {
            "CDKSEC104",
            "Only for trusted actors (fill in their account ids)",
            "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\".*\") }",
            ".AndActorAccountIs(TrustedContributors.ActorPattern)"
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task WithoutAListItBeginsOne(string rule, string title, string webhook, string mended)
    {
        var program = Program(webhook, []);

        var created = await program.Fixed(rule, Title);

        var file = Assert.Single(created.AdditionalFiles);
        Assert.Equal("trusted-contributors.txt", file.Name);
        Assert.Equal(await program.Sources(), await created.Sources());
        var made = GeneratedCode.Of([file], library: null);
        Assert.Empty(made.Problems);
        Assert.Contains("\"^$\"", made.Single, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, await created.Titles(rule));
        Assert.Contains(title, await created.Titles(rule));
        Assert.NotEmpty(mended);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task WithAListTheFixNamesIt(string rule, string title, string webhook, string mended)
    {
        var program = Program(webhook, List);

        Assert.DoesNotContain(Title, await program.Titles(rule));
        var result = await program.Fixed(rule, title);

        Assert.Contains(mended, string.Concat((await result.Sources()).Select(file => file.Text)), StringComparison.Ordinal);
        Assert.Empty(await result.Findings());
    }

    private static EditableProgram Program(string webhook, IReadOnlyList<(string Name, string Text)> files) =>
        EditableProgram.Of(
            TestProgram.InStack($$"""new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", {{webhook}} }) });"""),
            new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], AdditionalFiles = files });
}
