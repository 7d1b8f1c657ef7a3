using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>What the table of actions says about a service, and what follows for patterns.</summary>
/// <param name="Actions">The actions, each with its access level and whether a statement can name its resources.</param>
/// <param name="Arns">The forms of the ARNs that they work on.</param>
/// <param name="FormOfAction">The form that an action works on, for the actions that work on one.</param>
internal sealed record ActionFacts(
    ImmutableArray<(string Name, char Level, bool AcceptsArns)> Actions,
    ImmutableArray<string> Arns,
    ImmutableDictionary<string, string> FormOfAction)
{
    private static readonly Lazy<Dictionary<string, ActionFacts>> Services = new(Read);

    /// <summary>What is known about the service of an action; null when nothing is.</summary>
    public static ActionFacts? Of(string action) => Services.Value.GetValueOrDefault(action.Split(':')[0].ToLowerInvariant());

    /// <summary>The actions of a service that a pattern matches: <c>s3:Get*</c>.</summary>
    public IEnumerable<(string Name, char Level, bool AcceptsArns)> MatchedBy(string pattern) =>
        Actions.Where(action => Matches(pattern[(pattern.IndexOf(':') + 1)..], action.Name, RegexOptions.IgnoreCase));

    /// <summary>Whether the resources of what a pattern covers can be named: of the action, or of most that a wildcard covers.</summary>
    public bool Accepts(string pattern)
    {
        var name = pattern[(pattern.IndexOf(':') + 1)..];
        var covered = MatchedBy(pattern).ToList();
        var accepting = covered.Count(action => action.AcceptsArns);
        var looksFor = name.StartsWith("Describe", StringComparison.OrdinalIgnoreCase) || name.StartsWith("List", StringComparison.OrdinalIgnoreCase);
        return HasWildcard(pattern) ? !looksFor && accepting * 2 > covered.Count : accepting > 0;
    }

    public static bool HasWildcard(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a pattern with <c>*</c> and <c>?</c> matches a whole text.</summary>
    public static bool Matches(string pattern, string text, RegexOptions options = RegexOptions.None) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".")}$", options | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static Dictionary<string, ActionFacts> Read()
    {
        var services = new Dictionary<string, ActionFacts>();
        var service = "";
        foreach (var line in Table.Lines("iam-actions.txt"))
        {
            if (line[0] == '@')
            {
                service = line[1..];
                services.Add(service, new([], [], ImmutableDictionary<string, string>.Empty));
                continue;
            }

            var known = services[service];
            services[service] = line[0] == '='
                ? known with { Arns = known.Arns.Add(line.StartsWith("=arn:", StringComparison.Ordinal) ? line[1..] : $"arn:aws:{service}:<Region>:<Account>:{line[1..]}") }
                : known with
                {
                    Actions = known.Actions.Add((line[3..], line[1], line[0] is '+' or '|')),
                    FormOfAction = known.Arns.IsEmpty ? known.FormOfAction : known.FormOfAction.SetItem(line[3..], known.Arns[^1]),
                };
        }

        return services;
    }
}
