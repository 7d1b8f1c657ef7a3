using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement allows actions on every resource that could name theirs.</summary>
internal sealed class WildcardResource() : ModelRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.WildcardResource,
        title: "Policy allows actions on every resource although they can be scoped",
        messageFormat: "'{0}' lets this statement reach every resource of the account{1}: {2}",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A build that needs one bucket should not reach them all. Name the resources of the actions that accept ARNs, "
            + "and give those that accept only * a statement of their own.",
        732
    );

    public override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        var policies = model.Policies(cancellationToken);
        var judged = new HashSet<Site>(policies.Identities.SelectMany(ReportedOtherwise));
        foreach (var statement in policies.Statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (
                statement is { IsGrant: true, IsUnconditional: true }
                && !PolicyPatterns.IsAllOrNothing(statement)
                && !judged.Contains(statement.Site)
            )
            {
                Check(statement, findings);
            }
        }
    }

    private static void Check(PolicyStatement statement, FindingSink findings)
    {
        var actions = PolicyPatterns
            .Actions(statement)
            .Select(static action => (action.Pattern, Coverage: action.Pattern.Coverage()))
            .ToList();
        foreach (var (entry, resource) in PolicyPatterns.Resources(statement))
        {
            var open = actions.Where(action => action.Coverage.IsScopable && resource.CoversAllOfAKind(action.Pattern.Data)).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var starOnly = actions
                .Where(static action => !action.Coverage.IsScopable)
                .Select(static action => action.Pattern.Text)
                .ToList();
            findings.Report(
                new PolicyFinding(statement)
                    .On(entry)
                    .With(FindingProperties.StarOnlyActions, starOnly.Count == 0 ? null : string.Join(",", starOnly))
                    .With(FindingProperties.ScopedResources, Placeholders(open.Select(static action => action.Coverage.Arn)))
                    .Build(
                        Definition,
                        PolicyPatterns.TextOf(entry).ToString(),
                        resource.IsEverything ? string.Empty : " of its kind",
                        Advice([.. open.Select(static action => action.Pattern.Text)], open.Select(static action => action.Coverage.Arn))
                    )
            );
        }
    }

    /// <summary>What to do: <c>restrict s3:PutObject to arn:aws:s3:::&lt;BucketName&gt;/&lt;ObjectName&gt;</c>.</summary>
    private static string Advice(List<string> actions, IEnumerable<string?> arns)
    {
        var named = WordList.Of(actions);
        return arns.FirstOrDefault(static arn => arn is not null) is not { } shape ? $"name the resources of {named}"
            : actions.Count == 1 ? $"restrict {named} to {shape}"
            : $"name the resources of {named}, such as {shape}";
    }

    /// <summary>The ARNs as policies with placeholders have them, <c>arn:aws:s3:::${BucketName}</c>; null when one is missing or has nothing to fill in.</summary>
    private static string? Placeholders(IEnumerable<string?> arns)
    {
        var forms = arns.Distinct().ToList();
        return forms.All(static form => form?.Contains('<') == true) ? string.Join(",", forms).Replace("<", "${").Replace(">", "}") : null;
    }

    /// <summary>The statements of which a finer rule says more.</summary>
    private static IEnumerable<Site> ReportedOtherwise(PolicyIdentity identity) =>
        PolicyVerdicts
            .PassedRoles(identity)
            .Concat(PolicyVerdicts.Escalations(identity).SelectMany(static escalation => escalation.Grants))
            .Select(static grant => grant.Statement.Site);
}
