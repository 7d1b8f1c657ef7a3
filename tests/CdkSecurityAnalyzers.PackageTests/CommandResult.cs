using System.Text.RegularExpressions;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>How a command ended, and what it printed.</summary>
internal sealed partial record CommandResult(int ExitCode, string Output)
{
    /// <summary>The different lines of the output that report something under a code, without the project that MSBuild names at their end.</summary>
    public IEnumerable<string> Reported(string code) =>
        Output.Split('\n')
            .Where(line => line.Contains($" {code}: ", StringComparison.Ordinal))
            .Select(line => line.Split(" [", 2)[0].Trim())
            .Distinct();

    /// <summary>A build that fails for another reason than an error of this product has tested nothing.</summary>
    public void FailsOnlyByFindings() =>
        Assert.True(!OtherError().IsMatch(Output) && (ExitCode == 0 || Output.Contains("error CDKSEC", StringComparison.Ordinal)), Output);

    [GeneratedRegex("error (?!CDKSEC)[A-Z]+[0-9]+")]
    private static partial Regex OtherError();
}
