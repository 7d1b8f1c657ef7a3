using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>A filter to be written, in either spelling.</summary>
internal abstract record NewFilter
{
    /// <summary>As a call in a chain on the filter group's class.</summary>
    /// <param name="eventAction">The name of the events' enumeration.</param>
    public abstract string AsCall(string eventAction);

    /// <summary>As a filter object.</summary>
    /// <param name="filterType">The name of the filter's class.</param>
    public abstract string AsEntry(string filterType);

    private static string Entry(string filterType, string type, string pattern) =>
        $"new {filterType} {{ Type = \"{type}\", Pattern = {pattern} }}";

    /// <summary>The events of a group.</summary>
    internal sealed record Events(IReadOnlyList<string> Names) : NewFilter
    {
        public override string AsCall(string eventAction) =>
            $".InEventOf({string.Join(", ", Names.Select(name => $"{eventAction}.{name}"))})";

        public override string AsEntry(string filterType) => Entry(filterType, "EVENT", $"\"{string.Join(", ", Names)}\"");
    }

    /// <summary>The accounts that may cause the events.</summary>
    /// <param name="Pattern">The expression of the pattern.</param>
    internal sealed record Actors(string Pattern) : NewFilter
    {
        public override string AsCall(string eventAction) => $".AndActorAccountIs({Pattern})";

        public override string AsEntry(string filterType) => Entry(filterType, "ACTOR_ACCOUNT_ID", Pattern);
    }
}
