using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

public sealed class OpenNetworkUntrustedBuildTests
{
    private const string Vpc = "var vpc = new Amazon.CDK.AWS.EC2.Vpc(this, \"Vpc\");\n";

    private static readonly BuildProgram Program = new("CDKSEC406");

    [Theory]
    [InlineData("Vpc = {|CDKSEC406:vpc|},")]
    [InlineData("Vpc = vpc, AllowAllOutbound = {|CDKSEC406:true|},")]
    [InlineData("Vpc = vpc, AllowAllOutbound = false,")]
    [InlineData("Vpc = vpc, AllowAllOutbound = bool.Parse(id),")]
    [InlineData("Description = \"x\",")]
    [InlineData("Vpc = vpc, SecurityGroups = new[] { Amazon.CDK.AWS.EC2.SecurityGroup.FromSecurityGroupId(this, \"Group\", \"sg-1\") },")]
    [InlineData("Vpc = vpc, SecurityGroups = new[] { new Amazon.CDK.AWS.EC2.SecurityGroup(this, \"Group\", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc, AllowAllOutbound = false }) },")]
    [InlineData("Vpc = {|CDKSEC406:vpc|}, SecurityGroups = new[] { new Amazon.CDK.AWS.EC2.SecurityGroup(this, \"Group\", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc }) },")]
    public Task AProject(string props) => Program.Statements(Vpc + BuildProgram.Project(BuildProgram.PullRequests, props));

    [Fact]
    public Task BuildsOutsideOfAVpcWhereTheyAreAskedFor() => Program.Configured("cdksec.also_report = builds_outside_vpcs").Statements(
        """
        {|CDKSEC406:new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }),
        })|};
        new Project(this, "Release", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = false }) });
        new Project(this, "Inside", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }),
            Vpc = new Amazon.CDK.AWS.EC2.Vpc(this, "Vpc"),
            AllowAllOutbound = false,
        });
        """);

    [Fact]
    public Task TrustedBuildsMayReachEverything() => Program.Statements(Vpc + BuildProgram.Project(BuildProgram.Pushes, "Vpc = vpc,"));

    [Fact]
    public Task AResource() => Program.Statements(
        """
        var vpc = new Amazon.CDK.AWS.EC2.Vpc(this, "Vpc");
        var open = new Amazon.CDK.AWS.EC2.SecurityGroup(this, "Open", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc });
        var closed = new Amazon.CDK.AWS.EC2.SecurityGroup(this, "Closed", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc, AllowAllOutbound = false });
        Add("First", {|CDKSEC406:new CfnProject.VpcConfigProperty { VpcId = vpc.VpcId, SecurityGroupIds = new[] { open.SecurityGroupId } }|});
        Add("Second", new CfnProject.VpcConfigProperty { VpcId = vpc.VpcId, SecurityGroupIds = new[] { closed.SecurityGroupId } });
        Add("Third", new CfnProject.VpcConfigProperty { VpcId = vpc.VpcId, SecurityGroupIds = new[] { "sg-1" } });
        """,
        """
        private void Add(string id, CfnProject.VpcConfigProperty network) => new CfnProject(this, id, new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Type = "LINUX_CONTAINER", Image = "aws/codebuild/standard:7.0" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } } },
            VpcConfig = network,
        });
        """);
}
