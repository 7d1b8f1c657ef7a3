using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Finds policies inside of values: in props, arrays and dictionaries, whatever world they belong to. Constructs are not entered.</summary>
internal static class PolicyValues
{
    /// <summary>How deeply values are searched.</summary>
    private const int DepthLimit = 8;

    /// <summary>Whether a value is or holds a statement, a document or a policy that is named.</summary>
    public static bool AreIn(Value value) => AreIn(value, DepthLimit);

    /// <summary>Whether a value is a managed policy that is named, not made.</summary>
    public static bool IsNamedPolicy(Value value) =>
        value is CallValue { Method.Name: "FromAwsManagedPolicyName" or "FromManagedPolicyArn" } call
        && CdkTypes.ManagedPolicy.Is(call.Method.ContainingType);

    /// <summary>Whether a value is a statement, a document or a policy that is named.</summary>
    public static bool Is(Value value) =>
        value switch
        {
            ObjectValue { IsGiven: false, Type: var type } => CdkTypes.PolicyStatement.IsBaseOf(type)
                || CdkTypes.PolicyDocument.IsBaseOf(type),
            CallValue call => CdkTypes.PolicyStatement.Is(call.Method.ReturnType)
                || CdkTypes.PolicyDocument.Is(call.Method.ReturnType)
                || IsNamedPolicy(call),
            _ => false,
        };

    private static bool AreIn(Value value, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        switch (value)
        {
            case ChoiceValue choice:
                return AreIn(choice.WhenTrue.Value, depth - 1) || AreIn(choice.WhenFalse.Value, depth - 1);
            case ElementsValue elements:
                return elements.Elements.Any(element => AreIn(element.Value, depth - 1));
            case EntriesValue entries:
                return entries.Entries.Any(entry => AreIn(entry.Value.Value, depth - 1));
            case HeapValue heap:
                return Is(heap) || (HasParts(heap) && AreInMembers(heap, depth - 1));
            default:
                return false;
        }
    }

    private static bool AreInMembers(HeapValue owner, int depth)
    {
        foreach (var member in owner.Members)
        {
            if (AreIn(member.Value.Value, depth))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value and everything that it holds.</summary>
    public static IEnumerable<Value> All(Value root)
    {
        var seen = new HashSet<Value>();
        var pending = new Stack<Value>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            switch (value)
            {
                case ChoiceValue choice:
                    pending.Push(choice.WhenTrue.Value);
                    pending.Push(choice.WhenFalse.Value);
                    break;
                case ElementsValue elements:
                    foreach (var element in elements.Elements)
                    {
                        pending.Push(element.Value);
                    }

                    break;
                case EntriesValue entries:
                    foreach (var entry in entries.Entries)
                    {
                        pending.Push(entry.Value.Value);
                    }

                    break;
                case HeapValue heap when seen.Add(heap):
                    yield return heap;
                    if (HasParts(heap))
                    {
                        foreach (var member in heap.Members)
                        {
                            pending.Push(member.Value.Value);
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>Collections, props, and objects of the program's own classes.</summary>
    private static bool HasParts(HeapValue value) =>
        value is SequenceValue or DictionaryValue
        || (
            value is ObjectValue { IsGiven: false, Type: { } type }
            && !CdkTypes.Construct.IsBaseOf(type)
            && (!type.DeclaringSyntaxReferences.IsEmpty || ExternalCode.Instance.IsCopied(type))
        );
}
