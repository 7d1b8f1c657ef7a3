using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Takes the pull-request events out of a filter group: pushes need write access.</summary>
internal sealed class BuildOnPushOnly() : FindingFix(Key, "Build on push only")
{
    public const string Key = nameof(BuildOnPushOnly);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Place(FindingProperties.Group) is not { } group
            || finding.Place(FindingProperties.Events) is not { } events
            || FilterChain.IsShared(group)
        )
        {
            return false;
        }

        if (finding.IsFilterGroup && EventList.TryBuildOnPushOnly(edits, events))
        {
            BaseRefFilters.BecomeHeadFilters(edits, group);
            return true;
        }

        if (finding.IsTemplate && ElementList.In(group.Expression) is { } filters && TryRewriteEvents(edits, events))
        {
            BaseRefFilters.BecomeHeadFilters(edits, group, filters);
            return true;
        }

        return false;
    }

    /// <summary>The events of a template's filter are one text with commas.</summary>
    private static bool TryRewriteEvents(SolutionEdits edits, Place events)
    {
        if (
            events.Expression is not BaseObjectCreationExpressionSyntax creation
            || FilterEntry.Pattern(events, creation) is not { } pattern
            || events.ConstantText(pattern) is not { } text
        )
        {
            return false;
        }

        var kept = WebhookEvents
            .OnPushOnly([.. text.Split(',').Select(name => name.Trim())], name => name)
            .Where(item => item.Change != EventChange.Goes)
            .Select(item => item.Change == EventChange.BecomesPush ? WebhookEvents.Push : item.Event);
        edits.In(events).Replace(pattern.Span, $"\"{string.Join(", ", kept)}\"");
        return true;
    }
}
