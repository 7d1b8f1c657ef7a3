namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>A console project made from nothing in a temporary folder, with the package installed as a user would.</summary>
internal sealed class ThrowAwayApp : IDisposable
{
    private readonly UserFolder folder;

    /// <param name="editorConfig">Text of the <c>.editorconfig</c> beside the project; null for none.</param>
    public ThrowAwayApp(PackageUnderTest package, string program, bool usesCdk = true, string? editorConfig = null)
    {
        folder = new UserFolder(package)
            .Write("Program.cs", program)
            .Write(
                "App.csproj",
                UserProject.Text("<OutputType>Exe</OutputType>", usesCdk ? UserProject.Cdk : "", UserProject.Analyzers(package)));
        if (editorConfig is not null)
        {
            folder.Write(".editorconfig", editorConfig);
        }
    }

    public string Program => folder.Read("Program.cs");

    /// <summary>Builds the app and returns what the compiler reported under the ids of this product.</summary>
    public async Task<IReadOnlyList<Finding>> Build()
    {
        await folder.Run("build", "App.csproj");
        return Finding.ReadSarif(folder.Read("App.sarif"));
    }

    /// <summary>The same for a build that may fail.</summary>
    /// <param name="options">Further words of the command.</param>
    public async Task<IReadOnlyList<Finding>> TryBuild(params string[] options)
    {
        await folder.Try(["build", "App.csproj", .. options]);
        return Finding.ReadSarif(folder.Read("App.sarif"));
    }

    /// <summary>Applies the first fix on offer for a rule to the whole project, which has been built before.</summary>
    public Task Fix(string ruleId) =>
        folder.Run("format", "analyzers", "App.csproj", "--no-restore", "--diagnostics", ruleId, "--severity", "info");

    /// <summary>Runs the app, which synthesizes into the folder <c>cdk.out</c>, and returns the template of a stack.</summary>
    public async Task<string> Synthesize(string stack)
    {
        await folder.Run("run", "--project", "App.csproj");
        return folder.Read($"cdk.out/{stack}.template.json");
    }

    public void Dispose() => folder.Dispose();
}
