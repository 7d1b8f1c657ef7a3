using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>A known way to more permissions.</summary>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="Effect">What the actions do together, to be put after them: <c>lets the build run as any role</c>.</param>
/// <param name="Steps">What is needed: of each step one of its actions, all written <c>service:Name</c>.</param>
internal sealed record EscalationPath(EscalationKind Kind, string Effect, ImmutableArray<ImmutableArray<string>> Steps);
