using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Patterns;

namespace CdkSecurityAnalyzers.Cdk.Iam.Files;

/// <summary>The operators of conditions (IAM User Guide, IAM JSON policy elements: Condition operators).</summary>
internal static class ConditionOperators
{
    private const string IfExists = "IfExists";

    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "StringEquals",
        "StringNotEquals",
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        "StringLike",
        "StringNotLike",
        "NumericEquals",
        "NumericNotEquals",
        "NumericLessThan",
        "NumericLessThanEquals",
        "NumericGreaterThan",
        "NumericGreaterThanEquals",
        "DateEquals",
        "DateNotEquals",
        "DateLessThan",
        "DateLessThanEquals",
        "DateGreaterThan",
        "DateGreaterThanEquals",
        "Bool",
        "BinaryEquals",
        "IpAddress",
        "NotIpAddress",
        "ArnEquals",
        "ArnLike",
        "ArnNotEquals",
        "ArnNotLike",
        "Null"
    );

    private static readonly ImmutableArray<string> Prefixes = ["ForAllValues:", "ForAnyValue:"];

    /// <summary>Whether a name is an operator, and which one was probably meant when it is none.</summary>
    public static bool Contains(string name, out string? nearest)
    {
        var plain = WithoutAffixes(name);
        nearest = Names.Contains(plain) ? null : NearestName.BySpelling(plain, Names);
        return Names.Contains(plain);
    }

    private static string WithoutAffixes(string name)
    {
        foreach (var prefix in Prefixes)
        {
            name = name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name.Substring(prefix.Length) : name;
        }

        return name.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - IfExists.Length) : name;
    }
}
