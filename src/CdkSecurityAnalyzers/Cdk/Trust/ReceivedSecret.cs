using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>A secret that CodeBuild fetches for a build.</summary>
/// <param name="Name">The variable that holds it; null when the name is not known.</param>
/// <param name="Written">What makes it one: the type of the variable, or the entry of the buildspec.</param>
internal readonly record struct ReceivedSecret(string? Name, Binding Written, Spelling Spelling);
