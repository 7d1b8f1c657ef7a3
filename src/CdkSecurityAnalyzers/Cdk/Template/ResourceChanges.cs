using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>What a program does to a template resource after its construction: it assigns properties, and overrides them by path.</summary>
/// <param name="events">What may happen to the resource or its construct.</param>
/// <param name="relevant">The properties of the resource that matter to the reader.</param>
internal sealed class ResourceChanges(
    List<TraceEvent> events,
    World world,
    ResourceReference reference,
    TemplateReader reader,
    ImmutableArray<string> relevant
)
{
    private const string Root = "Properties";

    /// <summary>The properties as they are synthesized. Overrides win over assignments, whichever comes first.</summary>
    public TemplateObject ApplyTo(TemplateObject properties)
    {
        TemplateObject? overrides = null;
        foreach (var @event in events)
        {
            switch (@event)
            {
                case AssignmentEvent assignment
                    when relevant.Contains(assignment.Member.Name)
                        && reference.IsDenotedBy(assignment.Target, world)
                        && world.Takes(assignment.Path):
                    properties = properties.With(
                        assignment.Member.Name,
                        reader.Read(assignment.Assigned, Spelling.Template) ?? new TemplateAbsence(assignment.Site)
                    );
                    break;

                case CallEvent { Call: { Receiver: { } receiver } call }
                    when IsOverride(call) && reference.IsDenotedBy(receiver.Value, world) && world.Takes(@event.Path):
                    overrides = Add(overrides ?? Overrides.Empty(call.Site), call);
                    break;
            }
        }

        if (overrides is null || overrides[Root] is not { } changes)
        {
            return properties;
        }

        return changes switch
        {
            TemplateObject members => Overrides.Merge(properties, members) as TemplateObject ?? Overrides.Empty(properties.Site),
            TemplateAbsence => new TemplateObject(
                relevant.Aggregate(TemplateMembers.Empty, (members, name) => members.With(name, changes)),
                isComplete: true,
                changes.Site,
                changes.Spelling
            ),
            _ => new TemplateObject(TemplateMembers.Empty, isComplete: false, changes.Site, changes.Spelling),
        };
    }

    /// <summary>Whether a call overrides a part of a resource's template.</summary>
    public static bool IsOverride(CallValue call) =>
        call.Method.Name is "AddPropertyOverride" or "AddOverride" or "AddPropertyDeletionOverride" or "AddDeletionOverride"
        && CdkTypes.CfnResource.IsBaseOf(call.Method.ContainingType);

    /// <summary>Whether a call may override a part of what a property holds, in some world.</summary>
    public static bool MayReachInto(CallValue call, string property)
    {
        if (PathOf(call).Value is not ConstantValue path)
        {
            return true;
        }

        var within = IsOfProperties(call) ? property : Root + "." + property;
        return path.Text.StartsWith(within + ".", StringComparison.Ordinal);
    }

    /// <summary>Whether a call may override a property or a part of what it holds, in some world.</summary>
    public static bool MayReach(CallValue call, string property) =>
        MayReachInto(call, property)
        || (
            PathOf(call).Value is ConstantValue { Text: var path }
            && (IsOfProperties(call) ? path == property : path == Root || path == Root + "." + property)
        );

    private static bool IsOfProperties(CallValue call) => call.Method.Name is "AddPropertyOverride" or "AddPropertyDeletionOverride";

    private static Binding PathOf(CallValue call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter.Name is "path" or "propertyPath") is { Parameter: not null } given
            ? given.Binding
            : new Binding(call, call.Site);

    private TemplateObject Add(TemplateObject overrides, CallValue call)
    {
        var isOfProperties = IsOfProperties(call);
        var path = world.Resolve(PathOf(call));
        if (path.Value is not ConstantValue known)
        {
            return AddUnknown(overrides, path, isOfProperties);
        }

        var names = Overrides.Split(known.Text);
        var value = call.Argument("value") is { } written
            ? reader.Read(written, Spelling.Override) ?? new TemplateAbsence(call.Site)
            : new TemplateAbsence(call.Site);
        return Overrides.Add(overrides, isOfProperties ? names.Insert(0, Root) : names, value);
    }

    /// <summary>A path that is not known may change everything that begins like its known part.</summary>
    private static TemplateObject AddUnknown(TemplateObject overrides, Binding path, bool isOfProperties)
    {
        var beginning = path.Value is TextValue text && text.Parts[0].Known is { } known ? Overrides.Split(known) : [string.Empty];

        // The last name may go on in the unknown part.
        var names = beginning.RemoveAt(beginning.Length - 1);
        if (isOfProperties)
        {
            names = names.Insert(0, Root);
        }

        var unknown = new TemplateUnknown(path, Spelling.Override);
        return Overrides.Add(overrides, names.IsEmpty ? [Root] : names, unknown);
    }
}
