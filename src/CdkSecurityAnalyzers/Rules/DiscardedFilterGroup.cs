using System.Collections.Immutable;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Template;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A method of <c>FilterGroup</c> is called for its effect, but it has none: it returns a new group.</summary>
internal sealed class DiscardedFilterGroup() : ModelRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.DiscardedFilterGroup,
        title: "Result of a FilterGroup method is discarded",
        messageFormat: "'{0}' returns a new filter group and this statement throws it away: the webhook never gets the filter",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Filter groups do not change. Every And… method returns a new group with one filter more; use what it returns.",
        252
    );

    public override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var call in model.DiscardedGroups(cancellationToken))
        {
            findings.Report(
                new Finding(Definition, call.Site, [call.Method.Name])
                {
                    Related = call.Receiver is { } receiver
                        ?
                        [
                            new RelatedPlace(
                                receiver.Site with
                                {
                                    Operation = receiver.Value.Origin ?? receiver.Site.Operation,
                                },
                                FindingProperties.Group
                            ),
                        ]
                        : [],
                    Properties = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Spelling, nameof(Spelling.FilterGroup)),
                }
            );
        }
    }
}
