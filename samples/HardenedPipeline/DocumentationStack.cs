using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace HardenedPipeline;

/// <summary>The builds of the documentation, written with the classes that mirror CloudFormation.</summary>
internal sealed class DocumentationStack : BuildStack
{
    public DocumentationStack(Construct scope, string id)
        : base(scope, id)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });

        AddTemplateBuild("Site", role, new CfnProject.WebhookFilterProperty[]
        {
            new() { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED" },
            new() { Type = "ACTOR_ACCOUNT_ID", Pattern = "^(583231|755743)$" },
        });

        AddTemplateBuild("Translations", role, new CfnProject.WebhookFilterProperty[]
        {
            new() { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED" },
            new() { Type = "ACTOR_ACCOUNT_ID", Pattern = "^583231$" },
        });
    }

    private void AddTemplateBuild(string id, Role role, CfnProject.WebhookFilterProperty[] filters) =>
        new CfnProject(this, id, new CfnProjectProps
        {
            ServiceRole = role.RoleArn,
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty
            {
                Type = "LINUX_CONTAINER",
                ComputeType = "BUILD_GENERAL1_SMALL",
                Image = "aws/codebuild/standard:7.0",
            },
            Source = new CfnProject.SourceProperty
            {
                Type = "GITHUB",
                Location = "https://github.com/octo-org/documentation.git",
            },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { filters } },
        });
}
