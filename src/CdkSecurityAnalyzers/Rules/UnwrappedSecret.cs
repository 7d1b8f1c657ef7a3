using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A secret is taken out of its protection and put where everybody sees it.</summary>
internal sealed class UnwrappedSecret() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnwrappedSecret,
        title: "Secret is unwrapped into a plain-text value",
        messageFormat: "{0}",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "UnsafeUnwrap gives a reference that CloudFormation replaces by the secret when the stack is deployed: "
            + "what holds the reference then shows the secret.",
        312,
        522
    );

    protected override Finding? Check(Exposure exposure)
    {
        if (exposure.Kind == ExposureKind.UncheckedVariables)
        {
            return new CredentialFinding(exposure).Build(
                Definition,
                "Secrets are let into plain-text variables: leave CheckSecretsInPlainTextEnvVariables on"
            );
        }

        if (exposure.Text.Unwrapped is not { } unwrapped || Shown(exposure) is not { } place)
        {
            return null;
        }

        var draft = new CredentialFinding(exposure);
        return exposure.Written?.Value is TextValue && IsWithin(unwrapped.Site, exposure.Site)
            ? draft.Build(Definition, unwrapped.Site, $"The secret is shown in {place}: do not unwrap it")
            : draft.At(unwrapped.Site).Build(Definition, $"The secret is shown in {place}: do not unwrap it");
    }

    private static string? Shown(Exposure exposure) =>
        exposure.Kind switch
        {
            ExposureKind.Variable when exposure.IsPlain != true || IsRefused(exposure) => null,
            ExposureKind.Variable when exposure.Name is { } name => $"the plain-text variable '{name}'",
            ExposureKind.Variable => "a plain-text variable",
            ExposureKind.BuildSpec => "the buildspec",
            ExposureKind.Display => "an output, tag or description",
            ExposureKind.StoredParameter => "a parameter of the Parameter Store",
            _ => null,
        };

    /// <summary>Whether the CDK finds the secret in the variable itself and throws: it knows tokens of secrets, and not what is unwrapped.</summary>
    private static bool IsRefused(Exposure exposure) =>
        exposure is { Spelling: Spelling.Build, IsUnchecked: false }
        && exposure.Text.Unwrapped is { } unwrapped
        && !ExposedText.IsUnwrapping(unwrapped);

    private static bool IsWithin(Site inner, Site outer) =>
        ReferenceEquals(inner.Frame, outer.Frame) && outer.Operation.Syntax.FullSpan.Contains(inner.Operation.Syntax.Span);
}
