using CdkSecurityAnalyzers.Cdk.Credentials;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A variable of a build holds a secret in plain text.</summary>
internal sealed class PlaintextEnvironmentSecret() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PlaintextEnvironmentSecret,
        title: "Build environment variable holds a secret in plain text",
        messageFormat: "{0} shows {1} in the template and in the settings of the build: use a variable of the type SECRETS_MANAGER",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Plain-text variables are readable in the template, in the console and for everyone who may describe the project. "
            + "A variable of the type SECRETS_MANAGER or PARAMETER_STORE holds the name of the secret instead.",
        312,
        526
    );

    protected override Finding? Check(Exposure exposure) =>
        exposure.Kind == ExposureKind.Variable && ExposedSecret.Of(exposure) is { } secret
            ? new CredentialFinding(exposure)
                .About(secret.Token)
                .In(
                    exposure.IsOfJson ? FindingProperties.Sinks.VariableInJson
                    : exposure.Owner is null ? null
                    : FindingProperties.Sinks.Variable
                )
                .Build(Definition, exposure.Name is { } name ? $"The variable '{name}'" : "A variable", secret.Describe())
            : null;
}
