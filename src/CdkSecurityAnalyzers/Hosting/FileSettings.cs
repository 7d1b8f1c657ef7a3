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
    private readonly ConcurrentDictionary<(object File, string Key), ImmutableArray<string>> lists = new();

    /// <inheritdoc/>
    public ImmutableArray<string> ListOf(SyntaxTree file, string key) =>
        options is null ? [] : lists.GetOrAdd((file, key), place => Read(options.GetOptions((SyntaxTree)place.File), place.Key));

    /// <summary>Whether the source file that a finding stands in allows it.</summary>
    public bool Allow(Finding finding) =>
        finding is { Allowance: { } allowance, Site.Tree: { } tree } && IsListed(allowance, ListOf(tree, allowance.Key));

    /// <summary>Whether the additional file that a finding stands in allows it.</summary>
    public bool Allow(Finding finding, AdditionalText file) =>
        options is not null && finding.Allowance is { } allowance && IsListed(allowance, Read(options.GetOptions(file), allowance.Key));

    private static ImmutableArray<string> Read(AnalyzerConfigOptions settings, string key) =>
        settings.TryGetValue(key, out var written) ? Settings.Entries(written) : [];

    private static bool IsListed(Allowance allowance, ImmutableArray<string> list)
    {
        foreach (var entry in list)
        {
            if (string.Equals(entry, allowance.Entry, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
