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
        Find(type, place) is { } symbol ? ShortNames.Of(symbol, place, edits) : null;

    /// <summary>The type in the referenced CDK; null when that does not have it.</summary>
    public static INamedTypeSymbol? Find(string type, Place place) =>
#pragma warning disable RS0030 // The one door of the fixes: a fix writes about types that the program need not use yet.
        place.Compilation.GetTypeByMetadataName(type);
#pragma warning restore RS0030

    public static bool Is(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol named && named.ToDisplayString() == name.Replace('+', '.');
}
