using System.Linq;
using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Code of pull requests is given secrets.</summary>
internal sealed class SecretsInUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.SecretsInUntrustedBuild,
        title: "Pull-request build receives secrets",
        messageFormat: "{0} receive {1}: their code can send away what it is given",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a build is given, the code that it builds can read, and a pull request is code. "
            + "Give secrets to projects that only build what was merged.",
        200,
        668
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        var readable = SecretAccess.Of(build);
        if (build.Secrets.IsEmpty && readable.IsEmpty)
        {
            return;
        }

        var places = build.Secrets.Select(static secret => (secret.Written, secret.Spelling)).Concat(readable).ToList();
        var finding = new BuildFinding(build).On(places[0].Written, places[0].Spelling);
        foreach (var site in places.Select(static place => place.Written.Site).Distinct().Skip(1))
        {
            finding.At(site);
        }

        if (build.Secrets.IsEmpty)
        {
            finding.Unbounded();
        }

        findings.Report(finding.Build(Definition, BuildFinding.Senders(build), Describe(build, readable.IsEmpty)));
    }

    private static string Describe(ContainedBuild build, bool isOfVariables)
    {
        const string role = "a role that reads secrets";
        if (build.Secrets.IsEmpty)
        {
            return role;
        }

        var names = WordList.Of(build.Secrets.Select(static secret => secret.Name).Distinct());
        var secrets =
            names.Length == 0 ? "secrets"
            : build.Secrets.Length == 1 ? "the secret " + names
            : "the secrets " + names;
        return isOfVariables ? secrets : secrets + ", and " + role;
    }
}
