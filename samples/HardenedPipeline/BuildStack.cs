using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace HardenedPipeline;

/// <summary>A stack of builds of the repositories of one organisation.</summary>
internal abstract class BuildStack(Construct scope, string id) : Stack(scope, id)
{
    private const string Organisation = "octo-org";

    /// <summary>A build that the repository's webhook starts for the events that one of the groups lets in.</summary>
    protected Project AddBuild(string id, string repository, params FilterGroup[] webhookFilters) =>
        new(this, id, new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = Organisation,
                Repo = repository,
                Webhook = true,
                WebhookFilters = webhookFilters,
            }),
        });
}
