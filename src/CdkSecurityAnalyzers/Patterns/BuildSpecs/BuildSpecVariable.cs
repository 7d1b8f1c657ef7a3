namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>An entry of <c>env.variables</c> in a buildspec.</summary>
internal readonly record struct BuildSpecVariable(string Name, string Value);
