using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about webhooks have in common.</summary>
/// <param name="webhook">The webhook that is judged.</param>
internal sealed class WebhookFinding(Webhook webhook)
{
    private readonly List<RelatedPlace> related = [];
    private readonly ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();

    private IOperation? origin;

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

    /// <summary>
    /// Adds what should stand in place of a value, when the expression that uses it always has that value: a loop variable has others too.
    /// A parameter of a called method has the value of the call's argument, where the finding goes; a member beside it stays behind.
    /// </summary>
    /// <param name="member">The member that takes the replacement, when it is not the one in the code.</param>
    public WebhookFinding ReplacedBy(string? replacement, Binding used, string? member = null)
    {
        var isFixed = used.Site.Operation.ConstantValue.HasValue
            || (used.Value.Origin is { } origin && IsWithin(origin.Syntax, used.Site.Operation.Syntax))
            || (member is null && used.Site is { Operation: IParameterReferenceOperation, Frame.Caller: not null });
        return isFixed && replacement is not null
            ? With(FindingProperties.Replacement, replacement).With(FindingProperties.ReplacementMember, member)
            : this;
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

    public WebhookFinding In(WebhookFilterGroup group) => At(group.Site, FindingProperties.Group).At(group.EventsSite, FindingProperties.Events);

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
            IsLeaving = webhook.IsLeaving,
            Origin = origin,
        };
    }

    private static bool IsWithin(SyntaxNode inner, SyntaxNode outer) => inner.SyntaxTree == outer.SyntaxTree && outer.FullSpan.Contains(inner.Span);
}
