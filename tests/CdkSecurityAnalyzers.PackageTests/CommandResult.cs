namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>How a command ended, and what it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The different lines of the output that report something under a code, without the project that MSBuild names at their end.</summary>
    public IEnumerable<string> Reported(string code) =>
        Output.Split('\n')
            .Where(line => line.Contains($" {code}: ", StringComparison.Ordinal))
            .Select(line => line.Split(" [", 2)[0].Trim())
            .Distinct();
}
