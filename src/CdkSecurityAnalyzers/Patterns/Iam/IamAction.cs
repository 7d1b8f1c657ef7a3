namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>An action of the Service Authorization Reference.</summary>
internal sealed class IamAction(string service, string name, AccessLevel level, ResourceRequirement requirement, string? arn)
{
    /// <summary>The service prefix: <c>s3</c>.</summary>
    public string Service { get; } = service;

    /// <summary>The name after the colon, in AWS's case: <c>GetObject</c>.</summary>
    public string Name { get; } = name;

    public AccessLevel Level { get; } = level;

    public ResourceRequirement Requirement { get; } = requirement;

    /// <summary>
    /// The ARNs that the action is meant for, with <c>&lt;Name&gt;</c> where something is to be filled in:
    /// <c>arn:aws:s3:::&lt;BucketName&gt;/&lt;ObjectName&gt;</c>. Null when there are none or none stands out.
    /// </summary>
    public string? Arn { get; } = arn;

    /// <summary>Whether a statement can, and every useful one should, name the resources of this action.</summary>
    public bool IsScopable => Requirement is ResourceRequirement.Required or ResourceRequirement.OneOf;

    /// <summary>As written in policies: <c>s3:GetObject</c>.</summary>
    public override string ToString() => $"{Service}:{Name}";
}
