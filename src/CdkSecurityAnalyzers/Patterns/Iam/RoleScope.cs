namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>Which roles a resource pattern names.</summary>
internal enum RoleScope
{
    /// <summary>None: the ARN of something else.</summary>
    None,

    /// <summary>Not known: the text begins with something that the program does not tell.</summary>
    Unknown,

    /// <summary>One role: <c>role/build</c>.</summary>
    Named,

    /// <summary>Roles whose names or paths begin alike: <c>role/build-*</c>, <c>role/team/*</c>.</summary>
    NamedPrefix,

    /// <summary>Roles of AWS services: <c>role/service-role/*</c>, <c>role/aws-service-role/*</c>.</summary>
    ServicePath,

    /// <summary>Any role, or roles that have no beginning in common: <c>*</c>, <c>role/*</c>, <c>role/*-build</c>.</summary>
    Wildcard,
}
