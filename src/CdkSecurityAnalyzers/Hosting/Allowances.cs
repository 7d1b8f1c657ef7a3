using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>What the files of a compilation allow in their <c>.editorconfig</c>.</summary>
internal sealed class Allowances(AnalyzerConfigOptionsProvider? options)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Key), ImmutableHashSet<string>> lists = new();

    /// <summary>Whether the file that a finding stands in allows it.</summary>
    public bool Cover(Finding finding) =>
        options is not null
        && finding.Allowance is { } allowance
        && ListOf(options, finding.Site.Operation.Syntax.SyntaxTree, allowance.Key).Contains(allowance.Entry);

    private ImmutableHashSet<string> ListOf(AnalyzerConfigOptionsProvider provider, SyntaxTree tree, string key) =>
        lists.GetOrAdd(
            (tree, key),
            place =>
                provider.GetOptions(place.Tree).TryGetValue(place.Key, out var written)
                    ? Settings.Entries(written).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
                    : []
        );
}
