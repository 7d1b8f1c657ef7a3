using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>
/// Reads webhooks and parts of webhooks out of values that leave the method without being part of a project: whoever gets them is expected to use them,
/// and may still add what is missing.
/// </summary>
/// <param name="attached">The values that a project of the method has taken already.</param>
/// <param name="kind">How the values leave. Code that is not read and that is passed a value may make something else of it before it is used.</param>
internal sealed class LeavingWebhooks(World world, DiscardedGates gates, AttachedValues attached, LeaveKind kind)
{
    /// <summary>How deeply values are searched.</summary>
    private const int DepthLimit = 6;

    private readonly List<Webhook> webhooks = [];

    /// <summary>Everything that one value carries out.</summary>
    public ImmutableArray<Webhook> Read(Binding leaving)
    {
        Visit(leaving, DepthLimit);
        return webhooks.ToImmutableArray();
    }

    private void Visit(Binding leaving, int depth)
    {
        var resolved = world.Resolve(leaving);
        if (depth == 0 || (resolved.Value is HeapValue kept && attached.Contains(kept)))
        {
            return;
        }

        switch (resolved.Value)
        {
            case CallValue call when FilterGroupMethod.IsOn(call.Method):
                VisitGroup(resolved);
                break;
            case CallValue call when SourceReader.ProviderOf(call.Method) is not null:
                VisitSource(resolved, call);
                break;
            case ObjectValue owner:
                VisitObject(resolved, owner, depth);
                break;
            case SequenceValue sequence:
                VisitSequence(resolved, sequence, depth);
                break;
            case DictionaryValue dictionary:
                foreach (var entry in world.Entries(dictionary).Entries)
                {
                    Visit(entry.Value, depth - 1);
                }

                break;
        }
    }

    private void VisitGroup(Binding group)
    {
        var renderer = new FilterGroupRenderer(world, gates);
        if (renderer.Render(group) is TemplateList list && !renderer.Fails)
        {
            Add(new WebhookDecoder(world).DecodeLeaving(list));
        }
    }

    /// <summary>A source does not change once it is made, so what it lacks it lacks.</summary>
    private void VisitSource(Binding source, CallValue call)
    {
        var renderer = new FilterGroupRenderer(world, gates);
        var reader = new SourceReader(world, renderer);
        var settings = reader.Read(source);
        if (!renderer.Fails && !reader.Fails)
        {
            var context = new WebhookContext(call.Site) { Provider = settings.Provider, IsAbsenceKnown = true };
            webhooks.Add(new WebhookDecoder(world).Decode(settings.Triggers, context));
        }
    }

    private void VisitObject(Binding leaving, ObjectValue owner, int depth)
    {
        if (SourceReader.ProviderOf(owner.Type) is { } provider)
        {
            var renderer = new FilterGroupRenderer(world, gates);
            var reader = new SourceReader(world, renderer);
            if (reader.ReadTriggers(owner, provider) is TemplateObject triggers && !renderer.Fails && !reader.Fails)
            {
                Add(new WebhookDecoder(world).DecodeLeaving(triggers, provider));
            }
        }
        else if (CdkTypes.ProjectTriggersProperty.IsBaseOf(owner.Type))
        {
            if (ReadTemplate(leaving) is TemplateObject triggers)
            {
                Add(new WebhookDecoder(world).DecodeLeaving(triggers, provider: null));
            }
        }
        else if (CdkTypes.WebhookFilterProperty.IsBaseOf(owner.Type))
        {
            if (ReadTemplate(leaving) is { } filter)
            {
                Add(new WebhookDecoder(world).DecodeLeaving(new TemplateList([filter], isComplete: false, filter.Site, filter.Spelling)));
            }
        }
        else if (!owner.IsGiven && !CdkTypes.Construct.IsBaseOf(owner.Type))
        {
            foreach (var member in owner.Members)
            {
                if (member.Value.Site.Operation is not null)
                {
                    Visit(member.Value, depth - 1);
                }
            }
        }
    }

    private void VisitSequence(Binding leaving, SequenceValue sequence, int depth)
    {
        var elements = world.Elements(sequence).Elements;
        if (elements.Any(element => element.Value is ObjectValue owner && CdkTypes.WebhookFilterProperty.IsBaseOf(owner.Type)))
        {
            if (ReadTemplate(leaving) is TemplateList group)
            {
                Add(new WebhookDecoder(world).DecodeLeaving(group));
            }

            return;
        }

        foreach (var element in elements)
        {
            Visit(element, depth - 1);
        }
    }

    private void Add(Webhook webhook) => webhooks.Add(kind == LeaveKind.Passed ? WithRoomForMore(webhook) : webhook);

    private static Webhook WithRoomForMore(Webhook webhook) =>
        webhook with
        {
            AreGroupsComplete = false,
            LacksPolicy = false,
            Groups = [.. webhook.Groups.Select(static group => group with { AreFiltersComplete = false })],
        };

    /// <summary>The part of a template; null when there is none, and when the runtime throws on it.</summary>
    private TemplateNode? ReadTemplate(Binding leaving)
    {
        var reader = new TemplateReader(world);
        var read = reader.Read(leaving, Spelling.Template);
        return reader.Fails ? null : read;
    }
}
