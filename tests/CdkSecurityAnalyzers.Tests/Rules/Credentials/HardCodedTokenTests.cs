using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

public sealed class HardCodedTokenTests
{
    [Theory]
    [InlineData("private const string Token = {|CDKSEC303:\"@token@\"|};")]
    [InlineData("private static readonly string[] Tokens = { {|CDKSEC303:\"@token@\"|}, {|CDKSEC303:\"@npm@\"|} };")]
    [InlineData("private static string Token() => {|CDKSEC303:\"@token@\"|};")]
    [InlineData("private static void Sign(string token = {|CDKSEC303:\"@token@\"|}) { }")]
    [InlineData("private static string Header(string name) => $\"{name}{|CDKSEC303:: Bearer @token@|}\";")]
    [InlineData("private const string Key = {|CDKSEC303:\"@key@\"|} + \" and more\";")]
    [InlineData("private const string Key = \"AKIAIOSFODNN7EXAMPLE\";")]
    [InlineData("private const string Password = \"hunter2-and-more\";")]
    public Task Members(string member) => SecretProgram.Reports("", member);

    [Fact]
    public Task In_parts() => SecretProgram.Reports(
        "", "private const string Token = {|CDKSEC303:\"" + SecretProgram.Token[..10] + "\" + \"" + SecretProgram.Token[10..] + "\"|};");

    [Fact]
    public Task In_outputs_tags_and_descriptions() => SecretProgram.Reports(
        """
        new CfnOutput(this, "Output", new CfnOutputProps { Value = {|CDKSEC303:"@token@"|} });
        Amazon.CDK.Tags.Of(this).Add("token", {|CDKSEC303:"@token@"|});
        new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com"), Description = {|CDKSEC303:"@token@"|} });
        """);

    [Fact]
    public Task What_is_reported_where_it_is_used_is_not_reported_again() => SecretProgram.Reports(
        SecretProgram.Project("""
            ["A"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:Token|} },
            ["B"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:Secrets.Npm|} },
            ["C"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:Secrets.Key()|} },
            ["D"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:$"bearer {Token}"|} }
            """),
        """
        private const string Token = "@token@";

        private static class Secrets
        {
            public static readonly string Npm = "@npm@";

            public static string Key() => "@key@";
        }
        """);

    [Fact]
    public Task In_code_without_the_cdk_of_a_project_with_it() => SecretProgram.Reports(
        "",
        """
        private sealed class Client
        {
            public string Sign() => "Bearer " + {|CDKSEC303:"@token@"|};
        }
        """);

    [Fact]
    public Task Without_the_cdk_nothing_is_reported() => Verify.Analyzer(
        SecretProgram.Filled("class Client { private const string Token = \"@token@\"; }"), ProgramOptions.Default with { CdkVersions = [] });
}
