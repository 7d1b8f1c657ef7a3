namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>A condition to be written: an operator on one key.</summary>
internal sealed record NewCondition(string Operator, string Key, string Value);
