using CdkSecurityAnalyzers.Cdk.Credentials;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A user gets a key that does not expire.</summary>
internal sealed class LongLivedAccessKey() : CredentialRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.LongLivedAccessKey,
        title: "IAM user access key",
        messageFormat: "This key works until somebody deletes it, wherever it is copied to: let a role be assumed instead",
        RuleCategories.Credentials,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Builds and services of AWS have roles; others can assume one with a token of their own identity provider. Both get keys that expire by themselves.",
        262,
        522
    );

    protected override Finding? Check(Exposure exposure) =>
        exposure.Kind == ExposureKind.AccessKey ? new CredentialFinding(exposure).Build(Definition) : null;
}
