using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace VulnerablePipeline;

/// <summary>Builds that sign in to other systems, with credentials that everybody can read.</summary>
internal sealed class SecretsStack : Stack
{
    // In two parts, so that no tool that looks for tokens finds it.
    private const string RegistryToken = "npm_" + "n7dKq2VfXw9RtLb4ZcYs8PmAh3GjEu6oTiWr"; // CDKSEC303

    public SecretsStack(Construct scope, string id)
        : base(scope, id)
    {
        // The password that every build of the account uses for the repositories.
        new GitHubSourceCredentials(this, "GitHub", new GitHubSourceCredentialsProps
        {
            AccessToken = SecretValue.UnsafePlainText("octocat's long password"), // CDKSEC301
        });

        // Whoever deploys types the password, and everybody sees it afterwards.
        var password = new CfnParameter(this, "DatabasePassword"); // CDKSEC307
        var coverage = Secret.FromSecretNameV2(this, "Coverage", "codebuild/coverage-token");
        new Project(this, "Integration", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo-org", Repo = "widgets" }),
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["DATABASE_PASSWORD"] = new BuildEnvironmentVariable { Value = password.ValueAsString },
                ["SONAR_TOKEN"] = new BuildEnvironmentVariable { Value = "a long password, too" }, // CDKSEC302
                ["COVERAGE_TOKEN"] = new BuildEnvironmentVariable { Value = coverage.SecretValue.UnsafeUnwrap() }, // CDKSEC305
            },
        });

        // The buildspec is a part of the template.
        new Project(this, "Publish", new ProjectProps
        {
            Description = "Publishes with " + RegistryToken,
            BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>
            {
                ["version"] = "0.2",
                ["env"] = new Dictionary<string, object>
                {
                    ["variables"] = new Dictionary<string, object> { ["SIGNING_PASSPHRASE"] = "one more long password" }, // CDKSEC304
                },
                ["phases"] = new Dictionary<string, object>
                {
                    ["build"] = new Dictionary<string, object>
                    {
                        ["commands"] = new[]
                        {
                            "git clone https://octocat:hunter22hunter@git.example.com/widgets.git", // CDKSEC306
                            "npm publish",
                        },
                    },
                },
            }),
        });
    }
}
