using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A URL signs in with a password that stands in it.</summary>
internal sealed class SourceUrlCredential() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.SourceUrlCredential,
        title: "Repository URL contains a credential",
        messageFormat: "The URL {0} contains {1}, which is shown in logs and settings: sign in with a stored credential",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "URLs are shown in templates, settings, logs and histories. Let CodeBuild sign in with a source credential or a connection, "
            + "and let commands take the password from a variable whose value is stored in Secrets Manager.",
        522,
        798
    );

    protected override Finding? Check(Exposure exposure)
    {
        if (exposure.Text.Unwrapped is not null || ExposedSecret.InUrl(exposure) is null)
        {
            return null;
        }

        var token = TokenScanner.Find(exposure.Text.Known);
        return new CredentialFinding(exposure)
            .About(token)
            .Build(
                Definition,
                exposure.Kind switch
                {
                    ExposureKind.SourceUrl => "of the source",
                    ExposureKind.BuildSpec => "in the buildspec",
                    _ when exposure.Name is { } name => $"in the variable '{name}'",
                    _ => "in the variable",
                },
                token is null ? "a password" : ExposedSecret.Describe(token)
            );
    }
}
