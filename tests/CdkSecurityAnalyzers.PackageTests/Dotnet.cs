namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The <c>dotnet</c> command as a user types it.</summary>
internal static class Dotnet
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        // A compiler server would outlive the tests and keep an old analyzer loaded.
        ["UseSharedCompilation"] = "false",
        // Node's age is the business of whoever runs the tests.
        ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20",
    };

    /// <summary>Runs a command that has to succeed and returns what it printed.</summary>
    public static Task<string> Run(string folder, params string[] arguments) => Command.Run("dotnet", folder, Environment, arguments);

    /// <inheritdoc cref="Run(string, string[])"/>
    /// <param name="packages">The folder that packages are unpacked into.</param>
    public static Task<string> Run(string folder, DirectoryInfo packages, params string[] arguments) =>
        Command.Run("dotnet", folder, With(packages), arguments);

    /// <summary>Runs a command that may fail.</summary>
    /// <param name="packages">The folder that packages are unpacked into.</param>
    public static Task<CommandResult> Try(string folder, DirectoryInfo packages, params string[] arguments) =>
        Command.Try("dotnet", folder, With(packages), arguments);

    /// <summary>Runs a line of a shell that calls the command, and may fail.</summary>
    /// <param name="packages">The folder that packages are unpacked into.</param>
    public static Task<CommandResult> TryShell(string folder, DirectoryInfo packages, string line) => Command.Try("sh", folder, With(packages), "-c", line);

    private static Dictionary<string, string> With(DirectoryInfo packages) => new(Environment) { ["NUGET_PACKAGES"] = packages.FullName };
}
