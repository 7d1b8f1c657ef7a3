using System;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// The <c>${…}</c> in policies. IAM fills in what has a colon (<c>${aws:username}</c>) and unescapes <c>${*}</c>, <c>${?}</c> and <c>${$}</c>
/// (IAM user guide, <c>Policy variables</c>); any other name was left by somebody who meant to fill it in, as IAM Access Analyzer asks for its generated policies.
/// </summary>
internal static class PolicyVariable
{
    /// <summary>The first placeholder with its braces, <c>${BucketName}</c>; null when there is none.</summary>
    public static string? FindPlaceholder(PartialText text) => throw new NotImplementedException(text.ToString());
}
