using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Reads the texts of statements, for all rules in the same way.</summary>
internal static class PolicyPatterns
{
    /// <summary>The actions of a statement whose text is known, each with the entry that names it.</summary>
    public static ImmutableArray<(PolicyEntry Entry, ActionPattern Pattern)> Actions(PolicyStatement statement) =>
        [.. from entry in statement.Actions.Entries let text = entry.Text where text is not null select (entry, ActionPattern.Parse(text))];

    /// <summary>The resources of a statement.</summary>
    public static ImmutableArray<(PolicyEntry Entry, ResourcePattern Pattern)> Resources(PolicyStatement statement) =>
        [.. statement.Resources.Entries.Select(static entry => (entry, ResourcePattern.Parse(TextOf(entry))))];

    public static PartialText TextOf(PolicyEntry entry) => PartialText.Of(entry.Parts);

    /// <summary>The actions that are every action of every service.</summary>
    public static IEnumerable<PolicyEntry> Everything(PolicyStatement statement) =>
        statement.IsGrant
            ? Actions(statement).Where(static action => action.Pattern.IsEverything).Select(static action => action.Entry)
            : [];

    /// <summary>The actions that are every action of one service, unless the statement allows everything anyway.</summary>
    public static IEnumerable<(PolicyEntry Entry, ActionPattern Pattern)> WholeServices(PolicyStatement statement) =>
        statement.IsGrant && !Everything(statement).Any() ? Actions(statement).Where(static action => action.Pattern.IsWholeService) : [];

    /// <summary>Whether the statement's actions are reported to be too many, which makes finer verdicts on it moot.</summary>
    public static bool IsAllOrNothing(PolicyStatement statement) => Everything(statement).Any() || WholeServices(statement).Any();
}
