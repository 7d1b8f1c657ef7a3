using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>Fields and configuration that several methods read: known as far as no other code can change them.</summary>
public sealed class SharedStateTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData("private readonly string ids = \"755743|5070516\";")]
    [InlineData("private string ids = \"755743|5070516\";")]
    [InlineData("private readonly string ids = (\"755743|\" + 5070516);")]
    [InlineData("private readonly string ids = string.Concat(\"755743|\", \"5070516\")!;")]
    [InlineData("private string ids { get; } = ((\"755743|5070516\")!);")]
    [InlineData("private static readonly List<string> List = new() { \"755743\", \"5070516\" }; private readonly string ids = string.Join(\"|\", List);")]
    public Task AFieldThatNobodyChangesKeepsItsInitializer(string field) => Verify.Analyzer(
        Stack(field, "{|CDKSEC103:ids|}"), Options);

    [Theory]
    [InlineData("private string ids = \"755743|5070516\"; public void Anchor() => ids = \"^755743$\";")]
    [InlineData("public string ids = \"755743|5070516\";")]
    [InlineData("private string ids = \"755743|5070516\"; private static void Anchor(ref string text) => text = \"^755743$\"; public void Change() => Anchor(ref ids);")]
    public Task AFieldThatOtherCodeMayChangeIsUnknown(string field) => Verify.Analyzer(Stack(field, "ids"), Options);

    [Fact]
    public Task AListThatTheConstructorFillsIsNotEmptyElsewhere() => Verify.Analyzer(
        """
        public class TestStack : Stack
        {
            private readonly List<FilterGroup> groups = new();

            public TestStack(Construct scope, string id) : base(scope, id) => groups.Add(FilterGroup.InEventOf(EventAction.PUSH));

            public void AddBuild() => new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = true, WebhookFilters = groups.ToArray() }),
            });
        }
        """,
        Options);

    [Fact]
    public Task WhatIsComputedOfAChoiceArisesWhereItIsComputed() => Verify.Analyzer(
        Stack("private readonly bool isBeta = System.Environment.GetEnvironmentVariable(\"STAGE\") == \"beta\";", "{|CDKSEC103:string.Join(isBeta ? \"|\" : \"|\", \"755743\", \"5070516\")|}"),
        Options);

    [Theory]
    [InlineData("System.Environment.GetEnvironmentVariable(\"FILTERED\") == \"yes\"")]
    [InlineData("(string)Node.TryGetContext(\"filtered\") == \"yes\"")]
    [InlineData("configuration[\"filtered\"] == \"yes\"")]
    public Task ConfigurationThatIsReadTwiceIsTheSame(string isFiltered) => Verify.Analyzer(
        $$"""
        public class TestStack : Stack
        {
            public TestStack(Construct scope, string id, IDictionary<string, string> configuration) : base(scope, id)
            {
                FilterGroup[]? groups = null;
                if ({{isFiltered}})
                {
                    groups = new[] { FilterGroup.InEventOf(EventAction.PUSH) };
                }

                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = {{isFiltered}}, WebhookFilters = groups }),
                });
            }
        }
        """,
        Options);

    /// <summary>What is not in the context is null, whatever is asked about it: both answers are read.</summary>
    [Theory]
    [InlineData("Node.TryGetContext(\"trusted\") is not null")]
    [InlineData("Node.TryGetContext(\"trusted\") != null")]
    [InlineData("!(Node.TryGetContext(\"trusted\") is null)")]
    [InlineData("Node.TryGetContext(\"trusted\") is { }")]
    [InlineData("Node.TryGetContext(\"trusted\") is string")]
    [InlineData("(string)Node.TryGetContext(\"trusted\") != null")]
    [InlineData("Node.TryGetContext(\"trusted\") as string != null")]
    [InlineData("Node.Root.Node.TryGetContext(\"trusted\") != null")]
    [InlineData("Node.TryGetContext(\"trusted\") switch { null => false, _ => true }")]
    [InlineData("Node.TryFindChild(\"Trusted\") != null")]
    public Task WhatTheContextMayLack(string isTrusted) => Verify.Analyzer(
        $$"""
        public class TestStack : Stack
        {
            public TestStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{isTrusted}} ? FilterGroup.InEventOf(EventAction.PUSH) : FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}) } }),
                });
            }
        }

        public class OtherStack : Stack
        {
            public OtherStack(Construct scope, string id) : base(scope, id)
            {
                if ({{isTrusted}}) throw new System.InvalidOperationException();
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}) } }),
                });
            }
        }
        """,
        Options);

    private static string Stack(string field, string pattern) =>
        $$"""
        public class TestStack : Stack
        {
            {{field}}

            public TestStack(Construct scope, string id) : base(scope, id)
            {
            }

            public void AddBuild() => new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "octo",
                    Repo = "app",
                    WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({{pattern}}) },
                }),
            });
        }
        """;
}
