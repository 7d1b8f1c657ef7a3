using System;
using System.IO;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Begins the list of those whose pull requests may be built, where the project has none. The program stays as it is: the fixes that need the list name it from
/// then on.
/// </summary>
internal sealed class CreateContributorFile() : FindingFix(Key, "Create " + FileName)
{
    public const string Key = nameof(CreateContributorFile);

    private const string FileName = "trusted-contributors.txt";

    private const string Text =
        "# Who may start builds by pull request. One account a line: its id, its login, and what it is trusted for.\n"
        + "# The id of an account is told by: gh api users/<login> --jq .id\n"
        + "#\n"
        + "# 583231    octocat    release manager\n";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        var project = finding.Value.Document.Project;
        if (TrustedActors.AreListed(finding.Value) || project.AdditionalDocuments.Any(file => IsList(file.FilePath ?? file.Name)))
        {
            return false;
        }

        edits.AddFile(project, FileName, Text);
        return true;
    }

    private static bool IsList(string path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);
}
