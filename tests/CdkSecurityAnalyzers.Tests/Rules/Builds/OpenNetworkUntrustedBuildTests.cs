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
    [InlineData("Vpc = vpc, SecurityGroups = new[] { {|CDKSEC406:new Amazon.CDK.AWS.EC2.SecurityGroup(this, \"Group\", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc })|} },")]
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

    /// <summary>Rules count where the group does not allow all of IPv4 anyway, and where the CDK does not refuse them: one group keeps its rules apart from itself.</summary>
    [Theory]
    [InlineData("{|CDKSEC406:group|}", "AllowAllIpv6Outbound = true", "")]
    [InlineData("group", "AllowAllIpv6Outbound = bool.Parse(id)", "")]
    [InlineData("group", "", "group.AddEgressRule(Peer.AnyIpv4(), Port.Tcp(443));")]
    [InlineData("group", "", "group.AddEgressRule(Peer.Ipv4(\"10.0.0.0/8\"), Port.AllTcp());")]
    [InlineData("group", "", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "group.AddEgressRule(Peer.Ipv6(\"::/0\"), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "group.Connections.AllowToAnyIpv4(Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "group.Connections.AllowTo(Peer.AnyIpv6(), new Port(new PortProps { Protocol = Protocol.ALL, StringRepresentation = \"all\" }));")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "project.Connections.AllowToAnyIpv4(Port.AllTraffic());")]
    [InlineData("group", "DisableInlineRules = true", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTcp());")]
    [InlineData("group", "DisableInlineRules = true", "group.AddEgressRule(Peer.Ipv4(\"10.0.0.0/8\"), Port.AllTraffic());")]
    [InlineData("group", "DisableInlineRules = true", "group.AddEgressRule(Peer.Ipv4(id), Port.AllTraffic());")]
    [InlineData("group", "DisableInlineRules = true", "group.AddIngressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("group", "DisableInlineRules = bool.Parse(id)", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "DisableInlineRules = true", "if (bool.Parse(id)) { group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic()); }")]
    [InlineData("{|CDKSEC406:group|}", "", "new CfnSecurityGroupEgress(this, \"Rule\", new CfnSecurityGroupEgressProps { GroupId = group.SecurityGroupId, IpProtocol = \"-1\", CidrIp = \"0.0.0.0/0\" });")]
    [InlineData("group", "", "new CfnSecurityGroupEgress(this, \"Rule\", new CfnSecurityGroupEgressProps { GroupId = group.SecurityGroupId, IpProtocol = \"tcp\", CidrIp = \"0.0.0.0/0\", FromPort = 443, ToPort = 443 });")]
    [InlineData("group", "", "new CfnSecurityGroupEgress(this, \"Rule\", new CfnSecurityGroupEgressProps { GroupId = \"sg-1\", IpProtocol = \"-1\", CidrIp = \"0.0.0.0/0\" });")]
    public Task AGroupWithRules(string given, string props, string rules) => Grouped(
        $"new SecurityGroup(this, \"Group\", new SecurityGroupProps {{ Vpc = vpc, AllowAllOutbound = false, {props} }})", given, rules);

    [Theory]
    [InlineData("{|CDKSEC406:group|}", "AllowAllOutbound = false", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "AllowAllOutbound = false", "project.Connections.AllowToAnyIpv4(Port.AllTraffic());")]
    [InlineData("group", "AllowAllOutbound = false", "group.AddEgressRule(Peer.AnyIpv4(), Port.Tcp(443));")]
    [InlineData("group", "AllowAllOutbound = false, Mutable = false", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("group", "AllowAllOutbound = bool.Parse(id)", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("group", "", "group.AddEgressRule(Peer.AnyIpv4(), Port.AllTraffic());")]
    [InlineData("{|CDKSEC406:group|}", "", "new CfnSecurityGroupEgress(this, \"Rule\", new CfnSecurityGroupEgressProps { GroupId = \"sg-12345678\", IpProtocol = \"-1\", CidrIpv6 = \"::/0\" });")]
    public Task AnImportedGroupWithRules(string given, string options, string rules) => Grouped(
        $"SecurityGroup.FromSecurityGroupId(this, \"Group\", \"sg-12345678\", new SecurityGroupImportOptions {{ {options} }})", given, rules);

    [Fact]
    public Task AResource() => Program.Statements(
        """
        var vpc = new Amazon.CDK.AWS.EC2.Vpc(this, "Vpc");
        var open = new Amazon.CDK.AWS.EC2.SecurityGroup(this, "Open", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc });
        var closed = new Amazon.CDK.AWS.EC2.SecurityGroup(this, "Closed", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = vpc, AllowAllOutbound = false });
        Add("First", new CfnProject.VpcConfigProperty { VpcId = vpc.VpcId, SecurityGroupIds = new[] { closed.SecurityGroupId, {|CDKSEC406:open.SecurityGroupId|} } });
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

    /// <summary>A project of pull requests in a security group that gets rules.</summary>
    private static Task Grouped(string group, string given, string rules) => Program.Statements(
        $"using Amazon.CDK.AWS.EC2;\n{Vpc}var group = {group};\n{BuildProgram.Project(BuildProgram.PullRequests, $"Vpc = vpc, SecurityGroups = new[] {{ {given} }},")}{rules}");
}
