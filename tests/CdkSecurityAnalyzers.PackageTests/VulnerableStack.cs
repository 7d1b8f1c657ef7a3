namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The smallest stack with a finding.</summary>
internal static class VulnerableStack
{
    /// <summary>A stack whose webhook has no filters, which is CDKSEC102.</summary>
    public const string Text = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Constructs;

        public class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }),
                });
            }
        }

        """;
}
