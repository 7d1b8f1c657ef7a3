using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A violation of a rule in some world of the program, before it is decided which method owns it.</summary>
/// <param name="Descriptor">The rule's descriptor.</param>
/// <param name="Site">The innermost expression whose value is the risky one.</param>
/// <param name="MessageArguments">What the descriptor's message format takes; never a secret.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Site Site, ImmutableArray<object> MessageArguments)
{
    /// <summary>Further places, most helpful first: the other events, the construct, the origin of a text.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>Facts for the code fix that are no places: see <see cref="FindingProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The operation that made the risky value; null when it has no source, or when something is missing rather than wrong.</summary>
    public IOperation? Origin { get; init; }

    /// <summary>What should stand in place of the risky value; null when nothing is known to be right.</summary>
    public string? Replacement { get; init; }

    /// <summary>
    /// Whether others decide that the risk becomes real: those who take what leaves the root, and may still close the gap or never use it, and those who
    /// call it, by what they pass.
    /// </summary>
    public bool IsOfOthers { get; init; }

    /// <summary>How much it matters, where that is not what the descriptor says; a configured severity goes before both.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The secret that the finding is about, where it is recognized: another rule does not report it again. It is told to nobody.</summary>
    public Secret? Secret { get; init; }

    /// <summary>How a project can allow what the finding is about; null when it cannot.</summary>
    public Allowance? Allowance { get; init; }

    /// <summary>Whether the expression always has the value that was judged: a loop variable or a parameter has others too.</summary>
    private bool HasOneValue =>
        Site.Tree is null
        || Site.Operation.ConstantValue.HasValue
        || (Origin is { Syntax: var born } && born.SyntaxTree == Site.Tree && Site.Operation.Syntax.FullSpan.Contains(born.Span));

    /// <summary>Whether another root, which this one runs or which runs this one, found the same rule violated at the same place by the same calls.</summary>
    public bool IsSameCause(Finding other) =>
        Descriptor.Id == other.Descriptor.Id && Site.Place == other.Site.Place && Site.Frame.ComesBySameCalls(other.Site.Frame);

    /// <summary>The diagnostic, with each keyed place's index among its properties.</summary>
    public Diagnostic ToDiagnostic()
    {
        var properties =
            Replacement is not null && HasOneValue ? Properties.SetItem(FindingProperties.Replacement, Replacement) : Properties;
        var places = new List<object>();
        foreach (var place in Related)
        {
            var node = place.Site.Place;
            var index = places.IndexOf(node);
            if (index < 0 && (place.Key is not null || node != Site.Place))
            {
                index = places.Count;
                places.Add(node);
            }

            if (place.Key is { } key)
            {
                properties = properties.SetItem(key, index.ToString(CultureInfo.InvariantCulture));
            }
        }

        return Diagnostic.Create(
            Descriptor,
            Site.Location,
            Severity ?? Descriptor.DefaultSeverity,
            places.Select(static place => place as Location ?? ((SyntaxNode)place).GetLocation()),
            properties,
            [.. MessageArguments]
        );
    }
}

/// <summary>An additional location of a finding.</summary>
/// <param name="Site">What stands there.</param>
/// <param name="Key">
/// The key of <see cref="FindingProperties"/> under which the place's index is told to the code fix; null when only people need the place.
/// </param>
internal readonly record struct RelatedPlace(Site Site, string? Key);
