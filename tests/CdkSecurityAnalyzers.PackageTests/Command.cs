using System.Diagnostics;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>A command that a user types.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command to its end, whichever that is.</summary>
    /// <param name="environment">Variables besides those of the test run.</param>
    public static async Task<CommandResult> Try(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        DropWhatTheTestRunAddedTo(start.Environment);
        foreach (var (name, value) in environment)
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

    /// <summary>Runs a command that has to succeed and returns what it printed.</summary>
    public static async Task<string> Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var result = await Try(program, folder, environment, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}");
        return result.Output;
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
