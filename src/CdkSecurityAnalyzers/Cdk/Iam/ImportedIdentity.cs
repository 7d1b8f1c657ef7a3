using System;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>A role, user or group that the program does not make, but knows by its name or ARN. All imports of it are one.</summary>
/// <param name="Kind">The class of its construct: <c>Role</c>, <c>User</c>, <c>Group</c>.</param>
/// <param name="Name">Its name or ARN: a literal, or the value that holds it.</param>
/// <param name="Account">What tells its account from others, where the name does not; null when the program has one account.</param>
internal sealed record ImportedIdentity(string Kind, object Name, object? Account)
{
    private const string Role = "Role";
    private const string ArnPrefix = "arn:";

    /// <summary>What an import gives, by the name or ARN that it is given.</summary>
    public static ImportedIdentity Of(CallValue import, World world) =>
        world.Resolve(At(import, 2)) is ConstantValue { Content: string name }
            ? Named(import.Method.ContainingType.Name, name, At(import, 0), world)
            : new ImportedIdentity(import.Method.ContainingType.Name, world.Resolve(At(import, 2)), Account: null);

    /// <summary>The construct of the program whose name or ARN an import is given; null when it is none of the program.</summary>
    public static Value? ConstructOf(CallValue import, World world) =>
        world.Resolve(At(import, 2))
            is MemberValue
            {
                Member.Name: "RoleArn" or "RoleName" or "UserArn" or "UserName" or "GroupArn" or "GroupName" or "AttrArn" or "Ref",
                Receiver: { } owner
            }
            ? owner.Value
            : null;

    /// <summary>The role that a literal ARN stands for.</summary>
    public static ImportedIdentity OfRole(string arn) => new(Role, arn, Account: null);

    /// <summary>One that a property of a policy names: <c>Roles</c>, <c>RoleName</c>, <c>Users</c>.</summary>
    /// <param name="policy">The policy: what it names is in its account.</param>
    public static ImportedIdentity InProperty(string property, string name, ObjectValue policy, World world) =>
        Named(property.Replace("Name", string.Empty).TrimEnd('s'), name, policy, world);

    /// <summary>
    /// Whether a role takes no policies: <c>role.WithoutPolicyUpdates()</c>, <c>Mutable = false</c>, and an import from another account than that of its
    /// stack (<c>Role.fromRoleArn</c> of aws-cdk-lib).
    /// </summary>
    public static bool IsReadOnly(CallValue role, World world) =>
        CdkTypes.IsOfIam(role.Method.ContainingType)
        && (
            role.Method.Name == "WithoutPolicyUpdates"
            || (IsImport(role) && (IsImmutable(role, world) || IsOfOtherAccount(role, world)))
        );

    /// <summary>Whether a call imports a role, user or group.</summary>
    public static bool IsImport(CallValue call) =>
        call.Method.Name is "FromRoleArn" or "FromRoleName" or "FromUserArn" or "FromUserName" or "FromGroupArn" or "FromGroupName"
        && call.Arguments.Length > 2
        && CdkTypes.IsOfIam(call.Method.ContainingType);

    private static bool IsImmutable(CallValue import, World world) =>
        import.Argument("options") is { } options
        && world.Resolve(options.Value) is ObjectValue known
        && ObjectMembers.Read(world, known, "Mutable", out var mutable) != Presence.Absent
        && mutable.Value is ConstantValue { Content: false };

    private static bool IsOfOtherAccount(CallValue import, World world) =>
        world.Resolve(At(import, 2)) is ConstantValue { Content: string arn }
        && arn.Split(':') is { Length: > 5 } fields
        && ConstructTree.AccountOf(At(import, 0), world) is string account
        && !fields[4].Equals(account, StringComparison.Ordinal);

    /// <summary>What the parameter at a position is given: named arguments come in any order.</summary>
    private static Value At(CallValue import, int position) =>
        import.Arguments.First(argument => argument.Parameter.Ordinal == position).Value;

    private static ImportedIdentity Named(string kind, string name, Value scope, World world) =>
        new(kind, name, name.StartsWith(ArnPrefix, StringComparison.Ordinal) ? null : ConstructTree.AccountOf(scope, world));
}
