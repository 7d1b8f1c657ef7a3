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
        // Tests write their own logs and read their own bucket.
        var test = new Role(this, "Test", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        test.AddToPolicy(Allow(
            FormatArn(new ArnComponents { Service = "logs", Resource = "log-group", ResourceName = "/aws/codebuild/widgets-test:*", ArnFormat = ArnFormat.COLON_RESOURCE_NAME }),
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents"));
        test.AddToPolicy(Allow("arn:aws:s3:::widgets-test-data/*", "s3:GetObject"));
        test.AddToPolicy(Allow("arn:aws:s3:::widgets-test-data", "s3:ListBucket"));

        // A release uploads archives to one bucket and pushes to one repository; the registry's login takes no resource.
        var release = new Role(this, "Release", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        release.AddToPolicy(Allow("arn:aws:s3:::widgets-releases/*", "s3:PutObject"));
        release.AddToPolicy(Allow("*", "ecr:GetAuthorizationToken"));
        release.AddToPolicy(Allow("arn:aws:ecr:eu-central-1:111122223333:repository/widgets", "ecr:PutImage", "ecr:UploadLayerPart"));

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

    private static PolicyStatement Allow(string resource, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = [resource] });
}
