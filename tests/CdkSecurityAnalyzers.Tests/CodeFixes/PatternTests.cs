using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class PatternTests
{
    private const string Ids = "static class Ids { public const string Both = \"1|2\"; public const string A = \"1\", B = \"2\"; }";

    private static readonly MarkedFinding Actors = new("CDKSEC103", "Anchor the account ids")
    {
        Texts = new Dictionary<string, string> { ["replacement"] = "^(1|2)$", ["prefix"] = "^(", ["suffix"] = ")$" },
    };

    private static readonly MarkedFinding Ref = new("CDKSEC107", "Anchor the branch")
    {
        Texts = new Dictionary<string, string> { ["replacement"] = "^refs/heads/main$", ["replacementMember"] = "AndHeadRefIs" },
    };

    [Theory]
    [InlineData("\"1|2\"", "\"^(1|2)$\"")]
    [InlineData("@\"1|2\"", "@\"^(1|2)$\"")]
    [InlineData("\"\"\"1|2\"\"\"", "\"\"\"^(1|2)$\"\"\"")]
    [InlineData("$\"{Ids.A}|{Ids.B}\"", "$\"^({Ids.A}|{Ids.B})$\"")]
    [InlineData("$@\"{Ids.A}|{Ids.B}\"", "$@\"^({Ids.A}|{Ids.B})$\"")]
    [InlineData("$\"\"\"{Ids.A}|2\"\"\"", "$\"\"\"^({Ids.A}|2)$\"\"\"")]
    [InlineData("Ids.Both", "$\"^({Ids.Both})$\"")]
    [InlineData("Ids.A + \"|\" + Ids.B", "\"^(\" + Ids.A + \"|\" + Ids.B + \")$\"")]
    [InlineData("string.Join(\"|\", Ids.A, Ids.B)", "\"^(\" + string.Join(\"|\", Ids.A, Ids.B) + \")$\"")]
    [InlineData("id.Length > 3 ? Ids.A : Ids.B", "\"^(\" + (id.Length > 3 ? Ids.A : Ids.B) + \")$\"")]
    public Task APatternIsAnchoredAsItIsWritten(string pattern, string anchored) =>
        (Actors with { Options = Actors.Options with { MoreSources = [("Ids.cs", Ids)] } }).Becomes(
            $"var group = FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({{|value:{pattern}|}}); // ours",
            $"var group = FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({anchored}); // ours");

    [Fact]
    public Task AConstantStaysOne() => (Actors with { Options = Actors.Options with { MoreSources = [("Ids.cs", Ids)] } }).ProgramBecomes(
        "class C { const string Pattern = {|value:Ids.Both|}; }",
        "class C { const string Pattern = \"^(\" + Ids.Both + \")$\"; }");

    [Fact]
    public Task WithoutAWayToWrapThePatternIsWrittenOut() =>
        (Actors with { Texts = new Dictionary<string, string> { ["replacement"] = "^(1|2)$" } }).Becomes(
            "var group = FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|value:string.Concat(\"1|\", \"2\")|});",
            "var group = FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"^(1|2)$\");");

    [Fact]
    public Task AFindingAtTheCallOfAMethodIsFixedInTheMethod() => Actors.ProgramBecomes(
        """
        class Groups
        {
            private readonly FilterGroup trusted = {|value:Trusted()|};

            private static FilterGroup Trusted() => {|filter:FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs("1|2")|};
        }
        """,
        """
        class Groups
        {
            private readonly FilterGroup trusted = Trusted();

            private static FilterGroup Trusted() => FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs("^(1|2)$");
        }
        """);

    [Fact]
    public Task AMethodThatServesOthersWithOtherTextsIsLeftAlone() => Actors.IsNotOfferedIn(
        """
        class Groups
        {
            private readonly FilterGroup trusted = {|value:Trusted("1|2")|};

            private static FilterGroup Trusted(string ids) => {|filter:FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(ids)|};
        }
        """);

    [Fact]
    public Task SeveralPatternsInOneChain() => Actors.Becomes(
        "var groups = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|value:\"1|2\"|}).AndActorAccountIs({|value#2:\"2|1\"|}) };",
        "var groups = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"^(1|2)$\").AndActorAccountIs(\"^(1|2)$\") };");

    [Theory]
    [InlineData("AndBranchIs(branchName: {|value:\"main\"|})", "AndHeadRefIs(\"^refs/heads/main$\")")]
    [InlineData("AndBranchIsNot({|value:\"main\"|})", "AndHeadRefIsNot(\"^refs/heads/main$\")")]
    public Task AMethodIsReplacedByTheOneThatTakesThePattern(string call, string anchored) => Ref.Becomes(
        $"var group = {{|filter:FilterGroup.InEventOf(EventAction.PUSH).{call}|}}.AndFilePathIs(\"^src/\");",
        $"var group = FilterGroup.InEventOf(EventAction.PUSH).{anchored}.AndFilePathIs(\"^src/\");");

    [Fact]
    public Task ATemplatesPatternIsReplaced() =>
        (Ref with { Spelling = "Template", Texts = new Dictionary<string, string> { ["replacement"] = "^refs/heads/main$" } }).Becomes(
            "var filter = {|filter:new CfnProject.WebhookFilterProperty { Type = \"HEAD_REF\", Pattern = {|value:\"refs/heads/main\"|} }|};",
            "var filter = new CfnProject.WebhookFilterProperty { Type = \"HEAD_REF\", Pattern = \"^refs/heads/main$\" };");

    [Fact]
    public Task AFilterTypeIsReplaced() =>
        (Ref with { RuleId = "CDKSEC108", Action = "Correct the filter", Texts = new Dictionary<string, string> { ["replacement"] = "ACTOR_ACCOUNT_ID" } }).Becomes(
            "var filter = {|filter:new CfnProject.WebhookFilterProperty { Type = {|value:\"GITHUB_ACTOR_ACCOUNT_ID\"|}, Pattern = \"^1$\" }|};",
            "var filter = new CfnProject.WebhookFilterProperty { Type = \"ACTOR_ACCOUNT_ID\", Pattern = \"^1$\" };");

    [Fact]
    public Task WithoutAProposalNothingIsOffered() =>
        (Ref with { RuleId = "CDKSEC108", Action = "Correct the filter", Texts = new Dictionary<string, string>() }).IsNotOfferedFor(
            "var group = {|filter:FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|value:\"octocat\"|})|};");
}
