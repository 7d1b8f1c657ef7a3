using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace HardenedPipeline;

/// <summary>The builds of a repository that holds everything: the tests of its pull requests, and the release of what was merged.</summary>
internal sealed class MonorepoStack : Stack
{
    public MonorepoStack(Construct scope, string id)
        : base(scope, id)
    {
        // Pull requests of the maintainers are tested, without privileges and without secrets.
        new Project(this, "Test", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [PullRequests.From("^583231$")],
            }),
        });

        // What was merged is released: that takes Docker and the token of the registry.
        new Project(this, "Release", new ProjectProps
        {
            Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps
            {
                HttpsCloneUrl = "https://git.example.com/octo-org/monorepo.git",
                WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$")],
                WebhookTriggersBatchBuild = true,
            }),
            Environment = new BuildEnvironment { Privileged = true },
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["NPM_TOKEN"] = new BuildEnvironmentVariable
                {
                    Value = "codebuild/npm-token",
                    Type = BuildEnvironmentVariableType.SECRETS_MANAGER,
                },
            },
            SsmSessionPermissions = true,
        });
    }
}
