using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A credential is given to the CDK as a text of the program.</summary>
internal sealed class PlaintextSourceCredential() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PlaintextSourceCredential,
        title: "Source credential is written into the template in plain text",
        messageFormat: "Whoever reads the template reads {0}: {1}",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A template is uploaded, kept and shown in plain text. A reference to a secret is resolved when the stack is deployed and shows nothing.",
        312,
        798
    );

    protected override Finding? Check(Exposure exposure)
    {
        if (!IsCredential(exposure))
        {
            return null;
        }

        var token = TokenScanner.Find(exposure.Text.Known);
        return new CredentialFinding(exposure)
            .About(token)
            .In(Sink(exposure))
            .Build(Definition, token is null ? "this credential" : ExposedSecret.Describe(token), Advice(exposure.Kind));
    }

    private static bool IsCredential(Exposure exposure) =>
        exposure.Kind switch
        {
            ExposureKind.Credential => exposure.Text.IsWhole && !Placeholder.IsInserted(exposure.Text.Known),
            ExposureKind.StoredSecret => KeptText.HasSecret(exposure.Text.Known),
            ExposureKind.StoredParameter => exposure.Name is { } name
                && SecretName.SaysSecret(name)
                && KeptText.HasSecret(exposure.Text.Known),
            _ => false,
        };

    private static string Advice(ExposureKind kind) =>
        kind == ExposureKind.StoredSecret
            ? "let Secrets Manager generate it, or set it there by other means than the template"
            : "keep it in Secrets Manager";

    /// <summary>Where several are kept together in JSON, or in the Parameter Store, no reference to a secret can take the place of the text.</summary>
    private static string? Sink(Exposure exposure) =>
        exposure.Kind == ExposureKind.StoredParameter || KeptText.IsJson(exposure.Text.Known) ? null
        : exposure.Spelling == Spelling.Build ? FindingProperties.Sinks.SecretValue
        : exposure.Name == "Token" ? FindingProperties.Sinks.SourceCredential
        : FindingProperties.Sinks.Property;
}
