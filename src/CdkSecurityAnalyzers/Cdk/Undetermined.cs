using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>A value that decides a verdict and cannot be determined at compile time.</summary>
/// <param name="What">What the value is in the template, for people: <c>The webhook switch</c>.</param>
/// <param name="Binding">The value that is not known.</param>
internal readonly record struct Undetermined(string What, Binding Binding);
