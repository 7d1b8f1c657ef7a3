using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class RequireCommentApprovalTests
{
    private const string Groups =
        "{ Source = Source.GitHub(new GitHubSourceProps { Owner = \"o\", Repo = \"r\", WebhookFilters = [{|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|}] }) }";

    private const string Plain =
        "{ Source = Source.GitHub(new GitHubSourceProps { Owner = \"o\", Repo = \"r\", WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)] }) }";

    private const string Approval = "AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");";

    private static readonly MarkedFinding Finding = new("CDKSEC101", "Require comment approval for pull requests");

    private static readonly MarkedFinding Template = Finding with { Spelling = "Template" };

    [Fact]
    public Task ABareCreationGetsAVariableNamedAfterItsId() => Finding.Becomes(
        $$"""
        {|construct:new Project(this, "Pull-request build", new ProjectProps {{Groups}})|}; // ours
        System.Console.WriteLine();
        """,
        $$"""
        var pullRequestBuild = new Project(this, "Pull-request build", new ProjectProps {{Plain}}); // ours
        ((CfnProject)pullRequestBuild.Node.DefaultChild!).{{Approval}}
        System.Console.WriteLine();
        """);

    [Fact]
    public Task ATakenNameGetsANumber() => Finding.Becomes(
        $$"""
        var build = 1;
        _ = {|construct:new Project(this, "Build", new ProjectProps {{Groups}})|};
        """,
        $$"""
        var build = 1;
        var build2 = new Project(this, "Build", new ProjectProps {{Plain}});
        ((CfnProject)build2.Node.DefaultChild!).{{Approval}}
        """);

    [Fact]
    public Task AVariableIsUsed() => Finding.Becomes(
        $"var project = {{|construct:new Project(this, \"Build\", new ProjectProps {Groups})|}};",
        $"""
        var project = new Project(this, "Build", new ProjectProps {Plain});
        ((CfnProject)project.Node.DefaultChild!).{Approval}
        """);

    [Fact]
    public Task WithoutNullableReferencesNothingIsForgiven() => Finding.Becomes(
        $$"""
        #nullable disable
        var project = {|construct:new Project(this, "Build", new ProjectProps {{Groups}})|};
        """,
        $"""
        #nullable disable
        var project = new Project(this, "Build", new ProjectProps {Plain});
        ((CfnProject)project.Node.DefaultChild).{Approval}
        """);

    [Fact]
    public Task AReturnedConstructIsReturnedAfterwards() => Finding.ProgramBecomes(
        $$"""
        static class Builds
        {
            public static IProject Build(Construct scope)
            {
                return {|construct:new Project(scope, "Build", new ProjectProps {{Groups}})|};
            }
        }
        """,
        $$"""
        static class Builds
        {
            public static IProject Build(Construct scope)
            {
                var build = new Project(scope, "Build", new ProjectProps {{Plain}});
                ((CfnProject)build.Node.DefaultChild!).{{Approval}}
                return build;
            }
        }
        """);

    [Fact]
    public Task ImportsAreAdded() => (Finding with { Options = Finding.Options with { GlobalUsings = false } }).ProgramBecomes(
        """
        using Amazon.CDK;
        using Constructs;

        static class Builds
        {
            public static void Add(Construct scope, Amazon.CDK.AWS.CodeBuild.ProjectProps props)
            {
                var group = {|group:{|events:Amazon.CDK.AWS.CodeBuild.FilterGroup.InEventOf({|value:Amazon.CDK.AWS.CodeBuild.EventAction.PULL_REQUEST_CREATED|})|}|};
                {|construct:new Amazon.CDK.AWS.CodeBuild.Project(scope, "Build", props)|};
            }
        }
        """,
        $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Constructs;

        static class Builds
        {
            public static void Add(Construct scope, Amazon.CDK.AWS.CodeBuild.ProjectProps props)
            {
                var group = Amazon.CDK.AWS.CodeBuild.FilterGroup.InEventOf(Amazon.CDK.AWS.CodeBuild.EventAction.PULL_REQUEST_CREATED);
                var build = new Amazon.CDK.AWS.CodeBuild.Project(scope, "Build", props);
                ((CfnProject)build.Node.DefaultChild!).{{Approval}}
            }
        }
        """);

    [Fact]
    public Task AnAliasOfTheNamespaceIsUsed() => (Finding with { Options = Finding.Options with { GlobalUsings = false } }).ProgramBecomes(
        """
        using Constructs;
        using Builds = Amazon.CDK.AWS.CodeBuild;

        static class Pipelines
        {
            public static void Add(Construct scope, Builds.ProjectProps props)
            {
                var group = {|group:{|events:Builds.FilterGroup.InEventOf({|value:Builds.EventAction.PULL_REQUEST_CREATED|})|}|};
                {|construct:new Builds.Project(scope, "Build", props)|};
            }
        }
        """,
        $$"""
        using Constructs;
        using Builds = Amazon.CDK.AWS.CodeBuild;

        static class Pipelines
        {
            public static void Add(Construct scope, Builds.ProjectProps props)
            {
                var group = Builds.FilterGroup.InEventOf(Builds.EventAction.PULL_REQUEST_CREATED);
                var build = new Builds.Project(scope, "Build", props);
                ((Builds.CfnProject)build.Node.DefaultChild!).{{Approval}}
            }
        }
        """);

    [Fact]
    public Task TwoGroupsOfOneConstructNeedOneApproval() => Finding.Becomes(
        """
        {|construct:{|construct#2:new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "o",
                Repo = "r",
                WebhookFilters =
                [
                    {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|},
                    {|group#2:{|events#2:FilterGroup.InEventOf({|value#2:EventAction.PULL_REQUEST_UPDATED|})|}|},
                ],
            }),
        })|}|};
        """,
        $$"""
        var build = new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "o",
                Repo = "r",
                WebhookFilters =
                [
                    FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED),
                    FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED),
                ],
            }),
        });
        ((CfnProject)build.Node.DefaultChild!).{{Approval}}
        """);

    [Fact]
    public Task ACreationInsideAnExpressionIsLeftAlone() => Finding.IsNotOfferedFor(
        $"System.Console.WriteLine({{|construct:new Project(this, \"Build\", new ProjectProps {Groups})|}});");

    [Fact]
    public Task AStatementWithoutABlockIsLeftAlone() => Finding.IsNotOfferedFor(
        $"if (id.Length > 0) {{|construct:new Project(this, \"Build\", new ProjectProps {Groups})|}};");

    [Fact]
    public async Task AConstructOfAnotherMethodIsLeftAlone()
    {
        var program = TestProgram.InStack(
            "{|construct:new Project(this, \"Build\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { WebhookFilters = [Group()] }) })|};",
            "private static FilterGroup Group() => {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|};");
        await Finding.IsNotOfferedIn(program);
    }

    [Fact]
    public Task TopLevelStatementsAreStatements() => (Finding with { Options = Finding.Options with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication } }).ProgramBecomes(
        $$"""
        var stack = new Stack();
        {|construct:new Project(stack, "Build", new ProjectProps {{Groups}})|};
        """,
        $$"""
        var stack = new Stack();
        var build = new Project(stack, "Build", new ProjectProps {{Plain}});
        ((CfnProject)build.Node.DefaultChild!).{{Approval}}
        """);

    [Fact]
    public Task AnUnknownConstructIsLeftAlone() => Finding.IsNotOfferedFor(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|};");

    [Fact]
    public Task ATemplateGetsThePolicy() => (Template with { Options = Template.Options with { CdkVersions = [CdkLibrary.Newest] } }).Becomes(
        """
        var triggers = {|triggers:new CfnProject.ProjectTriggersProperty
        {
            Webhook = true,
            FilterGroups = new[] { {|group:new[] { {|events:new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|value:"PULL_REQUEST_CREATED"|} }|} }|} }
        }|};
        """,
        """
        var triggers = new CfnProject.ProjectTriggersProperty
        {
            Webhook = true,
            FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },
            PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS" }
        };
        """);

    [Fact]
    public Task WhereTheCdkLacksThePolicyTheTemplateIsOverridden() => Template.ProgramBecomes(
        """
        static class Builds
        {
            public static void Add(Construct scope, CfnProjectProps props)
            {
                props.Triggers = {|triggers:new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { {|group:new[] { {|events:new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|value:"PULL_REQUEST_CREATED"|} }|} }|} } }|};
                {|construct:new CfnProject(scope, "Build", props)|};
            }
        }
        """,
        $$"""
        static class Builds
        {
            public static void Add(Construct scope, CfnProjectProps props)
            {
                props.Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } } };
                var build = new CfnProject(scope, "Build", props);
                build.{{Approval}}
            }
        }
        """);
}
