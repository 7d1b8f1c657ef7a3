namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>Why a text is not what it should be.</summary>
/// <param name="Message">What is wrong, as a clause without a full stop.</param>
/// <param name="Span">What is wrong; empty where something is missing.</param>
internal sealed record JsonProblem(string Message, JsonSpan Span);

/// <summary>What reading a text gave: a value or a problem.</summary>
internal readonly record struct JsonReading(JsonValue? Value, JsonProblem? Problem);
