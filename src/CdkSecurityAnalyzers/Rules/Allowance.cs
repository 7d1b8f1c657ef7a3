namespace CdkSecurityAnalyzers.Rules;

/// <summary>What a project may say in its configuration to have a finding left out.</summary>
/// <param name="Key">The setting of the <c>.editorconfig</c>: one of <see cref="Settings"/>.</param>
/// <param name="Entry">The entry in the setting's list that allows what the finding is about.</param>
internal readonly record struct Allowance(string Key, string Entry);
