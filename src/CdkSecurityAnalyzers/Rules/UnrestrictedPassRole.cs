using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement lets its holder pass any role to any service.</summary>
internal sealed class UnrestrictedPassRole() : IdentityRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnrestrictedPassRole,
        title: "iam:PassRole is not limited to a role and a service",
        messageFormat: "'{0}' passes any role to any service: restrict iam:PassRole to {1} and add a condition on iam:PassedToService",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever can pass a role to a service can have the service act as that role, an administrator's included. "
            + "Name the roles, or say with iam:PassedToService to which service they may be passed.",
        250,
        269
    );

    protected override void Check(PolicyIdentity identity, FindingSink findings)
    {
        foreach (var grant in PolicyVerdicts.PassedRoles(identity))
        {
            findings.Report(
                new PolicyFinding(grant.Statement)
                    .On(grant.Action)
                    .At(grant.Resource.Site)
                    .Build(Definition, grant.Action.Text!, "arn:aws:iam::<account>:role/<role>")
            );
        }
    }
}
