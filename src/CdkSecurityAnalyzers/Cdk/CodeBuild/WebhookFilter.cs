using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>A condition on the event that starts a build; <c>EVENT</c> itself is told by <see cref="WebhookFilterGroup.Events"/>.</summary>
/// <param name="Site">The <c>And…(…)</c> call or the creation of the <c>WebhookFilterProperty</c>.</param>
internal sealed record WebhookFilter(Site Site, Spelling Spelling)
{
    /// <summary>The type as the template has it, valid or not; null when it is not known.</summary>
    public string? Type { get; init; }

    /// <summary>What gives the type in L1; null for L2, whose method names it.</summary>
    public Binding? TypeBinding { get; init; }

    /// <summary>The pattern as the template has it; null when parts of it are not known, or when there is none.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the program writes for the pattern; null when there is none.</summary>
    public Binding? PatternBinding { get; init; }

    /// <summary>The text that the program writes for the pattern, to which a method may add; null when it is not known.</summary>
    public string? Written => (PatternBinding?.Value as ConstantValue)?.Text;

    /// <summary>How the pattern is spelled, which an override may have replaced in a filter of another spelling.</summary>
    public Spelling PatternSpelling { get; init; }

    /// <summary>Whether the filter lets through what does <em>not</em> match; null when that is not known.</summary>
    public bool? Excludes { get; init; }

    /// <summary>The method of <c>FilterGroup</c> that makes the filter; null for other spellings.</summary>
    public string? Method { get; init; }
}

/// <summary>An event that starts a build.</summary>
/// <param name="Name">Its name in the template, valid or not.</param>
/// <param name="Written">The value that names it, and its expression; several events may share one text.</param>
internal readonly record struct WebhookEvent(string Name, Binding Written)
{
    public Site Site => Written.Site;
}
