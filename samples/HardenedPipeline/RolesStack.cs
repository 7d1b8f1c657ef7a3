using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace HardenedPipeline;

/// <summary>The roles of builds and workflows: one for each purpose, with what its work takes.</summary>
internal sealed class RolesStack : Stack
{
    private const string GitHub = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

    public RolesStack(Construct scope, string id)
        : base(scope, id)
    {
        // What each build may do is reviewed in a file of its own: test-build.policy.json, release-build.policy.json.
        var test = new Role(this, "Test", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        TestBuildPolicy.AttachTo(test, projectName: "widgets-test", bucketName: "widgets-test-data");

        var release = new Role(this, "Release", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        ReleaseBuildPolicy.AttachTo(release, projectName: "widgets-release", bucketName: "widgets-releases", repositoryName: "widgets");

        // Provisioning passes one role, to one service.
        var provisioning = new Role(this, "Provisioning", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        provisioning.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["iam:PassRole"],
            Resources = [test.RoleArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" },
            },
        }));

        // One repository, one branch, one audience.
        new Role(this, "Workflow", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal(GitHub, new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    ["token.actions.githubusercontent.com:sub"] = "repo:octo-org/widgets:ref:refs/heads/main",
                    ["token.actions.githubusercontent.com:aud"] = "sts.amazonaws.com",
                },
            }),
        });
    }
}
