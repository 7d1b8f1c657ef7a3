using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// Tells whether an expression gives the template's resource of a construct: an L1 construct itself, <c>construct.Node.DefaultChild</c>,
/// <c>construct.Node.FindChild("Resource")</c>.
/// </summary>
/// <param name="construct">The construct.</param>
/// <param name="isResource">Whether the construct is the resource itself.</param>
internal sealed class ResourceReference(Value construct, bool isResource)
{
    /// <summary>The id of the child whose resource is meant; null when that of the construct itself is.</summary>
    public string? Child { get; init; }

    /// <summary>Whether a value is the resource in a world; conditions that cannot lead to it are not asked.</summary>
    public bool IsDenotedBy(Value value, World world) => Denotes(value, world: null) && Denotes(value, world);

    /// <summary>The constructs whose resource, or which themselves, a value may denote in some world.</summary>
    public static IEnumerable<Value> ConstructsBehind(Value value) =>
        value switch
        {
            ChoiceValue choice => ConstructsBehind(choice.WhenTrue.Value).Concat(ConstructsBehind(choice.WhenFalse.Value)),
            MemberValue { Member.Name: "DefaultChild" or "Node", Receiver: { } owner } => ConstructsBehind(owner.Value),
            CallValue { Method.Name: "FindChild" or "TryFindChild", Receiver: { } node } => ConstructsBehind(node.Value),
            _ => [value],
        };

    /// <param name="world">Without a world, every alternative counts.</param>
    private bool Denotes(Value value, World? world) =>
        value switch
        {
            ChoiceValue choice => Either(choice, world, Denotes),
            _ when ReferenceEquals(value, construct) => isResource,
            MemberValue { Member.Name: "DefaultChild", Receiver: { } node } => IsNode(node.Value, world),
            CallValue call when NodeOf(call, "Resource") is { } node => IsNode(node, world),
            _ => false,
        };

    private bool IsNode(Value value, World? world) =>
        value switch
        {
            ChoiceValue choice => Either(choice, world, IsNode),
            MemberValue { Member.Name: "Node", Receiver: { } owner } => Child is null
                ? IsConstruct(owner.Value, world)
                : IsChild(owner.Value, world),
            _ => false,
        };

    private bool IsConstruct(Value value, World? world) =>
        value is ChoiceValue choice ? Either(choice, world, IsConstruct) : ReferenceEquals(value, construct);

    private bool IsChild(Value value, World? world) =>
        value switch
        {
            ChoiceValue choice => Either(choice, world, IsChild),
            CallValue call when NodeOf(call, Child!) is { } node => new ResourceReference(construct, isResource: false).IsNode(node, world),
            _ => false,
        };

    /// <summary>The node that a call takes the child with an id from; null when it takes no such child.</summary>
    private static Value? NodeOf(CallValue call, string id) =>
        call.Method.Name is "FindChild" or "TryFindChild"
        && call.Arguments.Any(argument => argument.Value is ConstantValue { Content: string given } && given == id)
            ? call.Receiver?.Value
            : null;

    private static bool Either(ChoiceValue choice, World? world, System.Func<Value, World?, bool> test) =>
        world is null ? test(choice.WhenTrue.Value, null) || test(choice.WhenFalse.Value, null) : test(world.Resolve(choice), world);
}
