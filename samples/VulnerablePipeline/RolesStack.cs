using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace VulnerablePipeline;

/// <summary>The roles of builds and workflows, each of which may do more than its work takes.</summary>
internal sealed class RolesStack : Stack
{
    private const string GitHub = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

    public RolesStack(Construct scope, string id)
        : base(scope, id)
    {
        // Tests write their logs and read their test data, and with that all logs and all data.
        var test = new Role(this, "Test", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        test.AddToPolicy(Allow("*", "logs:*")); // CDKSEC202
        test.AddToPolicy(Allow("*", "s3:GetObject", "s3:ListBucket")); // CDKSEC203

        // A release was to upload one archive. The action has a letter too many, and the name of the bucket was never filled in.
        var release = new Role(this, "Release", new RoleProps { AssumedBy = new AnyPrincipal() }); // CDKSEC208
        release.AddToPolicy(Allow("arn:aws:s3:::widgets-releases/*", "s3:PutObjects")); // CDKSEC210
        release.AddToPolicy(Allow("arn:aws:s3:::${ArchiveBucket}/*", "s3:PutObject")); // CDKSEC211

        // Deployments take whatever it takes, in every spelling of it.
        var deployment = new Role(this, "Deployment", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codebuild.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess")], // CDKSEC207
        });
        deployment.AddToPolicy(Allow("*", "*")); // CDKSEC201
        deployment.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            NotActions = ["iam:*"], // CDKSEC204
            Resources = ["*"],
        }));

        // Whoever may pass any role, or write a new version of any policy, has the permissions of all of them.
        var provisioning = new Role(this, "Provisioning", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        provisioning.AddToPolicy(Allow("*", "iam:PassRole")); // CDKSEC205
        provisioning.AddToPolicy(Allow("*", "iam:CreatePolicyVersion")); // CDKSEC206

        // A workflow of every repository of the organisation, on every branch.
        new Role(this, "Workflow", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal(GitHub, new Dictionary<string, object>
            {
                ["StringLike"] = new Dictionary<string, object>
                {
                    ["token.actions.githubusercontent.com:sub"] = "repo:octo-org/*", // CDKSEC209
                },
            }),
        });
    }

    private static PolicyStatement Allow(string resource, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = [resource] });
}
