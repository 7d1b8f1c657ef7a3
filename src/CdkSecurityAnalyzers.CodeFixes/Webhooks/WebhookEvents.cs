using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The events of a webhook, by the names that the CDK's enumeration and the template share.</summary>
internal static class WebhookEvents
{
    public const string Push = "PUSH";

    /// <summary>The pull-request events that anyone who can open a pull request causes; a merge needs write access.</summary>
    public static readonly IReadOnlyCollection<string> Untrusted =
    [
        "PULL_REQUEST_CREATED",
        "PULL_REQUEST_UPDATED",
        "PULL_REQUEST_REOPENED",
        "PULL_REQUEST_CLOSED",
    ];

    public static bool IsUntrusted(string name) => Untrusted.Contains(name);

    /// <summary>The same list with a push instead of the untrusted events; events are told by <paramref name="name"/>.</summary>
    public static IEnumerable<(T Event, EventChange Change)> OnPushOnly<T>(IReadOnlyCollection<T> events, System.Func<T, string> name)
    {
        var hasPush = events.Any(item => name(item) == Push);
        foreach (var item in events)
        {
            if (!IsUntrusted(name(item)))
            {
                yield return (item, EventChange.Stays);
            }
            else if (hasPush)
            {
                yield return (item, EventChange.Goes);
            }
            else
            {
                hasPush = true;
                yield return (item, EventChange.BecomesPush);
            }
        }
    }
}

/// <summary>What becomes of an event of a list.</summary>
internal enum EventChange
{
    Stays,
    Goes,
    BecomesPush,
}
