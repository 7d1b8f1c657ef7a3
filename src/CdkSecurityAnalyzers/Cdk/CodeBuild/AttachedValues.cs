using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>
/// What the projects of a method have taken, in any world: that is judged with its project, and not again when a field keeps it as well.
/// Values are told by where they were made, because the CDK takes copies.
/// </summary>
internal sealed class AttachedValues
{
    private readonly HashSet<Site> sites = [];

    public AttachedValues(Trace trace)
    {
        foreach (var @event in trace.Events)
        {
            switch (@event)
            {
                case ConstructionEvent construction when ProjectReader.IsAbout(construction):
                    if (construction.Argument("props") is { } props)
                    {
                        Add(props.Value);
                    }

                    break;
                case CallEvent { Call: { Method.Name: "AddSecondarySource" } call }
                    when CdkTypes.Project.IsBaseOf(call.Method.ContainingType):
                    foreach (var argument in call.Arguments)
                    {
                        Add(argument.Value);
                    }

                    break;
                case AssignmentEvent { Member.Name: "Triggers" or "SecondarySources" } assignment
                    when CdkTypes.CfnProject.IsBaseOf(assignment.Member.ContainingType):
                    Add(assignment.Assigned.Value);
                    break;
            }
        }
    }

    public bool Contains(HeapValue value) => sites.Contains(value.Site);

    private void Add(Value root)
    {
        var pending = new Stack<Value>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ChoiceValue choice:
                    pending.Push(choice.WhenTrue.Value);
                    pending.Push(choice.WhenFalse.Value);
                    break;
                case ElementsValue elements:
                    PushAll(pending, elements.Elements.Select(element => element.Value));
                    break;
                case EntriesValue entries:
                    PushAll(pending, entries.Entries.Select(entry => entry.Value.Value));
                    break;
                case HeapValue value when !IsConstruct(value) && sites.Add(value.Site):
                    foreach (var member in value.Members)
                    {
                        pending.Push(member.Value.Value);
                    }

                    if (value is CallValue call)
                    {
                        PushAll(pending, call.Arguments.Select(argument => argument.Value));
                        if (call.Receiver is { } receiver)
                        {
                            pending.Push(receiver.Value);
                        }
                    }

                    break;
            }
        }
    }

    private static bool IsConstruct(HeapValue value) => value is ObjectValue && CdkTypes.Construct.IsBaseOf(value.Type);

    private static void PushAll(Stack<Value> pending, IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            pending.Push(value);
        }
    }
}
