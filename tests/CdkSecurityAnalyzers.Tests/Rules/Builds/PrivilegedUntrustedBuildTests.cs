using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

public sealed class PrivilegedUntrustedBuildTests
{
    private const string Privileged = "Environment = new BuildEnvironment { Privileged = {|CDKSEC401:true|} }";

    private static readonly BuildProgram Program = new("CDKSEC401");

    [Theory]
    [InlineData(Privileged, "")]
    [InlineData("Environment = new BuildEnvironment { Privileged = false }", "")]
    [InlineData("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.STANDARD_7_0 }", "")]
    [InlineData("Environment = new BuildEnvironment { Privileged = bool.Parse(id) }", "")]
    [InlineData("Environment = null", "cfn.AddPropertyOverride(\"Environment.PrivilegedMode\", {|CDKSEC401:true|});")]
    [InlineData("Environment = new BuildEnvironment { Privileged = true }", "cfn.AddPropertyOverride(\"Environment.PrivilegedMode\", false);")]
    [InlineData("Environment = new BuildEnvironment { Privileged = true }", "cfn.AddPropertyDeletionOverride(\"Environment.PrivilegedMode\");")]
    [InlineData("Description = \"x\"", "cfn.AddOverride(\"Properties.Environment.PrivilegedMode\", {|CDKSEC401:true|});")]
    [InlineData("Description = \"x\"", "cfn.Environment = new CfnProject.EnvironmentProperty { ComputeType = \"BUILD_GENERAL1_SMALL\", Image = \"aws/codebuild/standard:7.0\", Type = \"LINUX_CONTAINER\", PrivilegedMode = {|CDKSEC401:true|} };")]
    [InlineData("Environment = new BuildEnvironment { Privileged = true }", "cfn.AddPropertyDeletionOverride(\"Triggers\");")]
    public Task Spellings(string props, string after) => Program.Reachable(props, after);

    [Theory]
    [InlineData("PrivilegedMode = {|CDKSEC401:true|}", "PULL_REQUEST_UPDATED")]
    [InlineData("PrivilegedMode = false", "PULL_REQUEST_UPDATED")]
    [InlineData("PrivilegedMode = true", "PUSH")]
    [InlineData("PrivilegedMode = true", "PULL_REQUEST_MERGED, RELEASED")]
    public Task Resources(string environment, string events) => Program.Resource(environment, events: events);

    [Theory]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED).AndActorAccountIs(\"^583231$\")", true)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED).AndActorAccountIsNot(\"^583231$\")", true)]
    [InlineData("FilterGroup.InEventOf(EventAction.PUSH), FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED)", true)]
    [InlineData("FilterGroup.InEventOf(EventAction.PUSH)", false)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_MERGED)", false)]
    public Task Groups(string groups, bool isReachable) =>
        Program.Statements(BuildProgram.Project(groups, isReachable ? Privileged : TestProgram.WithoutMarkup(Privileged)));

    [Theory]
    [InlineData("Webhook = true", true)]
    [InlineData("Webhook = false", false)]
    [InlineData("Repo = \"app\"", false)]
    public Task Webhooks(string props, bool isReachable) => Program.Statements(
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", {{(props.StartsWith("Repo", StringComparison.Ordinal) ? "" : "Repo = \"app\", ")}}{{props}} }),
            {{(isReachable ? Privileged : TestProgram.WithoutMarkup(Privileged))}},
        });
        """);

    [Fact]
    public Task GroupsThatAreNotKnownAreSilent() => Program.Types(
        """
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, FilterGroup[] filters) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = filters }),
                    Environment = new BuildEnvironment { Privileged = true },
                });
            }
        }
        """);

    [Fact]
    public Task APipelineProjectBuildsWhatThePipelineGivesIt() => Program.Statements(
        """
        new PipelineProject(this, "Build", new PipelineProjectProps { Environment = new BuildEnvironment { Privileged = true } });
        """);

    [Fact]
    public Task BothDependOnOneCondition() => Program.Types(
        """
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, bool isTest) : base(scope, id)
            {
                new Project(this, "Never", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "octo",
                        Repo = "app",
                        WebhookFilters = new[] { FilterGroup.InEventOf(isTest ? EventAction.PULL_REQUEST_CREATED : EventAction.PUSH) },
                    }),
                    Environment = new BuildEnvironment { Privileged = !isTest },
                });
                new Project(this, "Sometimes", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "octo",
                        Repo = "app",
                        WebhookFilters = new[] { FilterGroup.InEventOf(isTest ? EventAction.PULL_REQUEST_CREATED : EventAction.PUSH) },
                    }),
                    Environment = new BuildEnvironment { Privileged = isTest ? {|CDKSEC401:true|} : false },
                });
            }
        }
        """);

    [Fact]
    public Task AHelperThatIsPrivilegedForPullRequestsOfOneCaller() => Program.Types(
        """
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                {|CDKSEC401:Add("Test", FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED))|};
                Add("Release", FilterGroup.InEventOf(EventAction.PUSH));
            }

            private Project Add(string id, FilterGroup group) => new Project(this, id, new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } }),
                Environment = new BuildEnvironment { Privileged = true },
            });
        }
        """);

    [Theory]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)", "", "Pull requests from any sender are built in privileged mode")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^583231$\")", "", "Pull requests that pass the actor filter are built")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)", "ALL_PULL_REQUESTS", "Pull requests that somebody approved are built")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)", "DISABLED", "Pull requests from any sender are built")]
    public async Task TheMessageSaysWhoseCodeItIs(string groups, string approval, string message)
    {
        var policy = approval.Length == 0 ? "" : $"((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"{approval}\");";
        var findings = await Analysis.Run(TestProgram.InStack(BuildProgram.Project(groups, TestProgram.WithoutMarkup(Privileged)) + policy));

        var finding = Assert.Single(findings, finding => finding.Id == "CDKSEC401");
        Assert.StartsWith(message, finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(finding.AdditionalLocations, place => place.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(place.SourceSpan) == "EventAction.PULL_REQUEST_CREATED");
    }
}
