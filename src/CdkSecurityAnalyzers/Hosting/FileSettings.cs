using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>What the files of a compilation say in their <c>.editorconfig</c>.</summary>
internal sealed class FileSettings(AnalyzerConfigOptionsProvider? options) : IFileSettings
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Key), ImmutableArray<string>> lists = new();

    /// <inheritdoc/>
    public ImmutableArray<string> ListOf(SyntaxTree file, string key) =>
        options is null
            ? []
            : lists.GetOrAdd(
                (file, key),
                place => options.GetOptions(place.Tree).TryGetValue(place.Key, out var written) ? Settings.Entries(written) : []
            );

    /// <summary>Whether the file that a finding stands in allows it.</summary>
    public bool Allow(Finding finding)
    {
        if (finding.Allowance is { } allowance)
        {
            foreach (var entry in ListOf(finding.Site.Operation.Syntax.SyntaxTree, allowance.Key))
            {
                if (string.Equals(entry, allowance.Entry, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
