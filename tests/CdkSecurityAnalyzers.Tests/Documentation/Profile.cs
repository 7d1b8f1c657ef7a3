using System.Globalization;
using System.Text;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>
/// A profile of the package: the severity of every rule, as its page states it, in a configuration file below everything that a user sets
/// (<c>global_level</c> in Microsoft's "Configuration files for code analysis rules").
/// </summary>
/// <param name="Name">The row of the pages' table of facts, or <c>None</c>.</param>
/// <param name="WarningsAsErrors">Whether what the pages call a warning is an error.</param>
internal sealed record Profile(string Name, bool WarningsAsErrors)
{
    /// <summary>Those that need a file: the default severities are the rules' own, and where nothing is on there is no warning.</summary>
    public static IReadOnlyList<Profile> WithFile { get; } =
        [new("Default", true), new("Strict", false), new("Strict", true), new("Audit", false), new("Audit", true), new("None", false)];

    public string FileName => (WarningsAsErrors ? $"{Name}-warnings-as-errors" : Name).ToLowerInvariant() + ".globalconfig";

    public string Text
    {
        get
        {
            var text = new StringBuilder("# Made from docs/rules by the tests with CDKSEC_UPDATE_DOCS=1.\nis_global = true\nglobal_level = -100\n\n");
            foreach (var rule in DocumentedRules.All)
            {
                text.Append(CultureInfo.InvariantCulture, $"dotnet_diagnostic.{rule.Id}.severity = {Severity(RulePage.Of(rule.Id))}\n");
            }

            if (Name == "Audit")
            {
                text.Append("\n# What only this profile reports.\ncdksec.also_report = fixed_image_tags, builds_outside_vpcs\n");
            }

            return text.ToString();
        }
    }

    private string Severity(RulePage page) =>
        (Name == "None" ? "Off" : page.Fact(Name)) switch
        {
            "Error" => "error",
            "Warning" => WarningsAsErrors ? "error" : "warning",
            "Info" => "suggestion",
            "Off" => "none",
            var other => throw new InvalidOperationException($"'{page.FirstLine}' has the severity '{other}'."),
        };
}
