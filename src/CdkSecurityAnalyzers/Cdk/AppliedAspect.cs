using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>A call <c>Aspects.Of(scope).Add(aspect)</c>: every construct under the scope is shown to the aspect, which may change it.</summary>
/// <param name="Scope">The scope; null when it cannot be told.</param>
/// <param name="Aspect">The aspect.</param>
/// <param name="Site">The call.</param>
/// <param name="Path">The answers under which the call is made.</param>
internal sealed record AppliedAspect(Value? Scope, Value Aspect, Site Site, PathCondition? Path);
