namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>
/// A stack that shows secrets in every way in which the rules report one. In its text <c>@token@</c> stands for a GitHub token, <c>@key@</c> for the id of an AWS key,
/// <c>@npm@</c> for a token of npm.
/// </summary>
internal static class LeakingStack
{
    /// <summary>What is secret by its place alone.</summary>
    public const string Password = "hunter2-and-more";

    public const string Usings = """
        using System.Collections.Generic;
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Amazon.CDK.AWS.CodePipeline;
        using Constructs;

        """;

    public const string Class = """
        class LeakingStack : Stack
        {
            private const string Hard = "@token@";

            private const string Other = "@npm@";

            public LeakingStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Variables", new ProjectProps
                {
                    BuildSpec = BuildSpec.FromSourceFilename("buildspec.yml"),
                    EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
                    {
                        ["A_TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" },
                        ["B"] = new BuildEnvironmentVariable { Value = "@token@" },
                        ["C"] = new BuildEnvironmentVariable { Value = "https://octocat:hunter2-and-more@github.com/octo-org/widgets" },
                        ["D"] = new BuildEnvironmentVariable { Value = Hard },
                        ["E_TOKEN"] = new BuildEnvironmentVariable { Value = Given("hunter2-and-more") },
                        ["F"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "@npm@" },
                        ["G"] = new BuildEnvironmentVariable { Value = SecretValue.UnsafePlainText("hunter2-and-more").UnsafeUnwrap() },
                        ["@token@"] = new BuildEnvironmentVariable { Value = "@npm@" },
                        ["@token@.TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" },
                    },
                });
                new CfnProject(this, "Template", new CfnProjectProps
                {
                    ServiceRole = "role",
                    Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
                    Environment = new CfnProject.EnvironmentProperty
                    {
                        Type = "LINUX_CONTAINER",
                        ComputeType = "BUILD_GENERAL1_SMALL",
                        Image = "aws/codebuild/standard:7.0",
                        EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = "A_TOKEN", Value = "hunter2-and-more" } },
                    },
                    Source = new CfnProject.SourceProperty
                    {
                        Type = "GITHUB",
                        BuildSpec = "env:\n  variables:\n    A_TOKEN: hunter2-and-more\n    B: @npm@\n",
                        Location = "https://octocat:hunter2-and-more@github.com",
                    },
                });
                new GitHubSourceCredentials(this, "Password", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText("hunter2-and-more") });
                new GitHubSourceCredentials(this, "Token", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText("@token@") });
                new CfnSourceCredential(this, "Raw", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = "@token@" });
                new CfnSourceCredential(this, "Text", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = Amazon.CDK.Token.AsString(SecretValue.UnsafePlainText("hunter2-and-more")) });
                new Amazon.CDK.AWS.SecretsManager.CfnSecret(this, "Stored", new Amazon.CDK.AWS.SecretsManager.CfnSecretProps { SecretString = "{\"password\":\"hunter2-and-more\",\"@token@\":\"@npm@\"}" });
                new Amazon.CDK.AWS.SSM.StringParameter(this, "Parameter", new Amazon.CDK.AWS.SSM.StringParameterProps { ParameterName = "/@token@/token", StringValue = "hunter2-and-more" });
                new CfnOutput(this, "Output", new CfnOutputProps { Value = "hunter2-and-more" + SecretValue.SecretsManager("codebuild/token").UnsafeUnwrap() });
                new CfnPipeline(this, "Pipeline", new CfnPipelineProps
                {
                    RoleArn = "role",
                    Stages = new[]
                    {
                        new CfnPipeline.StageDeclarationProperty
                        {
                            Name = "Build",
                            Actions = new[]
                            {
                                new CfnPipeline.ActionDeclarationProperty
                                {
                                    Name = "Build",
                                    ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = "Build", Owner = "AWS", Provider = "CodeBuild", Version = "1" },
                                    Configuration = new Dictionary<string, object>
                                    {
                                        ["EnvironmentVariables"] = "[{\"name\":\"A_TOKEN\",\"value\":\"hunter2-and-more\"},{\"name\":\"@token@\",\"value\":\"@npm@\"},{\"name\":\"C\",\"value\":\"https://octocat:hunter2-and-more@github.com\"}]",
                                    },
                                },
                            },
                        },
                    },
                });
                new CfnParameter(this, "GitHubToken", new CfnParameterProps { Default = "hunter2-and-more" });
                new Project(this, "Spec", new ProjectProps
                {
                    BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>
                    {
                        ["env"] = new Dictionary<string, object> { ["variables"] = new Dictionary<string, object> { ["A_TOKEN"] = "hunter2-and-more", ["B"] = "@key@" } },
                        ["phases"] = new Dictionary<string, object> { ["build"] = new Dictionary<string, object> { ["commands"] = new[] { "echo @token@" } } },
                    }),
                });
            }

            private static string Given(string text) => text;
        }
        """;

    /// <summary>The rules that report something in it.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["CDKSEC301", "CDKSEC302", "CDKSEC303", "CDKSEC304", "CDKSEC305", "CDKSEC306", "CDKSEC307"];
}
