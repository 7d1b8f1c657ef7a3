using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>A finding as its fixes read it: the places and texts behind the keys of <see cref="FindingProperties"/>.</summary>
internal sealed class ReportedFinding
{
    private readonly Diagnostic diagnostic;
    private readonly Dictionary<Location, Place> places;

    private ReportedFinding(Diagnostic diagnostic, Dictionary<Location, Place> places, Place value)
    {
        this.diagnostic = diagnostic;
        this.places = places;
        Value = value;
    }

    /// <summary>The risky value itself.</summary>
    public Place Value { get; }

    public string? Spelling => Text(FindingProperties.Spelling);

    public bool IsTemplate => Spelling == FindingProperties.Spellings.Template;

    public bool IsFilterGroup => Spelling == FindingProperties.Spellings.FilterGroup;

    /// <summary>Reads the finding's places; null when its own location is no source of the document.</summary>
    public static async Task<ReportedFinding?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var value = await PlaceAsync(document, diagnostic.Location, cancellationToken).ConfigureAwait(false);
        if (value is null)
        {
            return null;
        }

        var places = new Dictionary<Location, Place>();
        foreach (var location in diagnostic.AdditionalLocations)
        {
            var owner = location.SourceTree is { } tree ? document.Project.Solution.GetDocument(tree) : null;
            if (
                owner is not (null or SourceGeneratedDocument)
                && await PlaceAsync(owner, location, cancellationToken).ConfigureAwait(false) is { } place
            )
            {
                places[location] = place;
            }
        }

        return new ReportedFinding(diagnostic, places, value);
    }

    /// <summary>The text under a key; null when the finding does not know it.</summary>
    public string? Text(string key) => diagnostic.Properties.TryGetValue(key, out var text) ? text : null;

    /// <summary>The place whose index stands under a key; null when the finding does not know it or it is not in the solution's source.</summary>
    public Place? Place(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < diagnostic.AdditionalLocations.Count
        && places.TryGetValue(diagnostic.AdditionalLocations[index], out var place)
            ? place
            : null;

    private static async Task<Place?> PlaceAsync(Document document, Location location, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !location.IsInSource || !root.FullSpan.Contains(location.SourceSpan))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return new Place(document, model, text, root.FindNode(location.SourceSpan, getInnermostNodeForTie: true));
    }
}
