using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// Reads what a method writes into constructs that it is given: a helper that hardens a project, the <c>Visit</c> of an aspect. What it writes is
/// judged; what else the construct has is not known here.
/// </summary>
/// <param name="resource">The class of the template's resource.</param>
/// <param name="relevant">The properties of the resource that matter to the reader.</param>
internal sealed class GivenResources(
    Trace trace,
    ConstructEvents events,
    World world,
    CdkTypeName resource,
    ImmutableArray<string> relevant,
    TemplateReader reader
)
{
    /// <summary>The properties that are written, as far as they are: for each construct what the method writes into it.</summary>
    public IEnumerable<TemplateObject> Read()
    {
        foreach (var (owner, isResource) in Owners())
        {
            var changes = new ResourceChanges(events.About(owner), world, new ResourceReference(owner, isResource), reader, relevant);
            var unread = Overrides.Empty(new Site(trace.Events[0].Site.Operation, trace.Events[0].Site.Frame));
            yield return changes.ApplyTo(unread);
        }
    }

    /// <summary>The constructs that the method is given and writes into.</summary>
    private IEnumerable<(Value Owner, bool IsResource)> Owners()
    {
        var seen = new HashSet<Value>();
        foreach (var receiver in trace.Events.Select(ReceiverOf).OfType<Value>())
        {
            var (owner, isResource) = OwnerOf(receiver);
            if (owner is UnknownValue && seen.Add(owner))
            {
                yield return (owner, isResource);
            }
        }
    }

    private Value? ReceiverOf(TraceEvent @event) =>
        @event switch
        {
            CallEvent { Call: { Receiver: { } receiver } call } when ResourceChanges.IsOverride(call) => receiver.Value,
            AssignmentEvent assignment
                when relevant.Contains(assignment.Member.Name) && resource.IsBaseOf(assignment.Member.ContainingType) => assignment.Target,
            _ => null,
        };

    /// <summary>The construct behind <c>construct.Node.DefaultChild</c>, or the resource itself.</summary>
    private static (Value Owner, bool IsResource) OwnerOf(Value receiver) =>
        receiver switch
        {
            MemberValue { Member.Name: "DefaultChild", Receiver.Value: MemberValue { Member.Name: "Node", Receiver: { } owner } } => (
                owner.Value,
                false
            ),
            _ => (receiver, true),
        };
}
