using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement allows everything but what it lists.</summary>
internal sealed class InvertedPolicyElement() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.InvertedPolicyElement,
        title: "Allow statement uses NotAction, NotResource or NotPrincipal",
        messageFormat: "Allow with {0} {1}",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Allowing everything but a few things allows what nobody thought of, and what AWS will add. "
            + "List what is allowed, or deny what is not.",
        183,
        732
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        if (statement is not { Allows: true, Kind: not StatementKind.Boundary })
        {
            return;
        }

        Report("NotAction", statement.NotActions.Entries, "grants every action of every service except");
        Report("NotResource", statement.NotResources.Entries, "reaches every resource except");
        Report("NotPrincipal", [.. statement.NotPrincipals.Select(static principal => principal.Entry)], "lets in everybody except");

        void Report(string element, ImmutableArray<PolicyEntry> entries, string effect)
        {
            if (entries.IsEmpty)
            {
                return;
            }

            var finding = new PolicyFinding(statement).On(entries[0]);
            foreach (var other in entries.Skip(1))
            {
                finding.At(other.Site);
            }

            findings.Report(finding.Build(Definition, element, $"{effect} {WordList.Of(entries.Select(NameOf), "the listed ones")}"));
        }
    }

    private static string? NameOf(PolicyEntry entry) => entry.Text is { } text ? $"'{text}'" : null;
}
