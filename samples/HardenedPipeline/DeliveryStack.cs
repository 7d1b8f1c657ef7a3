using Amazon.CDK;
using Amazon.CDK.AWS.CodePipeline;
using Amazon.CDK.AWS.CodePipeline.Actions;
using Amazon.CDK.Pipelines;
using Constructs;

namespace HardenedPipeline;

/// <summary>How the widgets get to their users: a person stands before each step that others see.</summary>
internal sealed class DeliveryStack : Stack
{
    private const string Connection = "arn:aws:codeconnections:eu-central-1:111122223333:connection/widgets";

    public DeliveryStack(Construct scope, string id)
        : base(scope, id)
    {
        AddDelivery();
        AddPreview();
    }

    /// <summary>What is pushed to the main branch is tested, and then somebody decides whether customers get it.</summary>
    private void AddDelivery()
    {
        var delivery = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            Synth = new ShellStep("Synth", new ShellStepProps
            {
                Input = CodePipelineSource.Connection("octo-org/widgets", "main", new ConnectionSourceOptions { ConnectionArn = Connection }),
                Commands = ["dotnet test", "npx cdk synth"],
            }),
        });

        delivery.AddStage(new WidgetsStage(this, "Test"));
        delivery.AddStage(new WidgetsStage(this, "Production"), new AddStageOpts { Pre = [new ManualApprovalStep("ApproveProduction")] });
    }

    /// <summary>Pull requests can be seen before they are merged, once somebody has read them.</summary>
    private void AddPreview()
    {
        var code = new Artifact_("Code");
        var checkout = new CodeStarConnectionsSourceAction(new CodeStarConnectionsSourceActionProps
        {
            ActionName = "Checkout",
            ConnectionArn = Connection,
            Owner = "octo-org",
            Repo = "widgets",
            Output = code,
        });
        var preview = new Pipeline(this, "Preview", new PipelineProps { PipelineType = PipelineType.V2 });
        preview.AddStage(new StageOptions { StageName = "Source", Actions = [checkout] });
        preview.AddStage(new StageOptions
        {
            StageName = "Review",
            Actions = [new ManualApprovalAction(new ManualApprovalActionProps { ActionName = "ReadPullRequest" })],
        });
        preview.AddStage(new StageOptions
        {
            StageName = "Preview",
            Actions =
            [
                new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps
                {
                    ActionName = "Deploy",
                    StackName = "widgets-preview",
                    TemplatePath = code.AtPath("preview.json"),
                    AdminPermissions = false,
                }),
            ],
        });

        preview.AddTrigger(new TriggerProps
        {
            ProviderType = ProviderType.CODE_STAR_SOURCE_CONNECTION,
            GitConfiguration = new GitConfiguration
            {
                SourceAction = checkout,
                PullRequestFilter = [new GitPullRequestFilter { BranchesIncludes = ["main"] }],
            },
        });
    }
}
