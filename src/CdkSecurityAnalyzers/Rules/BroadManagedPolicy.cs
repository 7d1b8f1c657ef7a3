using System;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A managed policy of AWS that grants more than any task needs is attached.</summary>
internal sealed class BroadManagedPolicy() : PolicyRule<AttachedManagedPolicy>(Definition, static model => model.ManagedPolicies)
{
    private const string PolicyPrefix = ":iam::aws:policy/";

    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.BroadManagedPolicy,
        title: "Over-broad AWS managed policy",
        messageFormat: "'{0}' {1}: write a policy with the actions that are needed",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Managed policies of AWS are written for people and for all customers, and they change. A build needs a few actions on a few resources.",
        250,
        732
    );

    protected override void Check(AttachedManagedPolicy attached, FindingSink findings)
    {
        if (Find(attached) is { } policy)
        {
            findings.Report(
                new ManagedPolicyFinding(attached).Build(Definition, policy.Name, Granted(policy)) with
                {
                    Allowance = new Allowance(Settings.AllowedManagedPolicies, policy.Name),
                }
            );
        }
    }

    /// <summary>What a policy that is attached grants; null when it is not over-broad or not known.</summary>
    public static ManagedPolicy? Find(AttachedManagedPolicy attached) => NameOf(attached) is { } name ? ManagedPolicyData.Find(name) : null;

    /// <summary>The policy's name or ARN; in an ARN of unknown partition only what follows it is known.</summary>
    private static string? NameOf(AttachedManagedPolicy attached)
    {
        if (!attached.IsArn)
        {
            return attached.Name.Text;
        }

        var arn = PolicyPatterns.TextOf(attached.Name);
        return arn.Known
            ?? (arn.Parts.LastOrDefault() is { } end && end.StartsWith(PolicyPrefix, StringComparison.Ordinal) ? "arn:aws" + end : null);
    }

    private static string Granted(ManagedPolicy policy) =>
        policy.Breadth switch
        {
            ManagedPolicyBreadth.PowerUser => "allows every action but those that manage the account and its users",
            ManagedPolicyBreadth.Administrator when policy.WholeServices.Contains("*") => "allows every action of every service",
            ManagedPolicyBreadth.Administrator =>
                $"allows {WordList.Of(policy.WholeServices)} on every resource, which is enough to become administrator",
            ManagedPolicyBreadth.PassesAnyRole => "passes any role to any service",
            _ => $"allows {WordList.Of(policy.WholeServices)} on every resource",
        };
}
