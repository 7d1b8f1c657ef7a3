using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class UnfilteredWebhookTests
{
    private static readonly WebhookProgram Program = new("CDKSEC102");

    [Theory]
    [InlineData("Webhook = {|CDKSEC102:true|}")]
    [InlineData("Webhook = {|CDKSEC102:true|}, WebhookFilters = null")]
    [InlineData("Webhook = {|CDKSEC102:true|}, WebhookFilters = new FilterGroup[0]")]
    [InlineData("Webhook = {|CDKSEC102:true|}, WebhookFilters = Array.Empty<FilterGroup>()")]
    [InlineData("Webhook = false")]
    [InlineData("WebhookFilters = null")]
    [InlineData("WebhookFilters = new FilterGroup[0]")]
    [InlineData("Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) }")]
    [InlineData("Webhook = bool.Parse(id)")]
    public Task SourceProps(string props) => Program.SourceProps(props);

    [Fact]
    public Task UnknownFiltersAreSilent() => Program.Types(
        """
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, FilterGroup[] filters) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = true, WebhookFilters = filters }),
                });
            }
        }
        """);

    [Theory]
    [InlineData("Webhook = {|CDKSEC102:true|}")]
    [InlineData("Webhook = {|CDKSEC102:true|}, FilterGroups = new object[0]")]
    [InlineData("Webhook = false")]
    [InlineData("BuildType = \"BUILD\"")]
    [InlineData("Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PUSH\" } } }")]
    [InlineData("Webhook = true, FilterGroups = Lazy.Any(null!)")]
    public Task Triggers(string triggers) => Program.Triggers(triggers);

    [Theory]
    [InlineData("{|CDKSEC102:cfn.AddPropertyDeletionOverride(\"Triggers.FilterGroups\")|};")]
    [InlineData("{|CDKSEC102:cfn.AddDeletionOverride(\"Properties.Triggers.FilterGroups\")|};")]
    [InlineData("cfn.AddPropertyOverride(\"Triggers\", new Dictionary<string, object> { [\"Webhook\"] = false });")]
    [InlineData("cfn.AddPropertyDeletionOverride(\"Triggers\");")]
    [InlineData("cfn.AddPropertyDeletionOverride(\"Triggers.FilterGroups\"); cfn.AddPropertyOverride(\"Triggers.Webhook\", false);")]
    [InlineData("cfn.Triggers = new CfnProject.ProjectTriggersProperty { Webhook = {|CDKSEC102:true|} };")]
    [InlineData("cfn.AddPropertyOverride(\"Triggers.Webhook\", true); cfn.Triggers = new CfnProject.ProjectTriggersProperty { FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PUSH\" } } } };")]
    public Task LaterChanges(string change) =>
        Program.Groups("FilterGroup.InEventOf(EventAction.PUSH)", $"var cfn = (CfnProject)project.Node.DefaultChild!;\n{change}");

    [Fact]
    public Task APipelineProjectCanBeGivenAWebhook() => Program.Statements(
        """
        var project = new PipelineProject(this, "Build");
        ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("Triggers.Webhook", {|CDKSEC102:true|});
        """);

    [Fact]
    public Task RawResourcesCountAlike() => Program.Statements(
        """
        new CfnResource(this, "Build", new CfnResourceProps
        {
            Type = "AWS::CodeBuild::Project",
            Properties = new Dictionary<string, object>
            {
                ["Triggers"] = new Dictionary<string, object> { ["Webhook"] = {|CDKSEC102:true|} },
            },
        });
        new CfnResource(this, "Other", new CfnResourceProps
        {
            Type = "AWS::SNS::Topic",
            Properties = new Dictionary<string, object> { ["Triggers"] = new Dictionary<string, object> { ["Webhook"] = true } },
        });
        """);

    [Fact]
    public Task AnOrganisationWebhookHasADefaultFilter() => Program.OnNewest().Statements(
        """
        new Project(this, "Default", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Webhook = true }) });
        new Project(this, "None", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Webhook = {|CDKSEC102:true|}, WebhookFilters = new FilterGroup[0] }) });
        """);

    [Fact]
    public Task AMadeSourceThatLeavesIsFinalAndItsPropsAreNot() => Program.Types(
        """
        class Sources
        {
            public ISource Made() => Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = {|CDKSEC102:true|} });
            public GitHubSourceProps Props() => new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = true };
        }
        """);
}
