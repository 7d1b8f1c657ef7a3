using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace HardenedPipeline;

/// <summary>The builds of a repository that holds everything: the tests of its pull requests, and the release of what was merged.</summary>
internal sealed class MonorepoStack : Stack
{
    public MonorepoStack(Construct scope, string id)
        : base(scope, id)
    {
        var caches = new Bucket(this, "Caches");

        // Pull requests of the maintainers are tested in the network of the company, without privileges and without secrets. Whatever the role is given later,
        // the boundary keeps it to what tests need.
        var test = new Project(this, "Test", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [PullRequests.From("^583231$")],
            }),
            Vpc = Vpc.FromVpcAttributes(this, "Company", new VpcAttributes
            {
                VpcId = "vpc-0a1b2c3d4e5f60718",
                AvailabilityZones = ["eu-west-1a"],
                PrivateSubnetIds = ["subnet-0a1b2c3d4e5f60718"],
            }),
            AllowAllOutbound = false,
            Cache = Cache.Bucket(caches, new BucketCacheOptions { Prefix = "test" }),
        });
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, "TestBoundary"));

        // What was merged is released and deployed: that takes Docker, the token of the registry and a role that passes another one.
        var deployment = new Role(this, "Deployment", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        deployment.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["iam:PassRole"],
            Resources = ["arn:aws:iam::111122223333:role/monorepo-runtime"],
        }));
        new Project(this, "Release", new ProjectProps
        {
            Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps
            {
                HttpsCloneUrl = "https://git.example.com/octo-org/monorepo.git",
                WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$")],
                WebhookTriggersBatchBuild = true,
            }),
            Environment = new BuildEnvironment { Privileged = true },
            Role = deployment,
            Cache = Cache.Bucket(caches, new BucketCacheOptions { Prefix = "release" }),
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
