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
    public static bool AreIn(Value value) => AreIn(value, DepthLimit, isTemplate: false);

    /// <summary>The same for what becomes a property of a template's resource: a document may be written as a dictionary there.</summary>
    public static bool AreInTemplate(Value value) => AreIn(value, DepthLimit, isTemplate: true);

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

    /// <summary>Whether a value is a document written with the names of IAM's JSON.</summary>
    private static bool IsWrittenDocument(Value value) =>
        value is DictionaryValue dictionary && dictionary.TryGet(DictionaryValue.Content, out var content) && HasStatement(content.Value);

    private static bool HasStatement(Value content)
    {
        switch (content)
        {
            case ChoiceValue choice:
                return HasStatement(choice.WhenTrue.Value) || HasStatement(choice.WhenFalse.Value);
            case EntriesValue entries:
                foreach (var entry in entries.Entries)
                {
                    if (entry.Key.Value is ConstantValue { Content: "Statement" })
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static bool AreIn(Value value, int depth, bool isTemplate)
    {
        if (depth == 0)
        {
            return false;
        }

        switch (value)
        {
            case ChoiceValue choice:
                return AreIn(choice.WhenTrue.Value, depth - 1, isTemplate) || AreIn(choice.WhenFalse.Value, depth - 1, isTemplate);
            case ElementsValue elements:
                return elements.Elements.Any(element => AreIn(element.Value, depth - 1, isTemplate));
            case EntriesValue entries:
                return entries.Entries.Any(entry => AreIn(entry.Value.Value, depth - 1, isTemplate));
            case HeapValue heap:
                return Is(heap) || (isTemplate && IsWrittenDocument(heap)) || (HasParts(heap) && AreInMembers(heap, depth - 1, isTemplate));
            default:
                return false;
        }
    }

    private static bool AreInMembers(HeapValue owner, int depth, bool isTemplate)
    {
        foreach (var member in owner.Members)
        {
            if (AreIn(member.Value.Value, depth, isTemplate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a value may be.</summary>
    public static IEnumerable<Value> Alternatives(Value value) =>
        value is ChoiceValue choice ? Alternatives(choice.WhenTrue.Value).Concat(Alternatives(choice.WhenFalse.Value)) : [value];

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
