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
        messageFormat: "Whoever reads the template reads {0}: keep it in Secrets Manager",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A template is uploaded, kept and shown in plain text. A reference to a secret is resolved when the stack is deployed and shows nothing.",
        312,
        798
    );

    protected override Finding? Check(Exposure exposure)
    {
        if (exposure is not { Kind: ExposureKind.Credential, Text: { IsWhole: true, Known: var text } } || Placeholder.IsInserted(text))
        {
            return null;
        }

        var token = TokenScanner.Find(text);
        return new CredentialFinding(exposure)
            .About(token)
            .In(
                exposure.Spelling == Spelling.Build ? FindingProperties.Sinks.SecretValue
                : exposure.Name == "Token" ? FindingProperties.Sinks.SourceCredential
                : FindingProperties.Sinks.Property
            )
            .Build(Definition, token is null ? "this credential" : ExposedSecret.Describe(token));
    }
}
