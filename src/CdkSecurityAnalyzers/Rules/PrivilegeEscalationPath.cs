using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The permissions of one role, user or group combine into a way to more permissions.</summary>
internal sealed class PrivilegeEscalationPath() : IdentityRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PrivilegeEscalationPath,
        title: "Permissions combine into privilege escalation",
        messageFormat: "{0}",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Some actions give their holder more than they seem to: new credentials, another policy, code that runs as another role, "
            + "or a way around the guard-rails of the pipeline. Leave one of them out, or name the resources that they may be used on.",
        269
    );

    protected override void Check(PolicyIdentity identity, FindingSink findings)
    {
        foreach (var (path, grants) in PolicyVerdicts.Escalations(identity))
        {
            var first = grants[0];
            var finding = new PolicyFinding(first.Statement).On(first.Action);
            foreach (
                var other in grants.Skip(1).Select(static grant => grant.Action.Site).Distinct().Where(site => site != first.Action.Site)
            )
            {
                finding.At(other);
            }

            findings.Report(finding.Build(Definition, path.ToString()));
        }
    }
}
