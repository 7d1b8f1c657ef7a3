using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>A console project made from nothing in a temporary folder, with the package installed as a user would.</summary>
internal sealed class ThrowAwayApp : IDisposable
{
    private const string CdkReferences = """
            <PackageReference Include="Amazon.CDK.Lib" Version="2.160.0" />
            <PackageReference Include="Constructs" Version="10.0.5" />
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cdksec-app-");
    private readonly Dictionary<string, string> environment;

    /// <param name="editorConfig">Text of the <c>.editorconfig</c> beside the project; null for none.</param>
    public ThrowAwayApp(PackageUnderTest package, string program, bool usesCdk = true, string? editorConfig = null)
    {
        // A folder of its own for unpacked packages: an older package of the same version never shadows the one under test.
        environment = new() { ["NUGET_PACKAGES"] = PathOf("packages") };
        Write("Program.cs", program);
        Write("App.csproj", ProjectFile(package.Version, usesCdk ? CdkReferences : ""));
        Write("nuget.config", NuGetConfig(package.Source));
        if (editorConfig is not null)
        {
            Write(".editorconfig", editorConfig);
        }
    }

    public string Program => File.ReadAllText(PathOf("Program.cs"));

    /// <summary>Builds the app and returns what the compiler reported under the ids of this product.</summary>
    public async Task<IReadOnlyList<Finding>> Build()
    {
        await Run("build", "App.csproj");
        return Finding.ReadSarif(PathOf("app.sarif"));
    }

    /// <summary>Builds the app and returns what the build writes: its output and its log in SARIF.</summary>
    public async Task<string> Log() =>
        await Run("build", "App.csproj") + await File.ReadAllTextAsync(PathOf("app.sarif"), TestContext.Current.CancellationToken);

    /// <summary>Applies the first fix on offer for a rule to the whole project, which has been built before.</summary>
    public Task Fix(string ruleId) =>
        Run("format", "analyzers", "App.csproj", "--no-restore", "--diagnostics", ruleId, "--severity", "info");

    /// <summary>Runs the app, which synthesizes into the folder <c>cdk.out</c>, and returns the template of a stack.</summary>
    public async Task<string> Synthesize(string stack)
    {
        await Run("run", "--project", "App.csproj");
        return await File.ReadAllTextAsync(PathOf($"cdk.out/{stack}.template.json"), TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<string> Run(params string[] arguments) => Dotnet.Run(folder.FullName, environment, arguments);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private static string ProjectFile(string packageVersion, string references) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ErrorLog>app.sarif,version=2.1</ErrorLog>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
          </PropertyGroup>
          <ItemGroup>
        {references}
            <PackageReference Include="{PackageUnderTest.Id}" Version="{packageVersion}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>Adds to the sources of the machine. What the test projects have unpacked already is not unpacked again.</summary>
    private static string NuGetConfig(string source) =>
        $"""
        <configuration>
          <packageSources>
            <add key="package-under-test" value="{source}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{PackageUnderTest.BuildSetting("NuGetPackageRoot")}" />
          </fallbackPackageFolders>
        </configuration>
        """;
}
