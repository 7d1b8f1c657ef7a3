using System;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Policies;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets a role be passed to the build service only.</summary>
internal sealed class RestrictPassRole() : FindingFix(Key, "Restrict the pass-role to codebuild.amazonaws.com")
{
    public const string Key = nameof(RestrictPassRole);

    private static readonly NewCondition Condition = new("StringEquals", "iam:PassedToService", "codebuild.amazonaws.com");

    /// <remarks>Other actions come without a service that something is passed to: they would not be allowed under the condition, and stay without it.</remarks>
    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (WrittenStatement.Of(finding) is { } statement && statement.Texts(statement.Actions) is { } actions)
        {
            return actions.All(action => IsPassRole(action.Text)) && statement.TryAddConditions(edits, Condition);
        }

        return FilledStatement.Of(finding.Value) is { } filled
            && filled.Actions.All(action => filled.Place.ConstantText(action) is { } text && IsPassRole(text))
            && filled.TryAddCondition(edits, Condition);
    }

    /// <summary>PassRole is the only action of IAM that begins with Pass.</summary>
    private static bool IsPassRole(string action) => action.StartsWith("iam:Pass", StringComparison.OrdinalIgnoreCase);
}
