using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about secrets have in common; never the secret.</summary>
internal sealed class CredentialFinding(Exposure exposure) : FindingDraft<CredentialFinding>
{
    private string? sink;
    private Secret? secret;

    /// <summary>Says what shows the secret, for the fix: one of <see cref="FindingProperties.Sinks"/>.</summary>
    public CredentialFinding In(string? shownBy)
    {
        sink = shownBy;
        return this;
    }

    /// <summary>Remembers the token, so that its literal is not reported again.</summary>
    public CredentialFinding About(FoundToken? token)
    {
        secret = token is { } found ? Secret.Of(exposure.Text.Known, found) : null;
        return this;
    }

    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments) =>
        Build(descriptor, exposure.Site, messageArguments);

    public Finding Build(DiagnosticDescriptor descriptor, Site site, params object[] messageArguments)
    {
        SpelledAs(exposure.Spelling).BornAt(exposure.Written);
        With(FindingProperties.Sink, sink).With(FindingProperties.Name, exposure.Name).With(FindingProperties.SecretId, SecretId());
        At(exposure.Owner, FindingProperties.Owner);
        At(exposure.Construct, FindingProperties.Construct);
        return Complete(descriptor, site, exposure.IsOfOthers, messageArguments) with { Secret = secret };
    }

    private string? SecretId() =>
        exposure.SecretId ?? (exposure.Name is { Length: > 0 } name ? SecretIds.OfWords(NameWords.Of(name)) : null);
}
