using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The settings that a project can make in its <c>.editorconfig</c>; each is a list with commas.</summary>
internal static class Settings
{
    /// <summary>What the names of all settings begin with.</summary>
    public const string Prefix = "cdksec.";

    /// <summary>Names of AWS managed policies with their paths: <c>AmazonS3FullAccess</c>, <c>job-function/DataScientist</c>.</summary>
    public const string AllowedManagedPolicies = Prefix + "allowed_managed_policies";

    /// <summary>Actions with wildcards, as policies write them: <c>xray:*</c>.</summary>
    public const string AllowedWildcardActions = Prefix + "allowed_wildcard_actions";

    /// <summary>Names of environments in production, in place of the usual ones: <c>prod</c>, <c>customer-facing</c>.</summary>
    public const string ProductionNames = Prefix + "production_names";

    /// <summary>Tools that inspect code, besides those that are known: <c>acme-scan</c>, <c>make audit</c>.</summary>
    public const string AdditionalCodeScanners = Prefix + "additional_code_scanners";

    /// <summary>What is reported only where somebody asks for it: <see cref="AlsoReported"/>.</summary>
    public const string AlsoReport = Prefix + "also_report";

    /// <summary>For each setting, what is wrong with an entry; null when nothing is.</summary>
    private static readonly ImmutableDictionary<string, Func<string, string?>> Checks = ImmutableDictionary.CreateRange<
        string,
        Func<string, string?>
    >(
        StringComparer.OrdinalIgnoreCase,
        [
            new(AllowedManagedPolicies, CheckManagedPolicy),
            new(AllowedWildcardActions, CheckWildcardAction),
            new(ProductionNames, CheckEnvironment),
            new(AdditionalCodeScanners, CheckScanner),
            new(AlsoReport, CheckAlsoReported),
        ]
    );

    /// <summary>The entries of a list, each without the space around it. A setting without a value is an empty list.</summary>
    public static ImmutableArray<string> Entries(string value) =>
        value.Trim().Length == 0 ? [] : [.. value.Split(',').Select(static entry => entry.Trim())];

    /// <summary>What is wrong with a setting, as a clause; null when nothing is.</summary>
    public static string? FindProblem(string key, string value)
    {
        if (!Checks.TryGetValue(key, out var check))
        {
            return $"there is no such setting{DidYouMean(NearestName.BySpelling(key, Checks.Keys))}";
        }

        var problems = Entries(value)
            .Select(entry => entry.Length == 0 ? "an entry of the list is empty" : check(entry))
            .OfType<string>()
            .Distinct()
            .ToList();
        return problems.Count == 0 ? null : string.Join("; ", problems);
    }

    /// <summary>The characters of a policy's name, and the paths in front of it (<c>CreatePolicy</c> in the IAM API reference).</summary>
    private static string? CheckManagedPolicy(string entry) =>
        entry.Split('/').All(static part => part.Length > 0 && part.All(IsOfName))
            ? null
            : $"'{entry}' is no name of a managed policy, such as AmazonS3FullAccess or job-function/DataScientist";

    private static string? CheckWildcardAction(string entry) =>
        ActionPattern.Parse(entry) switch
        {
            { Service.Length: 0 } => $"'{entry}' names no service, as xray:* does",
            { IsWellFormed: false } => $"'{entry}' is no action, such as xray:*",
            { HasWildcard: false } => $"'{entry}' has no wildcard: single actions are always allowed",
            _ => null,
        };

    private static string? CheckEnvironment(string entry) =>
        entry.All(static character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.') && entry.Any(char.IsLetter)
            ? null
            : $"'{entry}' is no part of a name, such as prod: patterns are not understood";

    private static string? CheckScanner(string entry) =>
        entry.All(static character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or ' ') && entry.Any(char.IsLetter)
            ? null
            : $"'{entry}' does not say how a command names a tool, such as acme-scan or make audit";

    private static string? CheckAlsoReported(string entry) =>
        AlsoReported.All.Contains(entry, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"'{entry}' is not among what can be reported: {string.Join(", ", AlsoReported.All)}";

    private static bool IsOfName(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '+' or '=' or '.' or '@' or '-';

    private static string DidYouMean(string? nearest) => nearest is null ? string.Empty : $"; did you mean '{nearest}'?";
}
