using System.Text.Json.Nodes;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The ways in which repositories reference a package, and the builds that it has to say something in, or nothing.</summary>
public sealed class ReachTests(PackageUnderTest package, ReachTests.Repository repository) : IClassFixture<ReachTests.Repository>
{
    private const string Webhook = "CDKSEC102";

    [Fact]
    public async Task OneGlobalReferenceServesEveryProjectOfARepositoryWithCentralVersionsAndLockFiles()
    {
        await repository.Build(package);

        Assert.Equal(["error"], repository.Levels(Webhook, "central/Api/Api.sarif"));
        Assert.Contains("\"CdkSecurityAnalyzers\"", repository.Read("central/Api/packages.lock.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryTargetFrameworkIsAnalyzed()
    {
        await repository.Build(package);

        Assert.Equal(["error"], repository.Levels(Webhook, $"central/Many/Many.{UserProject.Framework}.sarif"));
        Assert.Equal(["error"], repository.Levels(Webhook, "central/Many/Many.net8.0.sarif"));
    }

    [Fact]
    public async Task ASharedPackageBringsTheAnalyzersAndTheProfileAlong()
    {
        await repository.Build(package);

        Assert.Equal(["error"], repository.Levels(Webhook, "shared/Team/Team.sarif"));
    }

    [Fact]
    public async Task AReferenceOfAnotherProjectServesThoseThatUseItWhenItsAssetsAreNotPrivate()
    {
        await repository.Build(package);

        Assert.Equal(["warning"], repository.Levels(Webhook, "projects/Stacks/Stacks.sarif"));
    }

    [Fact]
    public async Task AProjectWithoutTheCdkNoticesNothing()
    {
        var build = await repository.Build(package);

        Assert.Empty(repository.Findings("alone/WithoutCdk/WithoutCdk.sarif"));
        Assert.DoesNotContain("WithoutCdk.csproj : ", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("alone/WithoutCdk/", string.Join('\n', build.Reported("CDKSEC903")), StringComparison.Ordinal);
        Assert.False(repository.Has($"alone/WithoutCdk/obj/Debug/{UserProject.Framework}/CdkSecurityAnalyzers.profile"));
        Assert.Empty(repository.FilesBelow($"alone/WithoutCdk/obj/Debug/{UserProject.Framework}/generated/CdkSecurityAnalyzers"));
    }

    [Fact]
    public async Task AnUnknownProfileIsOneWarningAndTheDefaultProfile()
    {
        var build = await repository.Build(package);

        Assert.Equal(
            [
                repository.PathOf("alone/UnknownProfile/UnknownProfile.csproj")
                    + " : warning CDKSEC903: 'CdkSecurityProfile': there is no profile 'Stritc', so Default is in force; the profiles are Default, Strict, Audit and None",
            ],
            build.Reported("CDKSEC903").Where(line => line.Contains("Profile'", StringComparison.Ordinal)));
        Assert.Equal(["warning"], repository.Levels(Webhook, "alone/UnknownProfile/UnknownProfile.sarif"));
    }

    [Fact]
    public async Task WarningsAsErrorsIsTrueOrFalse()
    {
        var build = await repository.Build(package);

        Assert.Equal(
            [
                repository.PathOf("alone/UnknownAnswer/UnknownAnswer.csproj")
                    + " : warning CDKSEC903: 'CdkSecurityWarningsAsErrors': 'errors' is neither true nor false, so warnings stay warnings",
            ],
            build.Reported("CDKSEC903").Where(line => line.Contains("AsErrors'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SettingsForManyRulesAtOnceApplyInTheDefaultProfileOnly()
    {
        await repository.Build(package);

        Assert.Equal(["note"], repository.Levels(Webhook, "alone/UnknownAnswer/UnknownAnswer.sarif"));
        Assert.Equal(["error"], repository.Levels(Webhook, "central/Api/Api.sarif"));
    }

    [Fact]
    public async Task AnOldCompilerIsSaidToCheckNothingAndFailsTheStrictProfile()
    {
        var build = await repository.Build(package);

        var reported = build.Reported("CDKSEC900").ToList();
        Assert.Equal(2, reported.Count);
        Assert.All(reported, line => Assert.Contains(".NET SDK 8.0.400 or Visual Studio 2022 17.11 (Roslyn 4.11) or later, and this is Roslyn 4.8", line, StringComparison.Ordinal));
        Assert.Contains(reported, line => line.Contains("OldCompiler.csproj : warning ", StringComparison.Ordinal));
        Assert.Contains(reported, line => line.Contains("OldCompilerStrict.csproj : error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADesignTimeBuildGivesTheEditorTheAnalyzersTheProfileAndTheReviewedFilesAndWritesNothing()
    {
        await repository.Build(package);

        var words = await repository.CompilerWords("central/Api/Api.csproj");

        Assert.Contains(words, word => word.StartsWith("/analyzer:", StringComparison.Ordinal) && word.EndsWith("CdkSecurityAnalyzers.dll", StringComparison.Ordinal));
        Assert.Contains(words, word => word.StartsWith("/analyzerconfig:", StringComparison.Ordinal) && word.EndsWith("strict.globalconfig", StringComparison.Ordinal));
        Assert.Contains(words, word => word.StartsWith("/additionalfile:", StringComparison.Ordinal) && word.EndsWith("trusted-contributors.txt", StringComparison.Ordinal));
    }

    /// <summary>A folder of repositories that reference the package in different ways, built by one command.</summary>
    public sealed class Repository : IDisposable
    {
        private const string ManyRules = """
            [*.cs]
            dotnet_analyzer_diagnostic.category-Security.Webhooks.severity = suggestion

            """;

        private const string Stack = """<Compile Include="../../BuildStack.cs" />""";

        private static readonly string[] Projects =
        [
            "central/Api/Api.csproj",
            "central/Many/Many.csproj",
            "shared/Team/Team.csproj",
            "projects/Patterns/Patterns.csproj",
            "projects/Stacks/Stacks.csproj",
            "alone/WithoutCdk/WithoutCdk.csproj",
            "alone/UnknownProfile/UnknownProfile.csproj",
            "alone/UnknownAnswer/UnknownAnswer.csproj",
            "alone/OldCompiler/OldCompiler.csproj",
            "alone/OldCompilerStrict/OldCompilerStrict.csproj",
        ];

        private readonly Lock gate = new();
        private UserFolder? folder;
        private Task<CommandResult>? build;

        internal Task<CommandResult> Build(PackageUnderTest package)
        {
            lock (gate)
            {
                return build ??= BuildAll(package);
            }
        }

        internal string PathOf(string name) => folder!.PathOf(name);

        internal string Read(string name) => folder!.Read(name);

        internal bool Has(string name) => File.Exists(folder!.PathOf(name));

        internal IEnumerable<string> FilesBelow(string name) =>
            Directory.Exists(folder!.PathOf(name)) ? Directory.EnumerateFiles(folder!.PathOf(name), "*", SearchOption.AllDirectories) : [];

        internal IReadOnlyList<Finding> Findings(string log) => Finding.ReadSarif(folder!.Read(log));

        /// <summary>The levels of the findings of one rule: a profile may bring findings of others along.</summary>
        internal IEnumerable<string> Levels(string ruleId, string log) =>
            Findings(log).Where(finding => finding.RuleId == ruleId).Select(finding => finding.Level);

        /// <summary>What a design-time build would tell the compiler, as an editor asks for it.</summary>
        internal async Task<IReadOnlyList<string>> CompilerWords(string project)
        {
            var profile = folder!.PathOf($"central/Api/obj/Debug/{UserProject.Framework}/CdkSecurityAnalyzers.profile");
            File.Delete(profile);
            var printed = await folder.Run(
                "msbuild", project, "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true",
                "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
            Assert.False(File.Exists(profile));
            return [.. JsonNode.Parse(printed)!["Items"]!["CscCommandLineArgs"]!.AsArray().Select(word => (string)word!["Identity"]!)];
        }

        public void Dispose() => folder?.Dispose();

        private async Task<CommandResult> BuildAll(PackageUnderTest package)
        {
            folder = new UserFolder(package).Write("BuildStack.cs", VulnerableStack.Text);
            WriteCentral(package);
            await WriteShared(package);
            folder
                .Write("projects/Patterns/Patterns.csproj", UserProject.Text("", UserProject.Cdk, NotPrivate(package)))
                .Write("projects/Stacks/Stacks.csproj", UserProject.Text("", Stack, """<ProjectReference Include="../Patterns/Patterns.csproj" />"""));
            WriteAlone(package, "WithoutCdk", "<CdkSecurityProfile>Stritc</CdkSecurityProfile><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", "");
            folder.Write("central/Api/trusted-contributors.txt", "583231 octocat\n");
            // Files with the names of reviewed ones, which mean something else there.
            folder
                .Write("alone/WithoutCdk/trusted-contributors.txt", "With thanks to everybody who helped.")
                .Write("alone/WithoutCdk/cache.policy.json", "{ \"Version\": ")
                .Write("alone/WithoutCdk/.editorconfig", "[*.cs]\ncdksec.allowed_wildcard_actions = Put*\n");
            WriteAlone(package, "UnknownProfile", "<CdkSecurityProfile>Stritc</CdkSecurityProfile>", UserProject.Cdk, Stack);
            WriteAlone(package, "UnknownAnswer", "<CdkSecurityWarningsAsErrors>errors</CdkSecurityWarningsAsErrors>", UserProject.Cdk);
            WriteAlone(package, "OldCompiler", "", UserProject.Cdk, Stack);
            WriteAlone(package, "OldCompilerStrict", "<CdkSecurityProfile>Strict</CdkSecurityProfile>", UserProject.Cdk, Stack);
            foreach (var place in new[] { "alone/UnknownAnswer", "central/Api" })
            {
                folder.Write($"{place}/.editorconfig", ManyRules).Write($"{place}/BuildStack.cs", VulnerableStack.Text);
            }

            foreach (var old in new[] { "OldCompiler", "OldCompilerStrict" })
            {
                folder.Write(
                    $"alone/{old}/Directory.Build.targets",
                    "<Project><PropertyGroup><CompilerApiVersion>roslyn4.8</CompilerApiVersion></PropertyGroup></Project>");
            }

            var result = await folder.TryBuild(Projects);
            result.FailsOnlyByFindings();
            return result;
        }

        private void WriteAlone(PackageUnderTest package, string name, string properties, params string[] items) =>
            folder!.Write($"alone/{name}/{name}.csproj", UserProject.Text(properties, [.. items, UserProject.Analyzers(package)]));

        private void WriteCentral(PackageUnderTest package) =>
            folder!
                .Write(
                    "central/Directory.Packages.props",
                    $"""
                    <Project>
                      <PropertyGroup>
                        <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                        <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
                        <CdkSecurityProfile>Strict</CdkSecurityProfile>
                      </PropertyGroup>
                      <ItemGroup>
                        <GlobalPackageReference Include="CdkSecurityAnalyzers" Version="{package.Version}" />
                        <PackageVersion Include="Amazon.CDK.Lib" Version="2.160.0" />
                        <PackageVersion Include="Constructs" Version="10.0.5" />
                      </ItemGroup>
                    </Project>
                    """)
                .Write("central/Api/Api.csproj", UserProject.Text("", CentralCdk))
                .Write(
                    "central/Many/Many.csproj",
                    UserProject.Text(
                        $"""
                        <TargetFramework />
                        <TargetFrameworks>{UserProject.Framework};net8.0</TargetFrameworks>
                        <ErrorLog>$(MSBuildProjectDirectory)/Many.$(TargetFramework).sarif,version=2.1</ErrorLog>
                        """,
                        Stack,
                        CentralCdk));

        /// <summary>What a security team publishes for all repositories: a package without code that depends on this one and sets the profile.</summary>
        private async Task WriteShared(PackageUnderTest package)
        {
            folder!
                .Write(
                    "shared/Company.Defaults/Company.Defaults.csproj",
                    UserProject.Text(
                        """
                        <IncludeBuildOutput>false</IncludeBuildOutput>
                        <NoWarn>$(NoWarn);NU5128</NoWarn>
                        """,
                        """<None Include="Company.Defaults.props" Pack="true" PackagePath="buildTransitive/" />""",
                        NotPrivate(package)))
                .Write(
                    "shared/Company.Defaults/Company.Defaults.props",
                    "<Project><PropertyGroup><CdkSecurityProfile>Strict</CdkSecurityProfile></PropertyGroup></Project>")
                .Write(
                    "shared/Team/Team.csproj",
                    UserProject.Text("", Stack, UserProject.Cdk, """<PackageReference Include="Company.Defaults" Version="1.0.0" />"""));
            await folder.Run("pack", "shared/Company.Defaults/Company.Defaults.csproj", "-o", folder.Feed);
        }

        private const string CentralCdk = """
            <PackageReference Include="Amazon.CDK.Lib" />
            <PackageReference Include="Constructs" />
            """;

        private static string NotPrivate(PackageUnderTest package) =>
            $"""<PackageReference Include="CdkSecurityAnalyzers" Version="{package.Version}" PrivateAssets="none" />""";
    }
}
