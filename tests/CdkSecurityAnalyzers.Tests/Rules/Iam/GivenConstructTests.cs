using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>What a method writes into roles and policies that it is given.</summary>
public sealed class GivenConstructTests
{
    private const string Public = "new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = {|CDKSEC208:\"*\"|}, [\"Action\"] = \"sts:AssumeRole\" } } }";

    private const string Denied = "new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Deny\", [\"Principal\"] = \"*\", [\"Action\"] = \"sts:AssumeRole\" } } }";

    private const string Statement = "new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" }";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Newest] };

    [Theory]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AssumeRolePolicyDocument = " + Public + ";")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AddPropertyOverride(\"AssumeRolePolicyDocument\", " + Public + ");")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AddOverride(\"Properties.AssumeRolePolicyDocument\", " + Public + ");")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AssumeRolePolicyDocument = " + Denied + ";")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AddPropertyOverride(\"AssumeRolePolicyDocument.Statement.0.Action\", \"sts:TagSession\");")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AddPropertyOverride(\"ManagedPolicyArns\", new[] { {|CDKSEC207:\"arn:aws:iam::aws:policy/AdministratorAccess\"|} });")]
    [InlineData("((CfnRole)role.Node.DefaultChild!).AddPropertyOverride(\"ManagedPolicyArns.0\", {|CDKSEC207:\"arn:aws:iam::aws:policy/AdministratorAccess\"|});")]
    public Task Roles(string statement) => Check("Role role", statement);

    [Theory]
    [InlineData("policy.PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { " + Statement + " } };")]
    [InlineData("policy.AddPropertyOverride(\"PolicyDocument.Statement.1\", " + Statement + ");")]
    [InlineData("policy.AddPropertyOverride(\"PolicyDocument.Statement.0.Action\", \"*\");")]
    [InlineData("policy.AddPropertyOverride(\"PolicyDocument.Statement.0.Effect\", \"Deny\");")]
    [InlineData("policy.AddPropertyOverride(\"PolicyName\", \"*\");")]
    public Task Policies(string statement) => Check("CfnPolicy policy", statement);

    [Fact]
    public Task WhatTheCallerDeniesIsSilent() => Verify.Analyzer(
        """
        static class Policies
        {
            private static void Write(CfnPolicy policy, string effect) => policy.AddPropertyOverride("PolicyDocument.Statement.0", new Dictionary<string, object> { ["Effect"] = effect, ["Action"] = "*", ["Resource"] = "*" });

            public static void Close(CfnPolicy policy) => Write(policy, "Deny");
        }
        """,
        Options);

    private static Task Check(string parameter, string statement) => Verify.Analyzer(
        $$"""
        static class Changes
        {
            public static void Make({{parameter}})
            {
                {{statement}}
            }
        }
        """,
        Options);
}
