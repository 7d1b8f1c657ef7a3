using CdkSecurityAnalyzers.Tests.Rules.Builds;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>The fixes of what contains builds keep what every fix promises.</summary>
public sealed class BuildFixTests
{
    private const string Gated = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^583231$\")";

    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Vpc = "var vpc = Amazon.CDK.AWS.EC2.Vpc.FromLookup(this, \"Vpc\", new Amazon.CDK.AWS.EC2.VpcLookupOptions());\n";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    private static string Test(string props) => BuildProgram.Project(Gated, props, "Test", "test");

    private static string Release(string props) => BuildProgram.Project(BuildProgram.Pushes, props, "Release", "release");

    [Theory]
    [InlineData("HttpsCloneUrl = \"https://ghe.example.com/octo/app\", IgnoreSslErrors = {|CDKSEC411:true|}", "HttpsCloneUrl = \"https://ghe.example.com/octo/app\"")]
    [InlineData("IgnoreSslErrors = {|CDKSEC411:true|}, HttpsCloneUrl = \"https://ghe.example.com/octo/app\"", "HttpsCloneUrl = \"https://ghe.example.com/octo/app\"")]
    public Task ACertificate(string props, string fixedProps) => Verify.CodeFixInStack(Ghe(props), Ghe(fixedProps), "Verify the certificate");

    [Fact]
    public Task ACertificateThatAnOverrideLeavesUnverified() => Verify.CodeFixInStack(
        Release("") + "((CfnProject)release.Node.DefaultChild!).AddPropertyOverride(\"Source.InsecureSsl\", {|CDKSEC411:true|});",
        Release("") + "((CfnProject)release.Node.DefaultChild!).AddPropertyOverride(\"Source.InsecureSsl\", false);",
        "Verify the certificate");

    [Theory]
    [InlineData("Vpc = vpc, AllowAllOutbound = {|CDKSEC406:true|},", "Vpc = vpc, AllowAllOutbound = false,")]
    [InlineData("Vpc = {|CDKSEC406:vpc|},", "Vpc = vpc,\n    AllowAllOutbound = false,")]
    public Task ANetwork(string props, string fixedProps) =>
        Verify.CodeFixInStack(Vpc + Test(props), Vpc + Test(fixedProps), "Block outbound traffic (then allow what the build needs)");

    [Fact]
    public Task ARole() => Verify.CodeFixInStack(
        Role + Test("Description = \"x\",\n    Role = {|CDKSEC402:role|},") + Release("Role = role,"),
        Role + Test("Description = \"x\",") + Release("Role = role,"),
        "Give the project a role of its own (grant it what its builds need)");

    [Theory]
    [InlineData("{|CDKSEC407:Cache.Bucket(bucket)|}", "Cache.Bucket(bucket)", "Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"pull-requests\" })")]
    [InlineData("{|CDKSEC407:Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"a\" })|}", "Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"a\" })", "Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"pull-requests\" })")]
    public Task ACache(string test, string release, string separate) => Verify.CodeFixInStack(
        Bucket + Test($"Cache = {test},") + Release($"Cache = {release},"),
        Bucket + Test($"Cache = {separate},") + Release($"Cache = {release},"),
        "Give pull requests a cache prefix of their own (the role still reaches the rest of the bucket)");

    [Fact]
    public async Task ABoundary()
    {
        const string power = "test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"iam:PassRole\" }, Resources = new[] { \"arn:aws:iam::111122223333:role/deploy\" } }));";
        var program = EditableProgram.InStack(Test("") + power);

        var mended = await program.Fixed("CDKSEC403", "Apply UntrustedCodeBoundaryPolicy (check what the builds need beyond it)");

        Assert.Empty(await mended.Findings());
        Assert.Contains(".Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"TestBoundary\"));", (await mended.Syntax()).ToString(), StringComparison.Ordinal);
        Assert.Contains("PermissionsBoundary", (await mended.Template()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABoundaryOfAProjectWithoutAName()
    {
        var program = EditableProgram.InStack(Test("")["var test = ".Length..], "CDKSEC405");

        var mended = await program.Fixed("CDKSEC405", "Apply UntrustedCodeBoundaryPolicy (check what the builds need beyond it)");

        Assert.Empty(await mended.Findings());
    }

    [Fact]
    public async Task ARoleBesideTheProjectTakesAnotherBoundary()
    {
        var program = EditableProgram.InStack(
            Role + "role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\"));\n" + Test("Role = role,"));

        Assert.DoesNotContain(await program.EveryFix(), fix => fix.Title.StartsWith("Apply", StringComparison.Ordinal));
    }

    private static string Ghe(string props) => $$"""new Project(this, "Build", new ProjectProps { Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps { {{props}} }) });""";
}
