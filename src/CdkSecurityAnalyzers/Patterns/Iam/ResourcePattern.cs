using System;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// A resource as a policy writes it: <c>*</c>, an ARN, an ARN with <c>*</c> and <c>?</c>, of which parts may be unknown. An unknown part is some text
/// without wildcards: what stands around it is still known (<c>bucket.BucketArn + "/*"</c> ends in <c>/*</c>).
/// </summary>
internal sealed class ResourcePattern
{
    private ResourcePattern(PartialText text) => Text = text;

    public PartialText Text { get; }

    /// <summary><c>*</c>, and ARNs that are wildcards throughout (<c>arn:*:*:*:*:*</c>).</summary>
    public bool IsEverything => throw new NotImplementedException();

    /// <summary>Whether there is a <c>*</c> or <c>?</c> in a known part.</summary>
    public bool HasWildcard => throw new NotImplementedException();

    /// <summary>Which roles it names, for <c>iam:PassRole</c> and <c>sts:AssumeRole</c>.</summary>
    public RoleScope Roles => throw new NotImplementedException();

    public static ResourcePattern Parse(PartialText text) => new(text);

    public static ResourcePattern Parse(string text) => Parse(PartialText.Of(text));

    /// <summary>
    /// Whether it is everything, or everything of some kind that the service's actions work on: <c>arn:aws:s3:::*</c>, <c>arn:aws:iam::*:role/*</c>.
    /// A wildcard below a named account and region (<c>arn:aws:dynamodb:eu-west-1:123456789012:table/*</c>) is not, nor is one below a named resource
    /// (<c>arn:aws:s3:::bucket/*</c>). Unknown services and unknown text are not.
    /// </summary>
    public bool CoversAllOfAKind(IamService? service) => throw new NotImplementedException(service?.Prefix);
}
