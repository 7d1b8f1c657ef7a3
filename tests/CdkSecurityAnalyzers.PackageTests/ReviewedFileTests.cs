using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The reviewed files of a project become code and are checked, because the package is installed and for no other reason.</summary>
public sealed class ReviewedFileTests(PackageUnderTest package)
{
    private const string Program = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Amazon.CDK.AWS.IAM;
        using Constructs;
        using Octo.Builds;

        new BuildStack(new App(), "BuildStack");

        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                BuildPolicy.AttachTo(role, "widgets");
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "owner",
                        Repo = "repo",
                        WebhookFilters = new[] { TrustedContributors.PullRequests(), TrustedContributors.Push("main") },
                    }),
                });
            }
        }

        """;

    private const string Policy = """
        {
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:${Partition}:s3:::${BucketName}/*" },
            { "Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-1:111122223333:builds" }
          ]
        }
        """;

    [Fact]
    public async Task TheyBecomeCodeAndAreChecked()
    {
        using var folder = Folder("");

        await folder.Run("build", "App.csproj");

        Assert.Equal(
            [new Finding("CDKSEC202", "build.policy.json", 4, "warning"), new Finding("CDKSEC903", "trusted-contributors.txt", 3, "warning")],
            Finding.ReadSarif(folder.Read("App.sarif")));
    }

    [Fact]
    public async Task AProjectCanNameThemItself()
    {
        using var folder = Folder(
            "<CdkSecurityAnalyzersIncludeReviewedFiles>false</CdkSecurityAnalyzersIncludeReviewedFiles>",
            """<AdditionalFiles Include="review/trusted-contributors.txt" />""",
            """<AdditionalFiles Include="build.policy.json" />""");

        await folder.Run("build", "App.csproj");

        Assert.Equal(2, Finding.ReadSarif(folder.Read("App.sarif")).Count);
    }

    private UserFolder Folder(string properties, params string[] items) =>
        new UserFolder(package)
            .Write("Program.cs", Program)
            .Write("review/trusted-contributors.txt", "# Who may start builds.\n583231 octocat\noctocat octocat\n")
            .Write("build.policy.json", Policy)
            // What a synthesis has written is nobody's policy.
            .Write("cdk.out/asset.1/old.policy.json", "{")
            .Write("App.csproj", UserProject.Text(
                "<OutputType>Exe</OutputType><RootNamespace>Octo.Builds</RootNamespace><TreatWarningsAsErrors>false</TreatWarningsAsErrors>" + properties,
                [UserProject.Cdk, UserProject.Analyzers(package), .. items]));
}
