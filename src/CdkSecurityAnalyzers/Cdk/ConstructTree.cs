using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>Tells where constructs stand: each in the scope that it is made with.</summary>
internal static class ConstructTree
{
    /// <summary>Constructs stand in few others.</summary>
    public const int DepthLimit = 16;

    private const string Environment = "Env";
    private const string Account = "Account";

    /// <summary>The scope of a construct; null when it is not known, and for the app.</summary>
    public static Value? ScopeOf(ObjectValue construct, World world) =>
        construct.Argument("scope") is { } scope ? world.Resolve(scope.Value) : null;

    /// <summary>
    /// What tells the account from others that the constructs in a scope are deployed to: what the program says, or the construct whose account is not known.
    /// Null when the program says nothing, so that one account has the whole app (Environments, CDK Developer Guide).
    /// </summary>
    public static object? AccountOf(Value scope, World world)
    {
        Value? current = world.Resolve(scope);
        for (var depth = 0; depth < DepthLimit && current is ObjectValue construct; depth++)
        {
            if (construct.IsGiven)
            {
                return construct;
            }

            if (IsDeployed(construct) && GivenTo(construct, world) is { } account)
            {
                return account;
            }

            current = ScopeOf(construct, world);
        }

        return current;
    }

    /// <summary>The type of the stack that a construct stands in, when the root makes that stack and no other stack around it; else null.</summary>
    public static ITypeSymbol? StackOf(ObjectValue construct, World world)
    {
        ITypeSymbol? stack = null;
        Value? current = construct;
        for (var depth = 0; depth < DepthLimit && current is ObjectValue { IsGiven: false } known; depth++)
        {
            if (CdkTypes.Stack.IsBaseOf(known.Type))
            {
                if (stack is not null)
                {
                    return null;
                }

                stack = known.Type;
            }

            current = ScopeOf(known, world);
        }

        return stack;
    }

    private static bool IsDeployed(ObjectValue construct) =>
        CdkTypes.Stack.IsBaseOf(construct.Type) || CdkTypes.DeploymentStage.IsBaseOf(construct.Type);

    /// <summary>The account in the environment of a stack or stage.</summary>
    private static object? GivenTo(ObjectValue construct, World world)
    {
        if (construct.Argument("props") is not { } given)
        {
            return null;
        }

        return world.Resolve(given.Value) switch
        {
            NullValue => null,
            ObjectValue props => ObjectMembers.Read(world, props, Environment, out var environment) switch
            {
                Presence.Absent => null,
                Presence.Present when world.Resolve(environment.Value) is ObjectValue known => ObjectMembers.Read(
                    world,
                    known,
                    Account,
                    out var account
                ) switch
                {
                    Presence.Absent => null,
                    _ => world.Resolve(account.Value) is ConstantValue { Text: var text } ? text : account.Value,
                },
                _ => environment.Value,
            },
            var unknown => unknown,
        };
    }
}
