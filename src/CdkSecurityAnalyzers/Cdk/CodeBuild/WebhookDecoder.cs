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

    public Webhook Decode(TemplateNode? triggers, WebhookContext context)
    {
        if (triggers is TemplateObject settings)
        {
            return DecodeSettings(settings, context);
        }

        var isOff = TemplateNode.IsAbsent(triggers);
        Note(Switch, triggers, context.Site, isOff);
        return new Webhook(context.Site)
        {
            State = isOff ? WebhookState.Off : WebhookState.Unknown,
            Construct = context.Construct,
            Provider = context.Provider,
            ArePositionsUsed = context.ArePositionsUsed,
            IsLeaving = context.IsLeaving,
            IsOfCaller = world.IsOfCaller,
            Values = values.DrainToImmutable(),
        };
    }

    /// <summary>Triggers that leave the method: whoever gets them may switch them on and add to them.</summary>
    public Webhook DecodeLeaving(TemplateObject settings, string? provider)
    {
        var webhook = DecodeSettings(settings, new WebhookContext(settings.Site) { Provider = provider, IsAbsenceKnown = true });
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
            IsOfCaller = world.IsOfCaller,
            Values = values.DrainToImmutable(),
        };
    }

    private Webhook DecodeSettings(TemplateObject settings, WebhookContext context)
    {
        var isOn = settings["Webhook"];
        var state = isOn switch
        {
            null or TemplateAbsence => WebhookState.Off,
            TemplateScalar { Truth: { } truth } => truth ? WebhookState.On : WebhookState.Off,
            _ => WebhookState.Unknown,
        };
        Note(Switch, isOn, settings.Site, state != WebhookState.Unknown);
        var filterGroups = settings["FilterGroups"];
        var groups = DecodeGroups(filterGroups, out var areGroupsComplete);
        var policy = DecodePolicy(settings["PullRequestBuildPolicy"], out var isPolicyAbsent);
        return new Webhook(isOn?.Site ?? settings.Site)
        {
            State = state,
            Spelling = isOn?.Spelling ?? settings.Spelling,
            Triggers = settings.Site,
            Construct = context.Construct,
            Provider = context.Provider,
            IsLeaving = context.IsLeaving,
            IsOfCaller = world.IsOfCaller,
            Groups = groups,
            AreGroupsComplete = areGroupsComplete && context.IsAbsenceKnown,
            GroupsDeleted = DeletionOf(filterGroups),
            ArePositionsUsed = context.ArePositionsUsed,
            Policy = policy,
            LacksPolicy = isPolicyAbsent && context.IsAbsenceKnown,
            IsForManyRepositories = settings["ScopeConfiguration"] is TemplateObject,
            Values = values.DrainToImmutable(),
        };
    }

    /// <param name="areComplete">False when there may be further groups in what was read.</param>
    private ImmutableArray<WebhookFilterGroup> DecodeGroups(TemplateNode? groups, out bool areComplete)
    {
        switch (groups)
        {
            case null or TemplateAbsence:
                areComplete = true;
                return [];
            case TemplateList list:
                NoteElements("A filter group of the webhook", "The filter groups of the webhook", list);
                areComplete = IsComplete(list);
                var decoded = ImmutableArray.CreateBuilder<WebhookFilterGroup>(list.Elements.Length);
                foreach (var element in list.Elements)
                {
                    if (element is TemplateList group)
                    {
                        decoded.Add(DecodeGroup(group));
                    }
                }

                return decoded.DrainToImmutable();
            default:
                areComplete = false;
                Note("The filter groups of the webhook", groups, groups.Site, isDetermined: false);
                return [];
        }
    }

    /// <summary>The statement that took the groups away; null when none did.</summary>
    private static Site? DeletionOf(TemplateNode? groups)
    {
        switch (groups)
        {
            case TemplateAbsence:
                return groups.Site;
            case TemplateList list:
                foreach (var element in list.Elements)
                {
                    if (element is TemplateAbsence)
                    {
                        return element.Site;
                    }
                }

                return list is { Spelling: Spelling.Override, Elements.IsEmpty: true } ? list.Site : null;
            default:
                return null;
        }
    }

    private static bool IsComplete(TemplateList list) => list.IsComplete && !HasUnknown(list);

    private static bool HasUnknown(TemplateList list)
    {
        foreach (var element in list.Elements)
        {
            if (element is TemplateUnknown)
            {
                return true;
            }
        }

        return false;
    }

    private WebhookFilterGroup DecodeGroup(TemplateList list)
    {
        NoteElements("A filter of the webhook", "The filters of a filter group", list);
        var isComplete = IsComplete(list);
        var areEventsComplete = isComplete;
        Site? eventsSite = null;
        var events = ImmutableArray<WebhookEvent>.Empty;
        var filters = ImmutableArray<WebhookFilter>.Empty;
        foreach (var element in list.Elements)
        {
            if (element is not TemplateObject filter)
            {
                continue;
            }

            var type = filter["Type"];
            if (type is TemplateScalar { Text: FilterType.Event })
            {
                eventsSite = filter.Site;
                areEventsComplete &= AddEvents(filter, ref events);
                continue;
            }

            var isTypeKnown = type is TemplateScalar { Text: not null };
            Note("The type of a webhook filter", type, filter.Site, isTypeKnown);
            areEventsComplete &= isTypeKnown;
            filters = filters.Add(DecodeFilter(filter, type as TemplateScalar));
        }

        return new WebhookFilterGroup(list.Site, list.Spelling)
        {
            Events = events,
            AreEventsComplete = areEventsComplete,
            EventsSite = eventsSite,
            Filters = filters,
            AreFiltersComplete = isComplete,
            IsGateDiscarded = list.IsGateDiscarded,
        };
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

    /// <summary>Adds the events that a filter names; false when it may name further ones.</summary>
    private bool AddEvents(TemplateObject filter, ref ImmutableArray<WebhookEvent> events)
    {
        if (
            !TemplateNode.IsAbsent(filter["ExcludeMatchedPattern"])
            && filter["ExcludeMatchedPattern"] is not TemplateScalar { Truth: false }
        )
        {
            return false;
        }

        switch (filter["Pattern"])
        {
            case TemplateScalar { Text: { } text } scalar:
                Note("The events of the webhook", scalar, scalar.Site, isDetermined: true);
                events = events.AddRange(text.Split(',').Select(name => new WebhookEvent(name.Trim(), scalar.Written)));
                return true;

            case TemplateJoin join:
                var areKnown = join.IsComplete;
                var named = ImmutableArray.CreateBuilder<WebhookEvent>(join.Elements.Length);
                foreach (var element in join.Elements)
                {
                    var member = element.Value as EnumMemberValue;
                    values.Add(new SecurityValue("An event of the webhook", element.Site, member is null ? element.Value : null));
                    areKnown &= member is not null;
                    if (member is not null)
                    {
                        named.Add(new WebhookEvent(member.Name, element));
                    }
                }

                NoteEnd("The events of the webhook", join.IsComplete, join.Site);
                events = events.IsEmpty ? named.DrainToImmutable() : events.AddRange(named);
                return areKnown;

            case var unknown:
                Note("The events of the webhook", unknown, filter.Site, isDetermined: false);
                return false;
        }
    }

    /// <summary>The approval policy; null when there is none that can be read.</summary>
    /// <param name="isAbsent">Whether what was read holds none.</param>
    private ApprovalPolicy? DecodePolicy(TemplateNode? policy, out bool isAbsent)
    {
        isAbsent = TemplateNode.IsAbsent(policy);
        if (isAbsent)
        {
            return null;
        }

        if (policy is not TemplateObject known)
        {
            Note("The approval policy of the webhook", policy, policy!.Site, isDetermined: false);
            return null;
        }

        var requires = known["RequiresCommentApproval"];
        isAbsent = TemplateNode.IsAbsent(requires);
        Note("Whether builds require approval", requires, known.Site, requires is TemplateScalar { Text: not null });
        var roles = DecodeRoles(known["ApproverRoles"]);
        return new ApprovalPolicy(requires as TemplateScalar, roles);
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

        NoteEnd(all, list.IsComplete || HasUnknown(list), list.Site);
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
