using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>A text of which only parts are known.</summary>
internal sealed class PartialText
{
    private PartialText(ImmutableArray<string?> parts) => Parts = parts;

    /// <summary>
    /// Known texts and, as null, the unknown ones between them. Known texts are not empty, and no two of them are neighbours.
    /// </summary>
    public ImmutableArray<string?> Parts { get; }

    /// <summary>The whole text; null when a part is unknown.</summary>
    public string? Known =>
        Parts.Length == 0 ? ""
        : Parts.Length == 1 ? Parts[0]
        : null;

    /// <summary>A known text.</summary>
    public static PartialText Of(string text) => Of([text]);

    /// <summary>Known and, as null, unknown texts in any division.</summary>
    public static PartialText Of(IEnumerable<string?> parts)
    {
        var merged = ImmutableArray.CreateBuilder<string?>();
        foreach (var part in parts.Where(static part => part != ""))
        {
            if (part is not null && merged.Count > 0 && merged[merged.Count - 1] is { } before)
            {
                merged[merged.Count - 1] = before + part;
            }
            else
            {
                merged.Add(part);
            }
        }

        return new PartialText(merged.ToImmutable());
    }

    /// <summary>The text with an ellipsis for each unknown part.</summary>
    public override string ToString() => string.Concat(Parts.Select(static part => part ?? "…"));
}
