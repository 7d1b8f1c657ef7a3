using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// A file of a scenario from which a class is made. Its name, and so the class, is told from those of the other scenarios in the batch; the scenario's sources
/// know the class by the name that it would have alone.
/// </summary>
internal sealed partial record ReviewedFile(string Path, string Text, string Using)
{
    private const string Policy = ".policy.json";
    private const string Contributors = "trusted-contributors.txt";

    /// <param name="scenario">The name of the scenario in the batch.</param>
    public static ReviewedFile Of(SourceFile file, string scenario)
    {
        var (name, suffix) = file.Name.EndsWith(Policy, StringComparison.Ordinal) ? (file.Name[..^Policy.Length], "Policy") : (file.Name[..^Contributors.Length].TrimEnd('.'), "TrustedContributors");
        var type = string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + suffix;
        var separator = name.Length == 0 ? "." : "-";
        return new($"{scenario}/{scenario}{separator}{file.Name}", file.Text, $" using {type} = global::{scenario}{type};");
    }

    /// <summary>The id of the statement that a finding in a policy file is about.</summary>
    public static IEnumerable<string> StatementOf(Diagnostic finding, Scenario scenario)
    {
        var statement = finding.AdditionalLocations[int.Parse(finding.Properties["statement"]!, System.Globalization.CultureInfo.InvariantCulture)];
        var text = scenario.ReviewedFiles.Single(file => finding.Location.GetLineSpan().Path.EndsWith(file.Name, StringComparison.Ordinal)).Text;
        return Sid().Matches(text.Substring(statement.SourceSpan.Start, statement.SourceSpan.Length)).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("\"Sid\\\\?\": ?\\\\?\"(\\w+)")]
    private static partial Regex Sid();
}
