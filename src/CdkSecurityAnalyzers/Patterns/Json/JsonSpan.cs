namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>A piece of a text.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character.</param>
internal readonly record struct JsonSpan(int Start, int End);
