using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>A project may allow single policies and wildcards in its <c>.editorconfig</c>.</summary>
public sealed class AllowanceTests
{
    [Theory]
    [InlineData("AmazonS3FullAccess", "ManagedPolicy.FromAwsManagedPolicyName(\"AmazonS3FullAccess\"), ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"IAMFullAccess\"|})")]
    [InlineData("IAMFullAccess, AmazonS3FullAccess", "ManagedPolicy.FromAwsManagedPolicyName(\"AmazonS3FullAccess\"), ManagedPolicy.FromAwsManagedPolicyName(\"IAMFullAccess\")")]
    [InlineData("", "ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"AmazonS3FullAccess\"|})")]
    public Task ManagedPolicies(string allowed, string policies) => Verify.InStack(
        $$"""new Role(this, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { {{policies}} } });""",
        Options($"cdksec.allowed_managed_policies = {allowed}", "CDKSEC207"));

    [Theory]
    [InlineData("xray:*", "\"xray:*\", {|CDKSEC202:\"s3:*\"|}")]
    [InlineData("XRAY:*,s3:*", "\"xray:*\", \"s3:*\"")]
    [InlineData("*", "{|CDKSEC202:\"xray:*\"|}")]
    public Task WildcardActions(string allowed, string actions) => Verify.InStack(
        $$"""new Group(this, "Group").AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "arn:aws:s3:::a" } }));""",
        Options($"cdksec.allowed_wildcard_actions = {allowed}", "CDKSEC202"));

    private static ProgramOptions Options(string setting, string rule) => ProgramOptions.Default with
    {
        CdkVersions = [CdkLibrary.Newest],
        EditorConfig = "[*.cs]\n" + setting,
        Only = [rule],
    };
}
