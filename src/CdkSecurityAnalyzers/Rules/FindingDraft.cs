using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts of a finding.</summary>
/// <typeparam name="TDraft">The draft itself, so that calls chain.</typeparam>
internal abstract class FindingDraft<TDraft>
    where TDraft : FindingDraft<TDraft>
{
    private readonly List<RelatedPlace> related = [];
    private readonly ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();

    private IOperation? origin;
    private string? replacement;

    /// <summary>How the risky value is spelled.</summary>
    public TDraft SpelledAs(Spelling spelling) => With(FindingProperties.Spelling, spelling.ToString());

    /// <summary>Adds a fact; null adds nothing.</summary>
    public TDraft With(string key, string? value)
    {
        if (value is not null)
        {
            properties[key] = value;
        }

        return (TDraft)this;
    }

    /// <summary>Adds what should stand in place of the risky value; null adds nothing.</summary>
    public TDraft ReplacedBy(string? replacement)
    {
        this.replacement = replacement;
        return (TDraft)this;
    }

    /// <summary>Adds a place; null adds nothing.</summary>
    public TDraft At(Site? site, string? key = null)
    {
        if (site is { } known)
        {
            related.Add(new RelatedPlace(known, key));
        }

        return (TDraft)this;
    }

    /// <summary>Adds the place where a value was born, unless the expression that uses it shows it.</summary>
    public TDraft BornAt(Binding? used)
    {
        origin = used?.Value.Origin;
        if (origin is not null && used is { Site: var site } && !IsWithin(origin.Syntax, site.Operation.Syntax))
        {
            related.Add(new RelatedPlace(new Site(origin, site.Frame), Key: null));
        }

        return (TDraft)this;
    }

    /// <param name="site">The innermost expression whose value is the risky one.</param>
    /// <param name="isOfOthers">Whether other code decides whether the finding becomes real.</param>
    protected Finding Complete(DiagnosticDescriptor descriptor, Site site, bool isOfOthers, object[] messageArguments) =>
        new(descriptor, site, [.. messageArguments])
        {
            Related = [.. related],
            Properties = properties.ToImmutable(),
            IsOfOthers = isOfOthers,
            Origin = origin,
            Replacement = replacement,
        };

    private static bool IsWithin(SyntaxNode inner, SyntaxNode outer) =>
        inner.SyntaxTree == outer.SyntaxTree && outer.FullSpan.Contains(inner.Span);
}
