using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>
/// The profiles in real builds: the code of every rule page, in projects that differ in the profile and in how they treat warnings, below the settings of a
/// user for some of the rules.
/// </summary>
public sealed class ProfileTests(PackageUnderTest package, ProfileTests.Builds builds) : IClassFixture<ProfileTests.Builds>
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

    private const string NoWarn = "CDKSEC202";
    private const string WarningsAsErrors = "CDKSEC204;CDKSEC210;CDKSEC109";

    /// <summary>What the settings above say, whatever the profile.</summary>
    private static readonly Dictionary<string, string> Configured = new()
    {
        ["CDKSEC103"] = "note",
        ["CDKSEC104"] = "",
        ["CDKSEC308"] = "warning",
        ["CDKSEC201"] = "note",
        ["CDKSEC207"] = "",
        ["CDKSEC212"] = "warning",
    };

    private static readonly Setup[] Setups =
    [
        .. from profile in new[] { "", "Strict", "audit", "None" }
           from asErrors in new[] { false, true }
           select new Setup(profile, asErrors, TreatWarningsAsErrors: false),
        .. from profile in new[] { "Default", "Strict", "Audit", "None" } select new Setup(profile, WarningsAsErrors: false, TreatWarningsAsErrors: true),
    ];

    public static TheoryData<string> Projects => [.. Setups.Select(setup => setup.ProjectName)];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task EveryRuleHasTheSeverityThatItsPageGivesUnlessTheUserSaysOtherwise(string project)
    {
        var setup = Setups.Single(setup => setup.ProjectName == project);
        var findings = await builds.Findings(package, setup);

        Assert.Equal(
            PageRules.All.Select(id => $"{id} {Expected(setup, id)}"),
            PageRules.All.Select(id => $"{id} {Actual(findings, id)}"));
    }

    private static string Actual(IReadOnlyList<Finding> findings, string id) =>
        string.Join(',', findings.Where(finding => finding.RuleId == id && finding.File == id + ".cs").Select(finding => finding.Level).Distinct());

    private static string Expected(Setup setup, string id)
    {
        // Both are words to the compiler itself, which no configuration file outdoes.
        if (NoWarn == id || WarningsAsErrors.Contains(id, StringComparison.Ordinal))
        {
            return NoWarn == id ? "" : "error";
        }

        var isConfigured = Configured.TryGetValue(id, out var configured);
        var level = isConfigured ? configured! : OfPage(id, setup);
        var isError = setup.TreatWarningsAsErrors || (setup.WarningsAsErrors && !isConfigured);
        return level == "warning" && isError ? "error" : level;
    }

    private static string OfPage(string id, Setup setup) =>
        (setup.ProfileName == "None" ? "Off" : RulePage.Of(id).Fact(setup.ProfileName)) switch
        {
            "Error" => "error",
            "Warning" => "warning",
            "Info" => "note",
            _ => "",
        };

    /// <summary>A project of the matrix.</summary>
    /// <param name="Profile">As the project writes it; empty when it writes nothing.</param>
    /// <param name="WarningsAsErrors">The property of this package.</param>
    /// <param name="TreatWarningsAsErrors">The property of every build.</param>
    internal sealed record Setup(string Profile, bool WarningsAsErrors, bool TreatWarningsAsErrors)
    {
        public string ProfileName => Profile.Length == 0 ? "Default" : char.ToUpperInvariant(Profile[0]) + Profile[1..];

        public string ProjectName => $"P{Profile}{(WarningsAsErrors ? "AsErrors" : "")}{(TreatWarningsAsErrors ? "Treated" : "")}";

        public string Properties =>
            $"""
            {(Profile.Length == 0 ? "" : $"<CdkSecurityProfile>{Profile}</CdkSecurityProfile>")}
            <CdkSecurityWarningsAsErrors>{(WarningsAsErrors ? "true" : "false")}</CdkSecurityWarningsAsErrors>
            <TreatWarningsAsErrors>{(TreatWarningsAsErrors ? "true" : "false")}</TreatWarningsAsErrors>
            <NoWarn>$(NoWarn);{NoWarn};CS0618</NoWarn>
            <WarningsAsErrors>$(WarningsAsErrors);{ProfileTests.WarningsAsErrors}</WarningsAsErrors>
            """;
    }

    /// <summary>All projects, built in one command for all tests.</summary>
    public sealed class Builds
    {
        private readonly Lock gate = new();
        private Task<Dictionary<Setup, IReadOnlyList<Finding>>>? all;

        internal async Task<IReadOnlyList<Finding>> Findings(PackageUnderTest package, Setup setup)
        {
            lock (gate)
            {
                all ??= BuildAll(package);
            }

            return (await all)[setup];
        }

        private static async Task<Dictionary<Setup, IReadOnlyList<Finding>>> BuildAll(PackageUnderTest package)
        {
            using var folder = new UserFolder(package).Write(".editorconfig", EditorConfig).Write(".globalconfig", GlobalConfig);
            foreach (var id in PageRules.All)
            {
                folder.Write($"stacks/{id}.cs", PageRules.Program(id));
            }

            foreach (var setup in Setups)
            {
                folder.Write(
                    $"{setup.ProjectName}/{setup.ProjectName}.csproj",
                    UserProject.Text(setup.Properties, """<Compile Include="../stacks/*.cs" />""", UserProject.Cdk, UserProject.Analyzers(package)));
            }

            var result = await folder.TryBuild(Setups.Select(setup => $"{setup.ProjectName}/{setup.ProjectName}.csproj"));
            result.FailsOnlyByFindings();
            return Setups.ToDictionary(setup => setup, setup => Finding.ReadSarif(folder.Read($"{setup.ProjectName}/{setup.ProjectName}.sarif")));
        }
    }
}
