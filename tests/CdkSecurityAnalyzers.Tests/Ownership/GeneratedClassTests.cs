using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>Rules read through generated code. Nobody writes in it: what is wrong is told in the file that it is made from, or where the program uses it.</summary>
public sealed class GeneratedClassTests
{
    private const string Policy = """
        {
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${BucketName}/*" },
            { "Effect": "Allow", "Action": {|CDKSEC202:"sqs:*"|}, "Resource": "arn:aws:sqs:${Region}:${Account}:builds" }
          ]
        }
        """;

    private static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        AdditionalFiles =
        [
            ("trusted-contributors.txt", "583231 octocat\n[docs]\n755743 releaser\n"),
            ("nobody.trusted-contributors.txt", "# Nobody.\n"),
            ("build.policy.json", Policy),
            ("scoped.policy.json", """{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::${BucketName}/*"}}"""),
            ("wide-boundary.policy.json", """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"""),
        ],
    };

    [Theory]
    [InlineData("TrustedContributors.PullRequests()")]
    [InlineData("TrustedContributors.Docs.PullRequests()")]
    [InlineData("TrustedContributors.PullRequests(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_MERGED)")]
    [InlineData("TrustedContributors.Push(\"main\")")]
    [InlineData("TrustedContributors.Push(\"main\", \"release/*\", \"v1.2+(x)\")")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(TrustedContributors.ActorPattern)")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^(\" + string.Join(\"|\", TrustedContributors.AccountIds) + \")$\")")]
    [InlineData("{|CDKSEC108:NobodyTrustedContributors.PullRequests()|}")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC108:NobodyTrustedContributors.ActorPattern|})")]
    [InlineData("FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}), TrustedContributors.PullRequests()")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:string.Join(\"|\", TrustedContributors.AccountIds)|})")]
    public Task Webhooks(string groups) => Verify.InStack(
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = true, WebhookFilters = new[] { {{groups}} } }),
        });
        """,
        Options);

    [Fact]
    public async Task AListOfNobodyIsToldAsSuch()
    {
        var findings = await Analysis.Run(
            TestProgram.InStack("""new Project(this, "B", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", WebhookFilters = new[] { NobodyTrustedContributors.PullRequests() } }) });"""),
            Options with { CdkVersions = [CdkLibrary.Newest], AdditionalFiles = [("nobody.trusted-contributors.txt", "# Nobody.\n")] });

        Assert.Equal("'^$' lists no account; this filter group never starts a build", Assert.Single(findings).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    // The file says it.
    [InlineData("BuildPolicy.AttachTo(role, \"widgets\");")]
    [InlineData("role.AddToPolicy(BuildPolicy.Statements(\"widgets\")[1]);")]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Document = BuildPolicy.Document(\"widgets\"), Roles = new[] { role } });")]
    [InlineData("ScopedPolicy.AttachTo(role, \"widgets\");")]
    // What the program fills in is the program's.
    [InlineData("ScopedPolicy.AttachTo(role, {|CDKSEC203:\"*\"|});")]
    [InlineData("foreach (var statement in ScopedPolicy.Statements({|CDKSEC203:\"*\"|})) role.AddToPolicy(statement);")]
    // A boundary bounds; whoever attaches it grants what it says.
    [InlineData("Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Document = WideBoundaryPolicy.Document() }));")]
    [InlineData("{|CDKSEC202:WideBoundaryPolicy.AttachTo(role)|};")]
    public Task Policies(string statements) => Verify.InStack(
        "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new AccountRootPrincipal() });\n" + statements,
        Options);

    [Fact]
    public Task WhatNobodyUsesIsToldInItsFileOnly() => Verify.Analyzer("class A { }", Options);
}
