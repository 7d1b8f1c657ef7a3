namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>Which values of <c>Resource</c> an action can be granted on (Service Authorization Reference, <c>Resource types</c>).</summary>
internal enum ResourceRequirement
{
    /// <summary>No resource type: <c>*</c> is the only value (<c>ecr:GetAuthorizationToken</c>).</summary>
    StarOnly,

    /// <summary>ARNs are accepted, but the action also works without any of them (<c>cloudwatch:PutMetricData</c>).</summary>
    Optional,

    /// <summary>
    /// The action works on one of several kinds, none of which is required by itself (<c>s3:GetObject</c>: object or access point).
    /// </summary>
    OneOf,

    /// <summary>Every request names a resource of a required type (<c>logs:CreateLogGroup</c>).</summary>
    Required,
}
