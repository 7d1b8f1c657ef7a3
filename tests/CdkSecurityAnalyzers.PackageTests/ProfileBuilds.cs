using Xunit;

[assembly: AssemblyFixture(typeof(CdkSecurityAnalyzers.PackageTests.ProfileBuilds))]

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The code of every rule page in projects that differ in their profile, built in one command for all tests.</summary>
public sealed class ProfileBuilds : IDisposable
{
    private const string EditorConfig = """
        root = true
        [*.cs]
        dotnet_diagnostic.CDKSEC103.severity = suggestion
        dotnet_diagnostic.CDKSEC104.severity = none
        dotnet_diagnostic.CDKSEC308.severity = warning

        """;

    private const string GlobalConfig = """
        is_global = true
        dotnet_diagnostic.CDKSEC201.severity = suggestion
        dotnet_diagnostic.CDKSEC207.severity = none
        dotnet_diagnostic.CDKSEC212.severity = warning

        """;

    private const string Suppressed = """
        using System.Diagnostics.CodeAnalysis;
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Constructs;

        [SuppressMessage("Security.Webhooks", "CDKSEC102", Justification = "Reviewed in March.")]
        class ReviewedStack : Stack
        {
            public ReviewedStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }) });
            }
        }

        class AcceptedStack : Stack
        {
            public AcceptedStack(Construct scope, string id) : base(scope, id)
            {
        #pragma warning disable CDKSEC102 // The organization admits members only.
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }) });
        #pragma warning restore CDKSEC102
            }
        }

        #pragma warning disable
        class HiddenStack : Stack
        {
            public HiddenStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }) });
            }
        }

        """;

    internal static IReadOnlyList<ProfileSetup> Setups { get; } =
    [
        .. from profile in new[] { "", "Strict", "audit", "None" }
           from asErrors in new[] { false, true }
           select new ProfileSetup(profile, asErrors, TreatWarningsAsErrors: false),
        .. from profile in new[] { "Default", "Strict", "Audit", "None" } select new ProfileSetup(profile, WarningsAsErrors: false, TreatWarningsAsErrors: true),
    ];

    private readonly Lock gate = new();
    private Task<UserFolder>? folder;

    /// <summary>What the compiler logged for a project, in SARIF.</summary>
    internal async Task<string> Log(PackageUnderTest package, ProfileSetup setup) => (await Folder(package)).Read(setup.Log);

    /// <summary>The folder above all projects, after their build.</summary>
    internal Task<UserFolder> Folder(PackageUnderTest package)
    {
        lock (gate)
        {
            return folder ??= BuildAll(package);
        }
    }

    public void Dispose()
    {
        if (folder is { IsCompletedSuccessfully: true })
        {
            folder.Result.Dispose();
        }
    }

    private static async Task<UserFolder> BuildAll(PackageUnderTest package)
    {
        var folder = new UserFolder(package)
            .Write(".editorconfig", EditorConfig)
            .Write(".globalconfig", GlobalConfig)
            .Write("stacks/Suppressed.cs", Suppressed);
        foreach (var id in PageRules.All)
        {
            folder.Write($"stacks/{id}.cs", PageRules.Program(id));
        }

        foreach (var setup in Setups)
        {
            folder.Write(
                setup.Project,
                UserProject.Text(setup.Properties, """<Compile Include="../stacks/*.cs" />""", UserProject.Cdk, UserProject.Analyzers(package)));
        }

        (await folder.TryBuild(Setups.Select(setup => setup.Project))).FailsOnlyByFindings();
        return folder;
    }
}
