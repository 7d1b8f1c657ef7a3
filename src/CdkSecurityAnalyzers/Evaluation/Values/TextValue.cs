using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>A string of which only parts are known: <c>bucket.BucketArn + "/*"</c>, <c>$"refs/heads/{branch}"</c>.</summary>
internal sealed class TextValue(ImmutableArray<TextPart> parts, IOperation? origin) : Value(origin)
{
    public ImmutableArray<TextPart> Parts { get; } = parts;
}

/// <summary>A known piece of text, or a hole that some value fills.</summary>
internal readonly record struct TextPart
{
    private TextPart(string? known, Value? hole) => (Known, Hole) = (known, hole);

    /// <summary>The text; null for a hole.</summary>
    public string? Known { get; }

    /// <summary>The value that fills the hole, never a constant; null for known text.</summary>
    public Value? Hole { get; }

    public static TextPart Text(string known) => new(known, hole: null);

    public static TextPart Of(Value hole) => new(known: null, hole);
}
