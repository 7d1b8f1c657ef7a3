using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>Reads the <c>Triggers</c> of a project out of its template, whatever spelling they come from.</summary>
internal sealed class WebhookDecoder(World world)
{
    private const string Switch = "Whether a webhook starts builds";

    private readonly ImmutableArray<SecurityValue>.Builder values = ImmutableArray.CreateBuilder<SecurityValue>(8);

    /// <param name="provider">The source's type; null when it is not known.</param>
    /// <param name="construct">The creation of the project; null when there is none.</param>
    /// <param name="isAbsenceKnown">Whether what is missing is known to be missing.</param>
    public Webhook Decode(TemplateNode? triggers, string? provider, Site construct, bool isAbsenceKnown)
    {
        var webhook = new Webhook(construct) { Construct = construct, Provider = provider };
        switch (triggers)
        {
            case TemplateObject settings:
                return DecodeSettings(settings, webhook, isAbsenceKnown);
            case null or TemplateAbsence:
                Note(Switch, triggers, construct, isDetermined: true);
                return webhook with { Values = values.ToImmutable() };
            default:
                Note(Switch, triggers, construct, isDetermined: false);
                return webhook with { State = WebhookState.Unknown, Values = values.ToImmutable() };
        }
    }

    /// <summary>Triggers that leave the method: whoever gets them may switch them on and add to them.</summary>
    public Webhook DecodeLeaving(TemplateObject settings, string? provider)
    {
        var webhook = DecodeSettings(settings, new Webhook(settings.Site) { Provider = provider }, isAbsenceKnown: true);
        return settings["Webhook"] is TemplateScalar { Truth: false }
            ? webhook
            : webhook with
            {
                State = WebhookState.On,
                AreGroupsComplete = false,
            };
    }

    /// <summary>A group that leaves the method.</summary>
    public Webhook DecodeLeaving(TemplateList group)
    {
        var decoded = DecodeGroup(group);
        return new Webhook(group.Site)
        {
            State = WebhookState.On,
            Spelling = group.Spelling,
            Groups = [decoded],
            LacksPolicy = true,
            Values = values.ToImmutable(),
        };
    }

    private Webhook DecodeSettings(TemplateObject settings, Webhook webhook, bool isAbsenceKnown)
    {
        var isOn = settings["Webhook"];
        webhook = webhook with
        {
            State = isOn switch
            {
                null or TemplateAbsence => WebhookState.Off,
                TemplateScalar { Truth: { } truth } => truth ? WebhookState.On : WebhookState.Off,
                _ => WebhookState.Unknown,
            },
            Switch = isOn?.Site ?? settings.Site,
            Spelling = isOn?.Spelling ?? settings.Spelling,
            Triggers = settings.Site,
            IsForManyRepositories = settings["ScopeConfiguration"] is TemplateObject,
        };
        Note(Switch, isOn, settings.Site, webhook.State != WebhookState.Unknown);
        webhook = DecodePolicy(
            settings["PullRequestBuildPolicy"],
            DecodeGroups(settings["FilterGroups"], webhook, isAbsenceKnown),
            isAbsenceKnown
        );
        return webhook with { Values = values.ToImmutable() };
    }

    private Webhook DecodeGroups(TemplateNode? groups, Webhook webhook, bool isAbsenceKnown)
    {
        switch (groups)
        {
            case null:
                return webhook with { AreGroupsComplete = isAbsenceKnown };
            case TemplateAbsence:
                return webhook with { AreGroupsComplete = isAbsenceKnown, GroupsDeleted = groups.Site };
            case TemplateList list:
                NoteElements("A filter group of the webhook", "The filter groups of the webhook", list);
                return webhook with
                {
                    Groups = list.Elements.OfType<TemplateList>().Select(DecodeGroup).ToImmutableArray(),
                    AreGroupsComplete = isAbsenceKnown && list.IsComplete && !list.Elements.OfType<TemplateUnknown>().Any(),
                    GroupsDeleted =
                        list.Elements.OfType<TemplateAbsence>().FirstOrDefault()?.Site
                        ?? (list is { Spelling: Spelling.Override, Elements.IsEmpty: true } ? list.Site : null),
                };
            default:
                Note("The filter groups of the webhook", groups, groups.Site, isDetermined: false);
                return webhook;
        }
    }

    private WebhookFilterGroup DecodeGroup(TemplateList list)
    {
        NoteElements("A filter of the webhook", "The filters of a filter group", list);
        var isComplete = list.IsComplete && !list.Elements.OfType<TemplateUnknown>().Any();
        var group = new WebhookFilterGroup(list.Site, list.Spelling)
        {
            AreEventsComplete = isComplete,
            AreFiltersComplete = isComplete,
            IsGateDiscarded = list.IsGateDiscarded,
        };
        foreach (var filter in list.Elements.OfType<TemplateObject>())
        {
            var type = filter["Type"];
            if (type is TemplateScalar { Text: FilterType.Event })
            {
                group = AddEvents(group, filter);
                continue;
            }

            var isTypeKnown = type is TemplateScalar { Text: not null };
            Note("The type of a webhook filter", type, filter.Site, isTypeKnown);
            group = isTypeKnown ? group : group with { AreEventsComplete = false };
            group = group with { Filters = group.Filters.Add(DecodeFilter(filter, type as TemplateScalar)) };
        }

        return group;
    }

    private WebhookFilter DecodeFilter(TemplateObject filter, TemplateScalar? type)
    {
        var pattern = filter["Pattern"];
        var excludes = filter["ExcludeMatchedPattern"];
        var scalar = pattern as TemplateScalar;
        if (type?.Text is FilterType.Actor or FilterType.HeadRef or FilterType.BaseRef)
        {
            Note("The pattern of a webhook filter", pattern, filter.Site, scalar is { Text: not null });
        }

        return new WebhookFilter(filter.Site, filter.Spelling)
        {
            Type = type?.Text,
            TypeBinding = filter.Spelling == Spelling.FilterGroup && type?.Spelling != Spelling.Override ? null : type?.Written,
            Pattern = scalar?.Text,
            PatternBinding = scalar?.Written,
            PatternSpelling = scalar?.Spelling ?? filter.Spelling,
            Excludes = TemplateNode.IsAbsent(excludes) ? false : (excludes as TemplateScalar)?.Truth,
            Method =
                filter.Spelling == Spelling.FilterGroup
                && filter.Site.Operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation call
                    ? call.TargetMethod.Name
                    : null,
        };
    }

    private WebhookFilterGroup AddEvents(WebhookFilterGroup group, TemplateObject filter)
    {
        group = group with { EventsSite = filter.Site };
        if (
            !TemplateNode.IsAbsent(filter["ExcludeMatchedPattern"])
            && filter["ExcludeMatchedPattern"] is not TemplateScalar { Truth: false }
        )
        {
            return group with { AreEventsComplete = false };
        }

        switch (filter["Pattern"])
        {
            case TemplateScalar { Text: { } text } scalar:
                Note("The events of the webhook", scalar, scalar.Site, isDetermined: true);
                var named = text.Split(',').Select(name => new WebhookEvent(name.Trim(), scalar.Written));
                return group with { Events = group.Events.AddRange(named) };

            case TemplateJoin join:
                var isComplete = join.IsComplete;
                var events = ImmutableArray.CreateBuilder<WebhookEvent>(join.Elements.Length);
                foreach (var element in join.Elements)
                {
                    var member = element.Value as EnumMemberValue;
                    values.Add(new SecurityValue("An event of the webhook", element.Site, member is null ? element.Value : null));
                    isComplete &= member is not null;
                    if (member is not null)
                    {
                        events.Add(new WebhookEvent(member.Name, element));
                    }
                }

                NoteEnd("The events of the webhook", join.IsComplete, join.Site);
                return group with { Events = group.Events.AddRange(events), AreEventsComplete = group.AreEventsComplete && isComplete };

            case var unknown:
                Note("The events of the webhook", unknown, filter.Site, isDetermined: false);
                return group with { AreEventsComplete = false };
        }
    }

    private Webhook DecodePolicy(TemplateNode? policy, Webhook webhook, bool isAbsenceKnown)
    {
        if (TemplateNode.IsAbsent(policy))
        {
            return webhook with { LacksPolicy = isAbsenceKnown };
        }

        if (policy is not TemplateObject known)
        {
            Note("The approval policy of the webhook", policy, policy!.Site, isDetermined: false);
            return webhook;
        }

        var requires = known["RequiresCommentApproval"];
        Note("Whether builds require approval", requires, known.Site, requires is TemplateScalar { Text: not null });
        var roles = DecodeRoles(known["ApproverRoles"]);
        return webhook with
        {
            LacksPolicy = isAbsenceKnown && TemplateNode.IsAbsent(requires),
            Policy = new ApprovalPolicy(requires as TemplateScalar, roles),
        };
    }

    private ImmutableArray<TemplateScalar> DecodeRoles(TemplateNode? roles)
    {
        if (roles is not TemplateList list)
        {
            if (!TemplateNode.IsAbsent(roles))
            {
                Note("Who may approve builds", roles, roles!.Site, isDetermined: false);
            }

            return [];
        }

        foreach (var role in list.Elements)
        {
            Note("A role that may approve builds", role, role.Site, role is TemplateScalar { Text: not null });
        }

        NoteEnd("Who may approve builds", list.IsComplete, list.Site);
        return [.. list.Elements.OfType<TemplateScalar>()];
    }

    private void NoteElements(string what, string all, TemplateList list)
    {
        foreach (var element in list.Elements)
        {
            Note(what, element, element.Site, element is not TemplateUnknown);
        }

        NoteEnd(all, list.IsComplete || list.Elements.OfType<TemplateUnknown>().Any(), list.Site);
    }

    /// <summary>Notes that there may be further elements, or fewer, where no element that is not known says so already.</summary>
    private void NoteEnd(string all, bool isComplete, Site site)
    {
        if (!isComplete)
        {
            values.Add(new SecurityValue(all, site, new UnknownValue(UnknownReason.OpenEnd, site.Operation)));
        }
    }

    /// <param name="node">What was read; null when there is nothing.</param>
    /// <param name="owner">What leaves it out, in that case.</param>
    private void Note(string what, TemplateNode? node, Site owner, bool isDetermined)
    {
        if (isDetermined)
        {
            values.Add(new SecurityValue(what, node?.Site ?? owner, Unknown: null));
            return;
        }

        var binding = node switch
        {
            TemplateUnknown unknown => world.Resolve(unknown.Written),
            TemplateScalar scalar => world.Resolve(scalar.Written),
            _ => default,
        };
        if (binding.Value is not (null or UnsetValue))
        {
            values.Add(new SecurityValue(what, binding.Site, binding.Value));
        }
    }
}
