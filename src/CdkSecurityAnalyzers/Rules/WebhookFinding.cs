using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about webhooks have in common.</summary>
/// <param name="webhook">The webhook that is judged.</param>
internal sealed class WebhookFinding(Webhook webhook)
{
    private readonly List<RelatedPlace> related = [];
    private readonly ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();

    private IOperation? origin;
    private string? replacement;
    private Site usedAt;

    /// <summary>How the risky value is spelled.</summary>
    public WebhookFinding SpelledAs(Spelling spelling) => With(FindingProperties.Spelling, spelling.ToString());

    /// <summary>Adds a fact; null adds nothing.</summary>
    public WebhookFinding With(string key, string? value)
    {
        if (value is not null)
        {
            properties[key] = value;
        }

        return this;
    }

    /// <summary>Adds what should stand in place of the risky value; null adds nothing.</summary>
    public WebhookFinding ReplacedBy(string? replacement)
    {
        this.replacement = replacement;
        return this;
    }

    /// <summary>Adds a place; null adds nothing.</summary>
    public WebhookFinding At(Site? site, string? key = null)
    {
        if (site is { } known)
        {
            related.Add(new RelatedPlace(known.Operation, key));
        }

        return this;
    }

    /// <summary>Adds the place where a value was born, unless the expression that uses it shows it.</summary>
    public WebhookFinding BornAt(Binding? used)
    {
        origin = used?.Value.Origin;
        if (origin is not null && used is { Site: var site } && !IsWithin(origin.Syntax, site.Operation.Syntax))
        {
            related.Add(new RelatedPlace(origin, Key: null));
        }

        return this;
    }

    /// <summary>Describes a filter by the value in it that is risky: its pattern or its type.</summary>
    /// <param name="used">The value; null when the filter as a whole is wrong.</param>
    public WebhookFinding On(WebhookFilter filter, Binding? used)
    {
        usedAt = used?.Site ?? filter.Site;
        return SpelledAs(filter.PatternSpelling).BornAt(used).At(filter.Site, FindingProperties.Filter);
    }

    public WebhookFinding In(WebhookFilterGroup group) =>
        At(group.Site, FindingProperties.Group).At(group.EventsSite, FindingProperties.Events);

    /// <summary>The finding at the value that <see cref="On"/> names.</summary>
    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments) => Build(descriptor, usedAt, messageArguments);

    /// <summary>The finding.</summary>
    /// <param name="site">The innermost expression whose value is the risky one.</param>
    public Finding Build(DiagnosticDescriptor descriptor, Site site, params object[] messageArguments)
    {
        At(webhook.Construct, FindingProperties.Construct);
        At(webhook.Triggers, FindingProperties.Triggers);
        With(FindingProperties.Provider, webhook.Provider);
        return new Finding(descriptor, site, [.. messageArguments])
        {
            Related = [.. related],
            Properties = properties.ToImmutable(),
            IsOfOthers = webhook.IsLeaving || webhook.IsOfCaller,
            Origin = origin,
            Replacement = replacement,
        };
    }

    private static bool IsWithin(SyntaxNode inner, SyntaxNode outer) =>
        inner.SyntaxTree == outer.SyntaxTree && outer.FullSpan.Contains(inner.Span);
}
