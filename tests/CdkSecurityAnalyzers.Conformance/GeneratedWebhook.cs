using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>A way to write a webhook.</summary>
public enum GeneratedSpelling
{
    /// <summary>A <c>Project</c> with a <c>Source</c>.</summary>
    Construct,

    /// <summary>A <c>CfnProject</c> with its property classes.</summary>
    Classes,

    /// <summary>A <c>CfnResource</c> with dictionaries.</summary>
    Dictionaries,

    /// <summary>A <c>Project</c> without a webhook, and overrides that add it.</summary>
    Overrides,
}

/// <summary>A filter: for <see cref="GeneratedSpelling.Construct"/> a method that adds it, else its type in the template.</summary>
public sealed record GeneratedFilter(string Name, string Pattern, bool Excludes);

/// <summary>A filter group. Its first discarded filters are added by statements whose result is thrown away.</summary>
public sealed record GeneratedGroup(ImmutableList<string> Events, ImmutableList<GeneratedFilter> Filters, ImmutableList<GeneratedFilter> Discarded);

/// <summary>A program with one webhook, as parts of which each can be left out.</summary>
/// <param name="Factory">The method of <c>Source</c>, or what corresponds to it in the template.</param>
/// <param name="Switch">The value of <c>Webhook</c> in C#; null when it is not set.</param>
/// <param name="Policy">The value of <c>RequiresCommentApproval</c> in an override; null when there is none.</param>
/// <param name="IsComputed">Whether texts and groups reach their place through locals, lists and functions.</param>
public sealed record GeneratedWebhook(
    GeneratedSpelling Spelling,
    string Factory,
    string? Switch,
    ImmutableList<GeneratedGroup>? Groups,
    string? Policy,
    ImmutableList<string> Changes,
    bool IsComputed)
{
    /// <summary>The same webhook with one part less, in all ways.</summary>
    public IEnumerable<GeneratedWebhook> Smaller()
    {
        if (Policy is not null)
        {
            yield return this with { Policy = null };
        }

        if (IsComputed)
        {
            yield return this with { IsComputed = false };
        }

        foreach (var change in Changes)
        {
            yield return this with { Changes = Changes.Remove(change) };
        }

        for (var index = 0; index < Groups?.Count; index++)
        {
            var group = Groups[index];
            yield return this with { Groups = Groups.RemoveAt(index) };
            foreach (var filter in group.Filters)
            {
                yield return this with { Groups = Groups.SetItem(index, group with { Filters = group.Filters.Remove(filter) }) };
            }

            foreach (var filter in group.Discarded)
            {
                yield return this with { Groups = Groups.SetItem(index, group with { Discarded = group.Discarded.Remove(filter) }) };
            }

            foreach (var name in group.Events.Skip(1))
            {
                yield return this with { Groups = Groups.SetItem(index, group with { Events = group.Events.Remove(name) }) };
            }
        }
    }
}
