using System.Linq;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Builds descriptors in one form: help link, tags and category are the same for every rule of a family.</summary>
internal static class RuleDescriptor
{
    private const string HelpRoot = "https://github.com/cdk-security-analyzers/cdk-security-analyzers/blob/main/docs/rules/";

    /// <param name="id">The public id. Release tracking reads this parameter's name.</param>
    /// <param name="cwe">Numbers of the weaknesses in the Common Weakness Enumeration that the rule is about.</param>
    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity defaultSeverity,
        bool isEnabledByDefault,
        string description,
        params int[] cwe
    ) =>
        new(
            id,
            title,
            messageFormat,
            category,
            defaultSeverity,
            isEnabledByDefault,
            description,
            helpLinkUri: HelpRoot + id + ".md",
            customTags: cwe.Select(number => $"external/cwe/cwe-{number}").Prepend("security").ToArray()
        );
}

/// <summary>The categories of the rules: one a family.</summary>
internal static class RuleCategories
{
    public const string Webhooks = "Security.Webhooks";
    public const string Permissions = "Security.Permissions";
    public const string Credentials = "Security.Credentials";
    public const string Builds = "Security.Builds";
    public const string Pipelines = "Security.Pipelines";
    public const string Analysis = "Security.Analysis";
}
