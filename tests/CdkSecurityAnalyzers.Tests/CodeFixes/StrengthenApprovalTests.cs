using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class StrengthenApprovalTests
{
    private static readonly MarkedFinding Finding = new("CDKSEC106", "Require approval by people with write access")
    {
        Spelling = "Template",
        Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] },
    };

    [Fact]
    public Task ADisabledPolicyIsInForceAgain() => Finding.Becomes(
        "object policy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = {|value:\"DISABLED\"|} };",
        "object policy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = \"ALL_PULL_REQUESTS\" };");

    [Fact]
    public Task AnOverrideToo() => (Finding with { Spelling = "Override" }).ProgramBecomes(
        "class C { void M(CfnProject project) => project.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", {|value:\"DISABLED\"|}); }",
        "class C { void M(CfnProject project) => project.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\"); }");

    [Theory]
    [InlineData("new[] { {|value:\"GITHUB_READ\"|}, \"GITHUB_ADMIN\" }", "new[] { \"GITHUB_ADMIN\" }")]
    [InlineData("new[] { \"GITHUB_ADMIN\", {|value:\"GITHUB_READ\"|} }", "new[] { \"GITHUB_ADMIN\" }")]
    [InlineData("[\"GITHUB_ADMIN\", {|value:\"GITHUB_READ\"|}, {|value#2:\"GITHUB_TRIAGE\"|}]", "[\"GITHUB_ADMIN\"]")]
    public Task AWeakRoleGoes(string roles, string strong) => Finding.Becomes(
        $"object policy = new CfnProject.PullRequestBuildPolicyProperty {{ RequiresCommentApproval = \"ALL_PULL_REQUESTS\", ApproverRoles = {roles} }};",
        $"object policy = new CfnProject.PullRequestBuildPolicyProperty {{ RequiresCommentApproval = \"ALL_PULL_REQUESTS\", ApproverRoles = {strong} }};");

    [Fact]
    public Task WithTheLastRoleTheListGoes() => Finding.Becomes(
        """
        object policy = new CfnProject.PullRequestBuildPolicyProperty
        {
            RequiresCommentApproval = "ALL_PULL_REQUESTS",
            ApproverRoles = new[] { {|value:"GITHUB_READ"|}, {|value#2:"GITHUB_TRIAGE"|} },
        };
        """,
        """
        object policy = new CfnProject.PullRequestBuildPolicyProperty
        {
            RequiresCommentApproval = "ALL_PULL_REQUESTS",
        };
        """);

    [Fact]
    public Task AListOfItsOwnKeepsOneRole() => Finding.Becomes(
        "string[] roles = new[] { {|value:\"GITHUB_READ\"|}, {|value#2:\"GITHUB_TRIAGE\"|} };",
        "string[] roles = new[] { \"GITHUB_TRIAGE\" };");

    [Fact]
    public Task AMisspeltRoleIsCorrected() => (Finding with { Texts = new Dictionary<string, string> { ["replacement"] = "GITHUB_MAINTAIN" } }).Becomes(
        "object policy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = \"ALL_PULL_REQUESTS\", ApproverRoles = [{|value:\"GITHUB_MAINTAINER\"|}] };",
        "object policy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = \"ALL_PULL_REQUESTS\", ApproverRoles = [\"GITHUB_MAINTAIN\"] };");
}
