using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// The over-broad ones among the AWS managed policies. Each is read from the embedded file when it is asked for; safe for threads.
/// </summary>
internal static class ManagedPolicyData
{
    private const string PassRole = "iam:PassRole";

    /// <summary>What stands before a grant that everything else is granted without.</summary>
    private const char Exception = '-';

    /// <summary>
    /// The over-broad policy of a name with its path (<c>job-function/SystemAdministrator</c>) or of an ARN
    /// (<c>arn:aws:iam::aws:policy/AdministratorAccess</c>, any partition); null when it is not over-broad or not known.
    /// </summary>
    public static ManagedPolicy? Find(string nameOrArn)
    {
        var name = NameIn(nameOrArn);
        return EmbeddedTable.ReadSection(EmbeddedTable.ManagedPolicies, name) is { } grants
            ? Parse(name, grants.TrimEnd('\n').Split('\n'))
            : null;
    }

    /// <summary>The name with its path in an ARN of a policy that AWS manages; other texts as they are.</summary>
    private static string NameIn(string nameOrArn)
    {
        var segments = nameOrArn.Split([':'], 6);
        return
            segments.Length == 6
            && segments[0] == "arn"
            && segments[2] == "iam"
            && segments[4] == "aws"
            && segments[5].StartsWith("policy/", StringComparison.Ordinal)
            ? segments[5].Substring("policy/".Length)
            : nameOrArn;
    }

    /// <summary>Reads a section as <c>tools/IamData</c> writes it: the grants on every resource.</summary>
    private static ManagedPolicy Parse(string name, string[] grants) =>
        new(
            name,
            grants.Any(static grant => grant[0] == Exception) ? ManagedPolicyBreadth.PowerUser
                : grants.Contains("*") || grants.Contains("iam:*") ? ManagedPolicyBreadth.Administrator
                : grants.Contains(PassRole) ? ManagedPolicyBreadth.PassesAnyRole
                : ManagedPolicyBreadth.FullAccess,
            [.. grants.Where(static grant => grant != PassRole && grant[0] != Exception)]
        );
}
