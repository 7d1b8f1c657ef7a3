using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

/// <summary>The rules that look at one setting of a project: CDKSEC408 to CDKSEC413.</summary>
public sealed class BuildSettingTests
{
    private static readonly BuildProgram RepositoryBuildSpec = BuildProgram.Enabling("CDKSEC408");
    private static readonly BuildProgram BatchBuild = new("CDKSEC409");
    private static readonly BuildProgram Publication = new BuildProgram("CDKSEC410").OnNewest();
    private static readonly BuildProgram Verification = new("CDKSEC411");
    private static readonly BuildProgram Image = BuildProgram.Enabling("CDKSEC412");
    private static readonly BuildProgram Sessions = new("CDKSEC413");

    [Theory]
    [InlineData("BuildSpec = {|CDKSEC408:BuildSpec.FromSourceFilename(\"ci/buildspec.yml\")|}", "")]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })", "")]
    [InlineData("BuildSpec = BuildSpec.FromAsset(\"buildspec.yml\")", "")]
    [InlineData("BuildSpec = BuildSpec.FromSourceFilename(\"ci/buildspec.yml\")", "cfn.AddPropertyOverride(\"Source.BuildSpec\", \"version: 0.2\");")]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>())", "cfn.AddPropertyOverride(\"Source.BuildSpec\", {|CDKSEC408:\"buildspec.yml\"|});")]
    public Task ABuildSpec(string props, string after) => RepositoryBuildSpec.Reachable(props, after);

    [Fact]
    public Task NoBuildSpec() => RepositoryBuildSpec.Statements(
        """
        {|CDKSEC408:new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = true }),
        })|};
        new Project(this, "Release", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app" }) });
        """);

    [Theory]
    [InlineData("BuildSpec = {|CDKSEC408:\"ci/buildspec.yml\"|}")]
    [InlineData("BuildSpec = \"version: 0.2\"")]
    [InlineData("BuildSpec = \"arn:aws:s3:::bucket/buildspec.yml\"")]
    [InlineData("BuildSpec = $\"arn:{Partition}:s3:::bucket/buildspec.yml\"")]
    [InlineData("BuildSpec = Fn.ImportValue(\"buildspec\")")]
    public Task ABuildSpecOfAResource(string source) => RepositoryBuildSpec.Resource(source: source);

    [Theory]
    [InlineData("WebhookTriggersBatchBuild = {|CDKSEC409:true|}", "", "")]
    [InlineData("WebhookTriggersBatchBuild = false", "", "")]
    [InlineData("WebhookTriggersBatchBuild = true", "BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })", "")]
    [InlineData("FetchSubmodules = true", "", "cfn.AddPropertyOverride(\"Triggers.BuildType\", {|CDKSEC409:\"BUILD_BATCH\"|});")]
    [InlineData("WebhookTriggersBatchBuild = true", "", "cfn.AddPropertyOverride(\"Triggers.BuildType\", \"BUILD\");")]
    public Task ABatchBuild(string source, string props, string after) => BatchBuild.Statements(
        $$"""
        var project = new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{BuildProgram.PullRequests}} }, {{source}} }),
            {{props}}
        });
        {{(after.Length == 0 ? "" : "var cfn = (CfnProject)project.Node.DefaultChild!;")}}
        {{after}}
        """);

    [Theory]
    [InlineData("BuildType = {|CDKSEC409:\"BUILD_BATCH\"|}", "PULL_REQUEST_CREATED", "")]
    [InlineData("BuildType = \"BUILD\"", "PULL_REQUEST_CREATED", "")]
    [InlineData("BuildType = \"BUILD_BATCH\"", "PUSH", "")]
    [InlineData("BuildType = \"BUILD_BATCH\"", "PULL_REQUEST_CREATED", "BuildSpec = \"version: 0.2\"")]
    public Task ABatchBuildOfAResource(string triggers, string events, string source) => BatchBuild.Resource(source: source, events: events, triggers: triggers);

    [Theory]
    [InlineData("Visibility = {|CDKSEC410:ProjectVisibility.PUBLIC_READ|}", "")]
    [InlineData("Visibility = ProjectVisibility.PRIVATE", "")]
    [InlineData("Badge = true", "")]
    [InlineData("Badge = true", "cfn.AddPropertyOverride(\"Visibility\", {|CDKSEC410:\"PUBLIC_READ\"|});")]
    [InlineData("Visibility = ProjectVisibility.PUBLIC_READ", "cfn.Visibility = \"PRIVATE\";")]
    public async Task APublicProject(string props, string after)
    {
        await Publication.Trusted(props, after);
        await Publication.Reachable(props, after);
    }

    [Theory]
    [InlineData(BuildProgram.PullRequests, "", DiagnosticSeverity.Warning)]
    [InlineData(BuildProgram.Pushes, "", DiagnosticSeverity.Info)]
    [InlineData(BuildProgram.Pushes, "EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } },", DiagnosticSeverity.Warning)]
    public async Task APublicProjectMattersMoreWhereItShowsMore(string groups, string props, DiagnosticSeverity severity)
    {
        var findings = await Analysis.Run(TestProgram.InStack(BuildProgram.Project(groups, props + "Visibility = ProjectVisibility.PUBLIC_READ")));

        Assert.Equal(severity, Assert.Single(findings, finding => finding.Id == "CDKSEC410").Severity);
    }

    [Theory]
    [InlineData("IgnoreSslErrors = {|CDKSEC411:true|}")]
    [InlineData("IgnoreSslErrors = false")]
    [InlineData("FetchSubmodules = true")]
    public async Task ASource(string props)
    {
        var source = $$"""Source.GitHubEnterprise(new GitHubEnterpriseSourceProps { Identifier = "ghe", HttpsCloneUrl = "https://ghe.example.com/octo/app", {{props}} })""";
        await Verification.Statements($$"""new Project(this, "Build", new ProjectProps { Source = {{source}} });""");
        await Verification.Statements(BuildProgram.Project(BuildProgram.Pushes, $$"""SecondarySources = new[] { {{source}} },"""));
        await Verification.Statements(BuildProgram.Project(BuildProgram.Pushes, "") + $"project.AddSecondarySource({source});");
    }

    [Theory]
    [InlineData("InsecureSsl = {|CDKSEC411:true|}", "")]
    [InlineData("InsecureSsl = false", "")]
    [InlineData("InsecureSsl = false", "SecondarySources = new object[] { new CfnProject.SourceProperty { Type = \"GITHUB_ENTERPRISE\", SourceIdentifier = \"b\", InsecureSsl = {|CDKSEC411:true|} } },")]
    public Task ASourceOfAResource(string source, string more) => Verification.Resource(source: source, more: more, events: "PUSH");

    /// <summary>What a method writes into a project that it is given, whoever calls it, and what an aspect writes.</summary>
    [Theory]
    [InlineData("CDKSEC410", "cfn.Visibility = {|CDKSEC410:\"PUBLIC_READ\"|};")]
    [InlineData("CDKSEC410", "cfn.AddPropertyOverride(\"Visibility\", {|CDKSEC410:\"PUBLIC_READ\"|});")]
    [InlineData("CDKSEC410", "cfn.Visibility = \"PRIVATE\";")]
    [InlineData("CDKSEC410", "cfn.Visibility = \"PUBLIC_READ\"; cfn.Visibility = \"PRIVATE\";")]
    [InlineData("CDKSEC411", "cfn.AddPropertyOverride(\"Source.InsecureSsl\", {|CDKSEC411:true|});")]
    [InlineData("CDKSEC411", "cfn.Source = new CfnProject.SourceProperty { Type = \"GITHUB_ENTERPRISE\", InsecureSsl = {|CDKSEC411:true|} };")]
    [InlineData("CDKSEC411", "cfn.SecondarySources = new object[] { new CfnProject.SourceProperty { Type = \"GITHUB_ENTERPRISE\", SourceIdentifier = \"b\", InsecureSsl = {|CDKSEC411:true|} } };")]
    [InlineData("CDKSEC411", "cfn.AddPropertyOverride(\"Source.InsecureSsl\", false);")]
    [InlineData("CDKSEC411", "cfn.AddPropertyOverride(\"Source.InsecureSsl\", true); cfn.AddPropertyDeletionOverride(\"Source.InsecureSsl\");")]
    [InlineData("CDKSEC412", "cfn.AddPropertyOverride(\"Environment.Image\", {|CDKSEC412:\"node:latest\"|});")]
    [InlineData("CDKSEC412", "cfn.AddPropertyOverride(\"Environment.Image\", \"node:22\");")]
    public async Task WhatIsWrittenIntoAGivenProject(string rule, string written)
    {
        var program = BuildProgram.Enabling(rule).OnNewest();
        await program.TypesAsWritten($$"""static class Hardening { public static void Harden(Project project) { var cfn = (CfnProject)project.Node.DefaultChild!; {{written}} } }""");
        await program.TypesAsWritten($$"""static class Hardening { public static void Harden(CfnProject cfn) { {{written}} } }""");
        await program.TypesAsWritten($$"""class Hardening : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect { public void Visit(IConstruct node) { if (node is CfnProject cfn) { {{written}} } } }""");
    }

    /// <summary>Where the program decides what becomes of the project, that counts.</summary>
    [Fact]
    public Task AGivenProjectThatIsMadeElsewhere() => Verification.TypesAsWritten(
        TestProgram.InStack(BuildProgram.Project(BuildProgram.Pushes, "") + "Harden(project);\n((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Source.InsecureSsl\", false);",
            "private static void Harden(Project given) => ((CfnProject)given.Node.DefaultChild!).AddPropertyOverride(\"Source.InsecureSsl\", true);"));

    [Fact]
    public Task AnOverrideOfTheSource() => Verification.Trusted("", "cfn.AddPropertyOverride(\"Source.InsecureSsl\", {|CDKSEC411:true|});");

    [Theory]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:\"node\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:\"registry.example.com:5000/tools/node\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:\"node:latest\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:$\"{Account}.dkr.ecr.{Region}.amazonaws.com/node\"|})")]
    [InlineData("LinuxArmBuildImage.FromDockerRegistry({|CDKSEC412:\"node\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry(\"node:22\")")]
    [InlineData("LinuxBuildImage.FromDockerRegistry(\"node@sha256:0123456789012345678901234567890123456789012345678901234567890123\")")]
    [InlineData("LinuxBuildImage.FromDockerRegistry(\"registry.example.com/\" + id)")]
    [InlineData("LinuxBuildImage.FromDockerRegistry($\"node{id}\")")]
    [InlineData("LinuxBuildImage.STANDARD_7_0")]
    public Task AnImage(string image) => Image.Trusted($$"""Environment = new BuildEnvironment { BuildImage = {{image}} }""");

    [Theory]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:\"registry.example.com:5000/tools/node:22.11.0\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:$\"{Account}.dkr.ecr.{Region}.amazonaws.com/node:22\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry({|CDKSEC412:\"node\"|})")]
    [InlineData("LinuxBuildImage.FromDockerRegistry(\"node:22@sha256:0123456789012345678901234567890123456789012345678901234567890123\")")]
    [InlineData("LinuxBuildImage.FromDockerRegistry(\"registry.example.com/node:\" + id)")]
    [InlineData("LinuxBuildImage.STANDARD_7_0")]
    public Task AnImageWhereTagsAreAskedFor(string image) =>
        Image.Configured("cdksec.also_report = fixed_image_tags").Trusted($$"""Environment = new BuildEnvironment { BuildImage = {{image}} }""");

    [Theory]
    [InlineData("Image = {|CDKSEC412:\"node\"|}")]
    [InlineData("Image = \"aws/codebuild/standard:7.0\"")]
    [InlineData("Image = \"node:22\"")]
    public Task AnImageOfAResource(string environment) => Image.Resource(environment, events: "PUSH");

    /// <summary>AWS keeps its own images up to date under their tags.</summary>
    [Theory]
    [InlineData("Image = \"aws/codebuild/standard:7.0\"")]
    [InlineData("Image = {|CDKSEC412:\"node:22\"|}")]
    public Task AnImageOfAResourceWhereTagsAreAskedFor(string environment) =>
        Image.Configured("cdksec.also_report = fixed_image_tags").Resource(environment, events: "PUSH");

    [Theory]
    [InlineData("SsmSessionPermissions = {|CDKSEC413:true|}")]
    [InlineData("SsmSessionPermissions = false")]
    [InlineData("SsmSessionPermissions = null")]
    public Task DebugSessions(string props) => Sessions.Reachable(props);

    [Fact]
    public Task TrustedBuildsMayBeDebugged() => Sessions.Trusted("SsmSessionPermissions = true");
}
