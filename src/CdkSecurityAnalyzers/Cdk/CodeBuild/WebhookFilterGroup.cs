using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>Conditions that an event must meet all together to start a build. A webhook's groups are alternatives, so each is judged alone.</summary>
/// <param name="Site">The outermost call of the chain, or the creation of the array of filters.</param>
internal sealed record WebhookFilterGroup(Site Site, Spelling Spelling)
{
    public ImmutableArray<WebhookEvent> Events { get; init; } = [];

    /// <summary>False when there may be further events.</summary>
    public bool AreEventsComplete { get; init; }

    /// <summary>The <c>InEventOf(…)</c> call, or the creation of the <c>EVENT</c> filter; null when there is none.</summary>
    public Site? EventsSite { get; init; }

    public ImmutableArray<WebhookFilter> Filters { get; init; } = [];

    /// <summary>False when there may be further filters.</summary>
    public bool AreFiltersComplete { get; init; }

    /// <summary>Whether a call that would have added an actor filter was made and its result thrown away.</summary>
    public bool IsGateDiscarded { get; init; }

    public ImmutableArray<WebhookEvent> UntrustedEvents =>
        Events.Where(@event => WebhookVocabulary.UntrustedEvents.Contains(@event.Name)).ToImmutableArray();

    public bool Has(string @event) => Events.Any(known => known.Name == @event);

    /// <summary>
    /// Whether a filter of a type that includes is known to be missing. An unknown filter may be of that type; an excluding one is a deny-list.
    /// </summary>
    public bool Lacks(string filterType) =>
        AreFiltersComplete && !Filters.Any(filter => (filter.Type is null || filter.Type == filterType) && filter.Excludes != true);
}
