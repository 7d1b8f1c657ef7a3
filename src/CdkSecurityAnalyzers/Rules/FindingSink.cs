using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Takes the findings of the rules for one root; the same cause found in several worlds counts once.</summary>
/// <param name="settings">What the project configures; null for a project that configures nothing.</param>
internal sealed class FindingSink(IFileSettings? settings = null)
{
    private readonly Dictionary<(string Id, object Place, Frame Frame, SyntaxNode? Origin, bool IsOfOthers), Finding> findings = [];

    public IReadOnlyCollection<Finding> Findings => findings.Values;

    /// <summary>The entries of a setting for the file that a place stands in; none when it is not made.</summary>
    public ImmutableArray<string> Setting(string key, Site place) =>
        settings is not null && place.Tree is { } tree ? settings.ListOf(tree, key) : [];

    /// <summary>Whether the file that a place stands in asks for what is not reported otherwise.</summary>
    /// <param name="entry">What: one of <see cref="AlsoReported"/>.</param>
    public bool AsksFor(string entry, Site place) => Setting(Settings.AlsoReport, place).Contains(entry, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Adds a finding unless the same rule has reported the same value at the same place already. What others decide may come to nothing, so it does not stand
    /// for what is certain.
    /// </summary>
    public void Report(Finding finding)
    {
        var key = (finding.Descriptor.Id, finding.Site.Place, finding.Site.Frame, finding.Origin?.Syntax, finding.IsOfOthers);
        if (!findings.ContainsKey(key))
        {
            findings.Add(key, finding);
        }
    }
}
