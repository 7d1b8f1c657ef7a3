using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>Renders <c>FilterGroup</c> chains into the template's arrays of filters, as the CDK does.</summary>
internal sealed class FilterGroupRenderer(World world, DiscardedGates gates)
{
    /// <summary>No person writes more calls on one group.</summary>
    private const int ChainLimit = 128;

    /// <summary>Whether the CDK throws on what was rendered, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    /// <summary>The groups of an array; null when there is none.</summary>
    public TemplateNode? RenderAll(Binding groups)
    {
        var resolved = world.Resolve(groups);
        if (resolved.Value is not SequenceValue sequence)
        {
            return resolved.Value is NullValue ? null : new TemplateUnknown(resolved, Spelling.FilterGroup);
        }

        var (elements, isComplete) = world.Elements(sequence);
        return new TemplateList([.. elements.Select(Render)], isComplete, sequence.Site, Spelling.FilterGroup);
    }

    /// <summary>One group.</summary>
    public TemplateNode Render(Binding group)
    {
        var filters = new List<TemplateNode>();
        var isGateDiscarded = false;
        var outermost = world.Resolve(group);
        var inner = outermost;
        for (var length = 0; length < ChainLimit && inner.Value is CallValue call && FilterGroupMethod.IsOn(call.Method); length++)
        {
            isGateDiscarded |= gates.Contains(world, call);
            filters.Insert(0, call.Receiver is null ? Events(call) : Filter(call));
            if (call.Receiver is not { } receiver)
            {
                FailOnBaseRefOfPush(filters);
                return Group(filters, isComplete: true);
            }

            inner = world.Resolve(receiver);
        }

        var unread = new TemplateUnknown(inner, Spelling.FilterGroup);
        return filters.Count == 0 ? unread : Group([unread, .. filters], isComplete: false);

        TemplateList Group(List<TemplateNode> rendered, bool isComplete) =>
            new([.. rendered], isComplete, SiteOf(outermost), Spelling.FilterGroup) { IsGateDiscarded = isGateDiscarded };
    }

    /// <summary>The group that an organisation webhook has when the program gives none: <c>WORKFLOW_JOB_QUEUED</c>.</summary>
    public static TemplateList RenderDefault(Site site) =>
        new(
            [Filter(FilterType.Event, Text(WebhookVocabulary.WorkflowJobQueued, site), excludes: false, site)],
            isComplete: true,
            site,
            Spelling.FilterGroup
        );

    /// <summary>The names of the events of a group's rendered filters, as far as they are known.</summary>
    public static IEnumerable<string> EventsOf(IEnumerable<TemplateNode> filters) =>
        filters
            .OfType<TemplateObject>()
            .SelectMany(filter => filter["Pattern"] is TemplateJoin events ? events.Elements : [])
            .Select(element => element.Value)
            .OfType<EnumMemberValue>()
            .Select(member => member.Name);

    /// <summary>Whether there is a filter of a type among a group's rendered filters.</summary>
    public static bool Has(IReadOnlyList<TemplateNode> filters, string type)
    {
        for (var index = 0; index < filters.Count; index++)
        {
            if (filters[index] is TemplateObject filter && filter["Type"] is TemplateScalar scalar && scalar.Text == type)
            {
                return true;
            }
        }

        return false;
    }

    private static Site SiteOf(Binding group) => ((CallValue)group.Value).Site;

    private TemplateObject Events(CallValue call)
    {
        var written = call.Arguments.Length == 1 ? world.Resolve(call.Arguments[0].Binding) : new Binding(UnsetValue.Instance, call.Site);
        return Filter(FilterType.Event, Joined(written, call), excludes: false, call.Site);
    }

    private TemplateNode Joined(Binding events, CallValue call)
    {
        if (events.Value is not SequenceValue sequence)
        {
            return new TemplateUnknown(events, Spelling.FilterGroup);
        }

        var (elements, isComplete) = world.Elements(sequence);
        Fails |= isComplete && elements.IsEmpty;
        return new TemplateJoin(elements, isComplete, call.Site, Spelling.FilterGroup);
    }

    private TemplateNode Filter(CallValue call)
    {
        if (FilterGroupMethod.Find(call.Method.Name) is not { } method || call.Arguments.Length != 1)
        {
            return new TemplateUnknown(new Binding(call, call.Site), Spelling.FilterGroup);
        }

        var written = world.Resolve(call.Arguments[0].Binding);
        TemplateNode pattern = Prefixed(method.Prefix, written.Value) is { } rendered
            ? new TemplateScalar(rendered, written, Spelling.FilterGroup)
            : new TemplateUnknown(written, Spelling.FilterGroup);
        return Filter(method.Type, pattern, method.Excludes, call.Site);
    }

    private static TemplateObject Filter(string type, TemplateNode pattern, bool excludes, Site site)
    {
        var members = TemplateMembers.Of("Type", Text(type, site), "Pattern", pattern);
        if (excludes)
        {
            members = members.With("ExcludeMatchedPattern", Text(bool.TrueString, site));
        }

        return new TemplateObject(members, isComplete: true, site, Spelling.FilterGroup);
    }

    private static TemplateScalar Text(string text, Site site)
    {
        var value = new ConstantValue(text, site.Operation);
        return new TemplateScalar(value, new Binding(value, site), Spelling.FilterGroup);
    }

    /// <summary>The text behind a prefix; null when the value is no text.</summary>
    private static Value? Prefixed(string prefix, Value value) =>
        value switch
        {
            ConstantValue or TextValue when prefix.Length == 0 => value,
            ConstantValue constant => new ConstantValue(prefix + constant.Text, constant.Origin),
            TextValue text => new TextValue(text.Parts.Insert(0, TextPart.Text(prefix)), text.Origin),
            _ => null,
        };

    /// <summary>Base refs exist for pull requests only: the CDK refuses them in a group with pushes.</summary>
    private void FailOnBaseRefOfPush(List<TemplateNode> filters)
    {
        Fails |= Has(filters, FilterType.BaseRef) && EventsOf(filters).Contains(WebhookVocabulary.Push);
    }
}
