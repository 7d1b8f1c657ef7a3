using System;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>What a method of <c>FilterGroup</c> adds to a group (aws-codebuild's <c>source.ts</c>).</summary>
/// <param name="Type">The filter's type in the template.</param>
/// <param name="Prefix">What the CDK puts before the argument; it adds neither anchors nor escapes.</param>
/// <param name="Excludes">Whether the filter lets through what does not match.</param>
internal readonly record struct FilterGroupMethod(string Type, string Prefix, bool Excludes)
{
    public const string Factory = "InEventOf";

    public const string ActorMethod = "AndActorAccountIs";

    private const string Heads = "refs/heads/";

    private const string Tags = "refs/tags/";

    public static bool IsOn(IMethodSymbol method) => CdkTypes.FilterGroup.Is(method.ContainingType);

    /// <summary>The method of a name; null for names that this version does not know.</summary>
    public static FilterGroupMethod? Find(string name)
    {
        var excludes = name.EndsWith("IsNot", StringComparison.Ordinal);
        return (excludes ? name.Substring(0, name.Length - "Not".Length) : name) switch
        {
            ActorMethod => new(FilterType.Actor, string.Empty, excludes),
            "AndBranchIs" => new(FilterType.HeadRef, Heads, excludes),
            "AndTagIs" => new(FilterType.HeadRef, Tags, excludes),
            "AndHeadRefIs" => new(FilterType.HeadRef, string.Empty, excludes),
            "AndBaseBranchIs" => new(FilterType.BaseRef, Heads, excludes),
            "AndBaseRefIs" => new(FilterType.BaseRef, string.Empty, excludes),
            "AndCommitMessageIs" => new(FilterType.CommitMessage, string.Empty, excludes),
            "AndFilePathIs" => new(FilterType.FilePath, string.Empty, excludes),
            "AndRepositoryNameIs" => new(FilterType.RepositoryName, string.Empty, excludes),
            _ => null,
        };
    }
}
