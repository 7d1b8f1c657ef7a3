using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace HardenedPipeline;

/// <summary>Builds that sign in to other systems: the template names the secrets, and CodeBuild reads them when a build runs.</summary>
internal sealed class SecretsStack : Stack
{
    public SecretsStack(Construct scope, string id)
        : base(scope, id)
    {
        // CloudFormation reads the token when it deploys; the template has a reference.
        new GitHubSourceCredentials(this, "GitHub", new GitHubSourceCredentialsProps
        {
            AccessToken = SecretValue.SecretsManager("codebuild/github-token"),
        });

        var coverage = Secret.FromSecretNameV2(this, "Coverage", "codebuild/coverage-token");
        new Project(this, "Integration", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo-org", Repo = "widgets" }),
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["DATABASE_PASSWORD"] = Stored("codebuild/database-password"),
                ["SONAR_TOKEN"] = Stored("codebuild/sonar-token"),
                ["COVERAGE_TOKEN"] = Stored(coverage.SecretName),
                ["COVERAGE_TOKEN_URL"] = new BuildEnvironmentVariable { Value = "https://coverage.example.com/tokens" },
            },
        });

        new Project(this, "Publish", new ProjectProps
        {
            Description = "Publishes with the token of the registry",
            BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>
            {
                ["version"] = "0.2",
                ["env"] = new Dictionary<string, object>
                {
                    ["secrets-manager"] = new Dictionary<string, object>
                    {
                        ["SIGNING_PASSPHRASE"] = "codebuild/signing-passphrase",
                        ["GIT_PASSWORD"] = "codebuild/git-password",
                    },
                },
                ["phases"] = new Dictionary<string, object>
                {
                    ["build"] = new Dictionary<string, object>
                    {
                        ["commands"] = new[] { "git clone https://octocat:$GIT_PASSWORD@git.example.com/widgets.git", "npm publish" },
                    },
                },
            }),
        });
    }

    private static BuildEnvironmentVariable Stored(string secret) =>
        new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = secret };
}
