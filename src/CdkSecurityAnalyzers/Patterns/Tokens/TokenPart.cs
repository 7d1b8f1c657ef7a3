namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>A part of a token behind its prefix.</summary>
internal abstract record TokenPart;

/// <summary>Characters of one alphabet: as many as follow each other.</summary>
/// <param name="Marker">A text that the part has in it somewhere; null when every text will do.</param>
/// <param name="Ending">What the part ends with; null when every end will do.</param>
internal sealed record TokenRun(Alphabet Alphabet, int Least, int Most, string? Marker = null, string? Ending = null) : TokenPart;

/// <summary>A fixed text between two runs.</summary>
internal sealed record TokenSeparator(string Text) : TokenPart;
