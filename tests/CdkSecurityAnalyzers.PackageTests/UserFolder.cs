namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>A temporary folder in which a user writes files and types commands, and whose restores find the package under test.</summary>
internal sealed class UserFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cdksec-user-");

    // Of its own, so that an older package of the same version never shadows the one under test.
    private readonly DirectoryInfo packages;

    public UserFolder(PackageUnderTest package)
    {
        packages = new(PathOf("packages"));
        Directory.CreateDirectory(Feed);
        Write("nuget.config", NuGetConfig(package.Source, Feed));
    }

    /// <summary>A package source for what the user packs.</summary>
    public string Feed => PathOf("feed");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public UserFolder Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Runs <c>dotnet</c> and returns what it printed; fails when the command fails.</summary>
    public Task<string> Run(params string[] arguments) => Dotnet.Run(folder.FullName, packages, arguments);

    /// <summary>Runs <c>dotnet</c> where the command may fail.</summary>
    public Task<CommandResult> Try(params string[] arguments) => Dotnet.Try(folder.FullName, packages, arguments);

    /// <summary>Runs a line of a shell as a user types it, which may fail.</summary>
    /// <param name="place">The folder below this one in which it is typed.</param>
    public Task<CommandResult> TryShell(string command, string place) => Dotnet.TryShell(PathOf(place), packages, command);

    /// <summary>Removes a file, or a folder with all that is in it.</summary>
    public void Delete(string name)
    {
        if (Directory.Exists(PathOf(name)))
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
        else if (File.Exists(PathOf(name)))
        {
            File.Delete(PathOf(name));
        }
    }

    /// <summary>Builds several projects in one command, which may fail.</summary>
    public Task<CommandResult> TryBuild(params IEnumerable<string> projects)
    {
        Write("All.slnx", $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");
        return Try("build", "All.slnx", "-m:2");
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Adds to the sources of the machine. What the test projects have unpacked already is not unpacked again.</summary>
    private static string NuGetConfig(string source, string feed) =>
        $"""
        <configuration>
          <packageSources>
            <add key="package-under-test" value="{source}" />
            <add key="feed" value="{feed}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{PackageUnderTest.BuildSetting("NuGetPackageRoot")}" />
          </fallbackPackageFolders>
        </configuration>
        """;
}
