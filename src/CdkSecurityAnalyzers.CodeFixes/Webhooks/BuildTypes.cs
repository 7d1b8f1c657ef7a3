using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The types of the build service's CDK module that fixes write about.</summary>
internal static class BuildTypes
{
    public const string EventAction = Module + "EventAction";

    public const string FilterGroup = Module + "FilterGroup";

    public const string Resource = Module + "CfnProject";

    public const string WebhookFilter = Resource + "+WebhookFilterProperty";

    /// <summary>Only in CDK 2.212.0 and later.</summary>
    public const string PullRequestBuildPolicy = Resource + "+PullRequestBuildPolicyProperty";

    private const string Module = "Amazon.CDK.AWS.CodeBuild.";

    /// <summary>The name to write for a type at a place; null when the referenced CDK does not have it.</summary>
    public static string? Name(string type, Place place, SolutionEdits edits) =>
        place.Compilation.GetTypeByMetadataName(type) is { } symbol ? ShortNames.Of(symbol, place, edits) : null;

    public static bool Is(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol named && named.ToDisplayString() == name.Replace('+', '.');
}
