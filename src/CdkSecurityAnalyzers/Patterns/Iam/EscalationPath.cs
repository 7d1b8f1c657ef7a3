using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>A known way to more permissions.</summary>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="Effect">What the actions do together, to be put after them: <c>lets the build run as any role</c>.</param>
/// <param name="Steps">What is needed: every step.</param>
internal sealed record EscalationPath(EscalationKind Kind, string Effect, ImmutableArray<EscalationStep> Steps);

/// <summary>A part of a path.</summary>
/// <param name="Alternatives">Actions, written <c>service:Name</c>, of which one is needed.</param>
internal sealed record EscalationStep(ImmutableArray<string> Alternatives);
