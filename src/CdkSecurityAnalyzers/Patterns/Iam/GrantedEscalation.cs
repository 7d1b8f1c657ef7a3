using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>A path whose every step is granted.</summary>
/// <param name="Path">The path.</param>
/// <param name="Grants">
/// For each step the first pattern that grants it, the same object that was handed in, with the action it grants there.
/// </param>
internal sealed record GrantedEscalation(EscalationPath Path, ImmutableArray<GrantedStep> Grants)
{
    /// <summary><c>iam:PassRole + codebuild:CreateProject + codebuild:StartBuild lets the build run as any role</c>.</summary>
    public override string ToString() => $"{string.Join(" + ", Grants.Select(static grant => grant.Action))} {Path.Effect}";
}

/// <summary>An action of a path, and the pattern that grants it.</summary>
internal sealed record GrantedStep(string Action, ActionPattern Pattern);
