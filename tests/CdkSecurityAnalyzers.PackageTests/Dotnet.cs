using System.Diagnostics;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The <c>dotnet</c> command as a user types it.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command to its end and returns what it printed. Fails with that output when the command fails.</summary>
    public static Task<string> Run(string folder, params string[] arguments) => Run(folder, null, arguments);

    /// <inheritdoc cref="Run(string, string[])"/>
    public static async Task<string> Run(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var result = await Try(folder, environment, arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}");
        return result.Output;
    }

    /// <summary>Runs a command to its end, whichever that is.</summary>
    public static async Task<CommandResult> Try(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        DropWhatTheTestRunAddedTo(start.Environment);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // A compiler server would outlive the tests and keep an old analyzer loaded.
        start.Environment["UseSharedCompilation"] = "false";
        // Node's age is the business of whoever runs the tests.
        start.Environment["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output + await errors);
    }

    /// <summary>A test run points MSBuild at its own SDK through the environment, which would follow us into the new process.</summary>
    private static void DropWhatTheTestRunAddedTo(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            environment.Remove(name);
        }
    }
}
