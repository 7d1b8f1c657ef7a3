using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// Checks the settings of a project. The compiler tells what a setting is for each source file, but not where it stands: that tell the configuration files
/// themselves, which the package hands over as additional files. What stands in none of them is reported once, without a place.
/// </summary>
internal sealed class Configuration(AnalyzerOptions options)
{
    private static readonly string[] Extensions = [".editorconfig", ".globalconfig"];

    private readonly ConcurrentDictionary<(string Key, string Value), bool> seen = new();
    private HashSet<(string Key, string Value)>? placed;

    /// <summary>What is wrong in a configuration file, line by line.</summary>
    public static IEnumerable<Diagnostic> CheckFile(AdditionalText file, CancellationToken cancellationToken) =>
        from setting in SettingsIn(file, cancellationToken)
        let problem = Settings.FindProblem(setting.Key, setting.Value)
        where problem is not null
        select InvalidConfiguration.Of(setting.Key, problem, setting.Location);

    /// <summary>What is wrong in the settings of a source file and stands in no configuration file that is at hand.</summary>
    public IEnumerable<Diagnostic> CheckSettingsOf(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var settings = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        foreach (var key in settings.Keys.Where(IsOurs))
        {
            if (
                settings.TryGetValue(key, out var value)
                && seen.TryAdd((key, value), true)
                && Settings.FindProblem(key, value) is { } problem
                && !Placed(cancellationToken).Contains((key, value))
            )
            {
                yield return InvalidConfiguration.Of(key, problem, Location.None);
            }
        }
    }

    private HashSet<(string Key, string Value)> Placed(CancellationToken cancellationToken) =>
        placed ??= [
            .. options
                .AdditionalFiles.SelectMany(file => SettingsIn(file, cancellationToken))
                .Select(setting => (setting.Key, setting.Value)),
        ];

    private static IEnumerable<ConfigurationSetting> SettingsIn(AdditionalText file, CancellationToken cancellationToken) =>
        Extensions.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase) && file.GetText(cancellationToken) is { } text
            ? text
                .Lines.Select(line => ConfigurationSetting.Parse(file.Path, text, line))
                .OfType<ConfigurationSetting>()
                .Where(setting => IsOurs(setting.Key))
            : [];

    private static bool IsOurs(string key) => key.StartsWith(Settings.Prefix, StringComparison.OrdinalIgnoreCase);
}
