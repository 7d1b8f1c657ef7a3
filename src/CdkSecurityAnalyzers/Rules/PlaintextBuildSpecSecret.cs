using CdkSecurityAnalyzers.Cdk.Credentials;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A buildspec in the program holds a secret.</summary>
internal sealed class PlaintextBuildSpecSecret() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PlaintextBuildSpecSecret,
        title: "Inline buildspec holds a secret in plain text",
        messageFormat: "The buildspec shows {0}{1} in the template: name it under env.secrets-manager",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An inline buildspec is a part of the template and of the project's settings. "
            + "Under env.secrets-manager and env.parameter-store it names secrets, and the build gets their values as variables.",
        312,
        798
    );

    protected override Finding? Check(Exposure exposure)
    {
        if (exposure.Kind != ExposureKind.BuildSpec || ExposedSecret.Of(exposure) is not { } secret)
        {
            return null;
        }

        var named = exposure with { Name = secret.Variable };
        return new CredentialFinding(named)
            .About(secret.Token)
            .In(
                secret.Variable is null ? null
                : exposure.IsDocument ? FindingProperties.Sinks.BuildSpecText
                : exposure.IsPlain == true ? FindingProperties.Sinks.BuildSpecObject
                : null
            )
            .Build(Definition, secret.Describe(), secret.Variable is { } variable ? $" as '{variable}'" : string.Empty);
    }
}
