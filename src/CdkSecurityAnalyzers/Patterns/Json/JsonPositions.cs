using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>Where the characters that a JSON string says are written: what stands in JSON that stands in a string of JSON is found through it.</summary>
internal sealed class JsonPositions
{
    private readonly ImmutableArray<int> starts;

    private JsonPositions(ImmutableArray<int> starts) => this.starts = starts;

    /// <summary>The positions of the characters of a string.</summary>
    /// <param name="source">The text that the string was read from.</param>
    public static JsonPositions Of(JsonText text, string source)
    {
        var starts = ImmutableArray.CreateBuilder<int>(text.Content.Length + 1);
        var position = text.Span.Start + 1;
        while (position < text.Span.End - 1)
        {
            starts.Add(position);
            position += source[position] == '\\' && JsonEscape.Read(source, position) is { } escape ? escape.Length : 1;
        }

        starts.Add(position);
        return new JsonPositions(starts.ToImmutable());
    }

    /// <summary>Where a piece of what the string says is written.</summary>
    public JsonSpan ToSource(JsonSpan span) => new(starts[span.Start], starts[span.End]);
}
