using Amazon.CDK;
using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace VulnerablePipeline;

/// <summary>The builds of a repository that holds everything: the tests of its pull requests, and the release of what was merged.</summary>
internal sealed class MonorepoStack : Stack
{
    public MonorepoStack(Construct scope, string id)
        : base(scope, id)
    {
        // Anybody's pull request is tested: with root on the build host, with the permissions to deploy, and with the token that releases.
        var deployment = new Role(this, "Deployment", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        deployment.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["iam:PassRole"],
            Resources = ["arn:aws:iam::111122223333:role/monorepo-runtime"],
        }));
        new Project(this, "Test", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)], // CDKSEC101
            }),
            Environment = new BuildEnvironment
            {
                Privileged = true, // CDKSEC401
            },
            Role = deployment, // CDKSEC402, CDKSEC403
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["NPM_TOKEN"] = new BuildEnvironmentVariable
                {
                    Value = "codebuild/npm-token",
                    Type = BuildEnvironmentVariableType.SECRETS_MANAGER, // CDKSEC404
                },
            },
        });

        // The release has the role as well, and builds with what the tests have left in the cache.
        var caches = new Bucket(this, "Caches");
        new Project(this, "Release", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$")],
            }),
            Role = deployment,
            Cache = Cache.Bucket(caches),
        });
        new Project(this, "Lint", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [PullRequests.From("^583231$")],
            }),
            Cache = Cache.Bucket(caches), // CDKSEC407
        });

        // In the network of the company the tests reach everything.
        new Project(this, "Integration", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "monorepo",
                WebhookFilters = [PullRequests.From("^583231$")],
            }),
            Vpc = Vpc.FromVpcAttributes(this, "Company", new VpcAttributes // CDKSEC406
            {
                VpcId = "vpc-0a1b2c3d4e5f60718",
                AvailabilityZones = ["eu-west-1a"],
                PrivateSubnetIds = ["subnet-0a1b2c3d4e5f60718"],
            }),
        });

        // Pull requests of the maintainers: they can describe a batch of builds, enter each of them, and everybody reads along.
        new Project(this, "Matrix", new ProjectProps
        {
            Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps
            {
                HttpsCloneUrl = "https://git.example.com/octo-org/monorepo.git",
                IgnoreSslErrors = true, // CDKSEC411
                WebhookFilters = [PullRequests.From("^583231$")],
                WebhookTriggersBatchBuild = true, // CDKSEC409
            }),
            SsmSessionPermissions = true, // CDKSEC413
            Visibility = ProjectVisibility.PUBLIC_READ, // CDKSEC410
        });
    }
}
