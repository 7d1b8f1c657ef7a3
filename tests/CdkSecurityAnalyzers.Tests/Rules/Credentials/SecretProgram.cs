using CdkSecurityAnalyzers.Tests.Patterns.Tokens;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>
/// Programs with secrets in them. In their text <c>@token@</c> stands for a GitHub token, <c>@key@</c> for the id of an AWS key, <c>@npm@</c> for a token of npm:
/// made when the test runs, so that no file holds what looks like one.
/// </summary>
internal static class SecretProgram
{
    public const string Usings = """
        using Amazon.CDK.AWS.CodePipeline;
        using Amazon.CDK.AWS.CodePipeline.Actions;
        using Amazon.CDK.Pipelines;

        """;

    public static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        CdkVersions = [CdkLibrary.Runnable],
        Enable = ["CDKSEC308"],
    };

    public static string Token => TokenSample.Of("GitHub personal access token");

    /// <summary>The program with secrets where they are meant.</summary>
    public static string Filled(string text) =>
        text.Replace("@token@", Token, StringComparison.Ordinal)
            .Replace("@key@", TokenSample.Of("AWS access key id"), StringComparison.Ordinal)
            .Replace("@npm@", TokenSample.Of("npm access token"), StringComparison.Ordinal);

    /// <summary>Statements of a stack's constructor.</summary>
    public static Task Reports(string statements, string members = "") =>
        Verify.Analyzer(Filled(TestProgram.InStack(statements, members)), Options);

    /// <summary>The same with the names of pipelines at hand.</summary>
    public static Task ReportsInPipeline(string statements, string members = "") =>
        Verify.Analyzer(Filled(Usings + TestProgram.InStack(statements, members)), Options);

    /// <summary>An L2 project with variables.</summary>
    public static string Project(string variables) => $$"""
        new Project(this, "Build", new ProjectProps
        {
            BuildSpec = BuildSpec.FromSourceFilename("buildspec.yml"),
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { {{variables}} },
        });
        """;

    /// <summary>An L1 project.</summary>
    public static string Template(string environment, string source = "") => $$"""
        new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = "role",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { Type = "LINUX_CONTAINER", ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", {{environment}} },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", {{source}} },
        });
        """;
}
