using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

public sealed class SecretsInUntrustedBuildTests
{
    private static readonly BuildProgram Program = new("CDKSEC404");

    [Theory]
    [InlineData("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = {|CDKSEC404:BuildEnvironmentVariableType.SECRETS_MANAGER|} } }", "")]
    [InlineData("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"/a\", Type = {|CDKSEC404:BuildEnvironmentVariableType.PARAMETER_STORE|} } }", "")]
    [InlineData("Environment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"/a\", Type = {|CDKSEC404:BuildEnvironmentVariableType.PARAMETER_STORE|} } } }", "")]
    [InlineData("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\" }, [\"B\"] = new BuildEnvironmentVariable { Value = \"b\", Type = BuildEnvironmentVariableType.PLAINTEXT } }", "")]
    [InlineData("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\" } }", "cfn.AddPropertyOverride(\"Environment.EnvironmentVariables.0.Type\", {|CDKSEC404:\"SECRETS_MANAGER\"|});")]
    [InlineData("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } }", "cfn.AddPropertyDeletionOverride(\"Environment.EnvironmentVariables\");")]
    [InlineData("Environment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } } }, EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\" } }", "")]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\", [\"env\"] = new Dictionary<string, object> { [\"secrets-manager\"] = new Dictionary<string, object> { [\"A\"] = {|CDKSEC404:\"a:b\"|} } } })", "")]
    [InlineData("BuildSpec = BuildSpec.FromObjectToYaml(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"parameter-store\"] = new Dictionary<string, object> { [\"A\"] = {|CDKSEC404:\"/a\"|} } } })", "")]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"A\"] = \"a\" } } })", "")]
    [InlineData("Description = \"x\"", "cfn.AddPropertyOverride(\"Source.BuildSpec\", {|CDKSEC404:\"version: 0.2\\nenv:\\n  secrets-manager:\\n    A: a:b\\n\"|});")]
    public Task Spellings(string props, string after) => Program.Reachable(props, after);

    [Theory]
    [InlineData("EnvironmentVariables = new object[] { new CfnProject.EnvironmentVariableProperty { Name = \"A\", Value = \"a\", Type = {|CDKSEC404:\"PARAMETER_STORE\"|} } }", "")]
    [InlineData("EnvironmentVariables = new object[] { new CfnProject.EnvironmentVariableProperty { Name = \"A\", Value = \"a\" } }", "")]
    [InlineData("", "BuildSpec = {|CDKSEC404:\"env:\\n  parameter-store:\\n    A: /a\"|}")]
    [InlineData("", "BuildSpec = {|CDKSEC404:\"{ \\\"env\\\": { \\\"secrets-manager\\\": { \\\"A\\\": \\\"a\\\" } } }\"|}")]
    [InlineData("", "BuildSpec = \"ci/buildspec.yml\"")]
    public Task Resources(string environment, string source) => Program.Resource(environment, source);

    [Fact]
    public Task TrustedBuildsMayHaveSecrets() => Program.Trusted(
        "EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } }");

    [Fact]
    public async Task TheMessageNamesThemAndTheOthersAreAdditional()
    {
        var findings = await Analysis.Run(TestProgram.InStack(BuildProgram.Project(
            BuildProgram.PullRequests,
            """
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["NPM"] = new BuildEnvironmentVariable { Value = "npm", Type = BuildEnvironmentVariableType.SECRETS_MANAGER },
                ["SONAR"] = new BuildEnvironmentVariable { Value = "/sonar", Type = BuildEnvironmentVariableType.PARAMETER_STORE },
            },
            """)));

        var finding = Assert.Single(findings, finding => finding.Id == "CDKSEC404");
        Assert.Contains("the secrets NPM and SONAR", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(finding.AdditionalLocations, place => place.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(place.SourceSpan).EndsWith("PARAMETER_STORE", StringComparison.Ordinal));
    }
}
