using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// A resource as a policy writes it: <c>*</c>, an ARN, an ARN with <c>*</c> and <c>?</c>, of which parts may be unknown. An unknown part is
/// some text without wildcards: what stands around it is still known (<c>bucket.BucketArn + "/*"</c> ends in <c>/*</c>).
/// </summary>
internal sealed class ResourcePattern
{
    private static readonly string[] OtherBootstrapRoles = ["-lookup-role", "-file-publishing-role", "-image-publishing-role"];

    private readonly string pattern;

    /// <summary>The parts of an ARN; null for other texts.</summary>
    private readonly ArnParts? arn;

    private ResourcePattern(PartialText text)
    {
        Text = text;
        pattern = string.Concat(text.Parts.Select(static part => part ?? Glob.Unknown.ToString()));
        arn = ArnParts.Split(pattern);
    }

    public PartialText Text { get; }

    /// <summary><c>*</c>, and ARNs that are wildcards throughout (<c>arn:*:*:*:*:*</c>).</summary>
    public bool IsEverything =>
        Glob.IsAnything(pattern)
        || (
            arn is not null
            && Glob.IsAnything(arn.Service)
            && Glob.IsAnything(arn.Region)
            && Glob.IsAnything(arn.Account)
            && Glob.IsAnything(arn.Resource)
        );

    /// <summary>Whether there is a <c>*</c> or <c>?</c> in a known part.</summary>
    public bool HasWildcard => Glob.HasWildcard(pattern);

    /// <summary>Which roles it names, for <c>iam:PassRole</c> and <c>sts:AssumeRole</c>.</summary>
    public RoleScope Roles =>
        IsEverything ? RoleScope.Wildcard
        : arn is not null ? RolesOf(arn)
        : pattern.IndexOf(Glob.Unknown) >= 0 ? RoleScope.Unknown
        : pattern.Length > 0 && pattern[0] == '*' ? RoleScope.Wildcard
        : RoleScope.None;

    /// <summary>
    /// Whether a wildcard names roles that the CDK deploys with: <c>arn:aws:iam::*:role/cdk-*</c>. Those for look-ups and assets deploy nothing (Customize CDK
    /// bootstrapping, CDK Developer Guide).
    /// </summary>
    public bool CoversDeploymentRoles =>
        arn is { Service: "iam", Resource: var resource }
        && resource.StartsWith("role/cdk-", StringComparison.Ordinal)
        && Glob.HasWildcard(resource)
        && !Array.Exists(OtherBootstrapRoles, name => resource.IndexOf(name, StringComparison.Ordinal) >= 0);

    public static ResourcePattern Parse(PartialText text) => new(text);

    public static ResourcePattern Parse(string text) => Parse(PartialText.Of(text));

    /// <summary>
    /// Whether it is everything, or everything of some kind that the service's actions work on: <c>arn:aws:s3:::*</c>,
    /// <c>arn:aws:iam::*:role/*</c>. A wildcard below a named account and region (<c>arn:aws:dynamodb:eu-west-1:123456789012:table/*</c>)
    /// is not, nor is one below a named resource (<c>arn:aws:s3:::bucket/*</c>). Unknown services and unknown text are not.
    /// </summary>
    public bool CoversAllOfAKind(IamService? service) =>
        IsEverything || (arn is not null && service is not null && service.Kinds.Any(kind => CoversAllOf(arn, kind)));

    /// <summary>
    /// Whether it is everything, or everything of the kind that a form of ARNs describes. Where the kind has no region, an account may be named: a policy reaches
    /// no other account than its own (<c>arn:aws:iam::123456789012:role/*</c>).
    /// </summary>
    public bool CoversAllOf(string form) =>
        IsEverything
        || (
            arn is not null
            && ArnParts.OfForm(form) is var kind
            && Matches(arn, kind)
            && (kind.Region.Length == 0 || !IsBelowNames(arn, kind))
        );

    private static bool CoversAllOf(ArnParts arn, ArnParts kind) => Matches(arn, kind) && !IsBelowNames(arn, kind);

    private static bool Matches(ArnParts arn, ArnParts kind) =>
        kind.Resource.IndexOf(Glob.Unknown) >= 0
        && Glob.Matches(arn.Service, kind.Service, ignoreCase: false)
        && Glob.Matches(arn.Resource, kind.Resource, ignoreCase: false)
        && Reaches(arn.Region, kind.Region)
        && Reaches(arn.Account, kind.Account);

    /// <summary>Whether a region or account of a pattern is one that resources of a kind can have.</summary>
    private static bool Reaches(string written, string form) =>
        form.Length == 0 ? Glob.Matches(written, form, ignoreCase: false) : written.Length > 0;

    /// <summary>Whether the pattern names every one of region and account that the kind has.</summary>
    private static bool IsBelowNames(ArnParts arn, ArnParts kind) =>
        (kind.Region.Length > 0 || kind.Account.Length > 0)
        && (kind.Region.Length == 0 || !Glob.IsAnything(arn.Region))
        && (kind.Account.Length == 0 || !Glob.IsAnything(arn.Account));

    private static RoleScope RolesOf(ArnParts arn)
    {
        const string role = "role/";
        var resource = arn.Resource;
        var known = resource.IndexOfAny(['*', '?', Glob.Unknown]) is var end and >= 0 ? resource.Substring(0, end) : resource;
        if (arn.Service.IndexOf(Glob.Unknown) >= 0)
        {
            return RoleScope.Unknown;
        }

        if (!Glob.Matches(arn.Service, "iam", ignoreCase: false))
        {
            return RoleScope.None;
        }

        if (!known.StartsWith(role, StringComparison.Ordinal))
        {
            return known.Length == resource.Length || !role.StartsWith(known, StringComparison.Ordinal) ? RoleScope.None
                : resource[known.Length] == Glob.Unknown ? RoleScope.Unknown
                : RoleScope.Wildcard;
        }

        return resource.Length == role.Length ? RoleScope.None
            : resource[role.Length] is '*' or '?' ? RoleScope.Wildcard
            : !Glob.HasWildcard(resource) ? RoleScope.Named
            : known.StartsWith("role/service-role/", StringComparison.Ordinal)
            || known.StartsWith("role/aws-service-role/", StringComparison.Ordinal)
                ? RoleScope.ServicePath
            : RoleScope.NamedPrefix;
    }
}
