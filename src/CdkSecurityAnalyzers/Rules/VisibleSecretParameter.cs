using CdkSecurityAnalyzers.Cdk.Credentials;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A parameter takes a secret and shows it.</summary>
internal sealed class VisibleSecretParameter() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.VisibleSecretParameter,
        title: "CloudFormation parameter shows a secret",
        messageFormat: "{0}",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "CloudFormation shows the values of parameters to everyone who may describe the stack, unless NoEcho is set; a default is a part of the template in any case.",
        312,
        522
    );

    protected override Finding? Check(Exposure exposure) =>
        exposure.Kind switch
        {
            ExposureKind.ShownParameter => new CredentialFinding(exposure)
                .In(FindingProperties.Sinks.Parameter)
                .Build(
                    Definition,
                    $"The value of the parameter '{exposure.Name}' is shown to everyone who may describe the stack: set NoEcho"
                ),
            ExposureKind.ParameterDefault when exposure.Text is { IsWhole: true, Known: { Length: > 0 } } => new CredentialFinding(exposure)
                .In(FindingProperties.Sinks.Default)
                .Build(Definition, $"The default of the secret parameter '{exposure.Name}' is shown in the template: leave it out"),
            _ => null,
        };
}
