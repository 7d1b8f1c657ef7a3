using System;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A role trusts tokens of GitHub's workflows without saying well enough whose.</summary>
internal sealed class OpenGitHubOidcTrust() : PolicyRule(Definition)
{
    private const string Host = "token.actions.githubusercontent.com";

    private const string ForAllValues = "ForAllValues:";

    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.OpenGitHubOidcTrust,
        title: "Role trusts more GitHub workflows than intended",
        messageFormat: "{0}",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "GitHub gives a token to every workflow of every repository; its subject says whose it is. "
            + "Name the repository and what may run: repo:owner/name:ref:refs/heads/main.",
        284,
        863
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        if (statement is not { Kind: StatementKind.Trust, Allows: true } || !IsOfGitHub(statement))
        {
            return;
        }

        var subjects = statement.Conditions.Where(static condition => IsOn(condition, "sub")).ToList();
        if (statement.Conditions.Any(IsOnOtherClaim) || subjects.Any(IsNarrow))
        {
            return;
        }

        if (subjects.Count == 0)
        {
            if (statement.AreConditionsComplete)
            {
                findings.Report(
                    Draft(statement)
                        .On(statement.ConditionsSite ?? statement.Site)
                        .Build(
                            Definition,
                            "The trust policy does not look at the subject of the token: workflows of every repository on GitHub can assume this role"
                        )
                );
            }

            return;
        }

        foreach (var subject in subjects)
        {
            Check(statement, subject, findings);
        }
    }

    private static void Check(PolicyStatement statement, PolicyCondition subject, FindingSink findings)
    {
        if (subject.Operator.StartsWith(ForAllValues, StringComparison.OrdinalIgnoreCase))
        {
            findings.Report(
                Draft(statement)
                    .On(subject.Site)
                    .Build(
                        Definition,
                        $"{subject.Operator} is also true for a token without a subject: use {subject.Operator.Substring(ForAllValues.Length)}"
                    )
            );
            return;
        }

        foreach (var value in subject.Values.Entries)
        {
            var text = PolicyPatterns.TextOf(value);
            var meant = GitHubSubject.Parse(text);
            var (message, severity) = IsComparedAsText(subject)
                ? (
                    Glob.HasWildcard(text.ToString())
                        ? $"'{text}' never matches: {subject.Operator} compares wildcards as text; use StringLike and name the repository"
                        : null,
                    default(DiagnosticSeverity?)
                )
                : Judge(meant, text.ToString());
            if (message is not null)
            {
                findings.Report(
                    Draft(statement)
                        .On(value)
                        .At(subject.Site, FindingProperties.Condition)
                        .ReplacedBy(text.Known is null ? null : meant.OfOneBranch)
                        .Build(Definition, message) with
                    {
                        Severity = severity,
                    }
                );
            }
        }
    }

    private static (string? Message, DiagnosticSeverity? Severity) Judge(GitHubSubject subject, string text) =>
        subject.Scope switch
        {
            GitHubSubjectScope.Anybody => ($"'{text}' lets workflows of repositories that anybody owns assume this role", null),
            GitHubSubjectScope.Owner => ($"'{text}' lets workflows of every repository of '{subject.Owner}' assume this role", null),
            GitHubSubjectScope.Repository => (
                $"'{text}' lets every workflow run of '{subject.Repository}' assume this role: on any branch and for any pull request",
                DiagnosticSeverity.Info
            ),
            _ => (null, null),
        };

    private static PolicyFinding Draft(PolicyStatement statement) => new(statement);

    /// <summary>Whether tokens of GitHub's provider are trusted, by the provider's name or by the claims that are asked for.</summary>
    private static bool IsOfGitHub(PolicyStatement statement) =>
        statement.Principals.Any(static principal =>
            principal.Type == "Federated" && PolicyPatterns.TextOf(principal.Entry).ToString().EndsWith(Host, StringComparison.Ordinal)
        )
        || (
            statement.Principals.Any(static principal => principal is { Type: "Federated", Entry.Text: null })
            && statement.Conditions.Any(static condition => condition.Key.StartsWith(Host + ":", StringComparison.OrdinalIgnoreCase))
        );

    private static bool IsOn(PolicyCondition condition, string claim) =>
        string.Equals(condition.Key, $"{Host}:{claim}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Another claim that tells whose workflow it is, such as <c>job_workflow_ref</c>.</summary>
    private static bool IsOnOtherClaim(PolicyCondition condition) =>
        condition.Key.StartsWith(Host + ":", StringComparison.OrdinalIgnoreCase) && !IsOn(condition, "sub") && !IsOn(condition, "aud");

    /// <summary>Conditions are AND'ed: one that names its subjects, or that is not read, is enough.</summary>
    private static bool IsNarrow(PolicyCondition subject) =>
        !subject.Operator.StartsWith(ForAllValues, StringComparison.OrdinalIgnoreCase)
        && (
            !IsComparedAsText(subject) && !IsOperator(subject, "StringLike")
            || subject.Values.Entries.All(value =>
                IsComparedAsText(subject)
                    ? !Glob.HasWildcard(PolicyPatterns.TextOf(value).ToString())
                    : GitHubSubject.Parse(PolicyPatterns.TextOf(value)).Scope == GitHubSubjectScope.Narrow
            )
        );

    private static bool IsComparedAsText(PolicyCondition condition) =>
        IsOperator(condition, "StringEquals") || IsOperator(condition, "StringEqualsIgnoreCase");

    private static bool IsOperator(PolicyCondition condition, string name) =>
        string.Equals(
            condition.Operator.Replace("ForAnyValue:", string.Empty).Replace("IfExists", string.Empty),
            name,
            StringComparison.OrdinalIgnoreCase
        );
}
