using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>An AWS managed policy that grants more than a task needs.</summary>
internal sealed class ManagedPolicy(string name, ManagedPolicyBreadth breadth, ImmutableArray<string> wholeServices)
{
    /// <summary>With its path: <c>AdministratorAccess</c>, <c>job-function/SystemAdministrator</c>.</summary>
    public string Name { get; } = name;

    public ManagedPolicyBreadth Breadth { get; } = breadth;

    /// <summary>
    /// The services all of whose actions it grants on every resource: <c>s3:*</c>, ordered. <c>*</c> alone for all of them, or for all but a few
    /// (<see cref="ManagedPolicyBreadth.PowerUser"/>).
    /// </summary>
    public ImmutableArray<string> WholeServices { get; } = wholeServices;
}
