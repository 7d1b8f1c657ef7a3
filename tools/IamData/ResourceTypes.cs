using System.Text.RegularExpressions;

namespace IamData;

/// <summary>
/// What an action's resource types mean for the <c>Resource</c> of a statement. AWS marks types as required or not. Of those that are not,
/// some are alternatives of which the action needs one (<c>s3:GetObject</c>: an object or an object behind an access point), some are
/// extras that it can do without (<c>polly:SynthesizeSpeech</c>: a lexicon). AWS does not say which, but its names do: alternatives are
/// what the action is named after, or variants of one thing.
/// </summary>
internal static partial class ResourceTypes
{
    /// <summary>The sign of the requirement in the table.</summary>
    public static char Requirement(PackagedAction action) =>
        action.ResourceTypes.Count == 0 ? '-'
        : action.ResourceTypes.Any(type => type.Required) ? '+'
        : AreAlternatives(action) ? '|'
        : '?';

    /// <summary>The type that stands for the others in a message; null when none stands out.</summary>
    public static string? Foremost(PackagedAction action)
    {
        var required = action.ResourceTypes.Where(type => type.Required).Select(type => type.Name).ToList();
        var candidates = required.Count > 0 || !AreAlternatives(action) ? required : [.. action.ResourceTypes.Select(type => type.Name)];
        return candidates.Where(type => IsNamed(action.Name, type)).OrderByDescending(type => type.Length).FirstOrDefault()
            ?? (candidates.Count == 1 || AreVariants(candidates) ? candidates.OrderBy(type => type.Length).First() : null);
    }

    private static bool AreAlternatives(PackagedAction action)
    {
        var types = action.ResourceTypes.Select(type => type.Name).ToList();
        return IsAboutAnyResource(action)
            || (
                types.Count > 1
                && !FindsSeveral(action.Name, types)
                && (types.Any(type => IsNamed(action.Name, type)) || AreVariants(types))
            );
    }

    /// <summary>
    /// Tags and resource policies belong to a resource, whatever it is: <c>TagResource</c>, <c>ListTagsForResource</c>,
    /// <c>PutResourcePolicy</c>.
    /// </summary>
    private static bool IsAboutAnyResource(PackagedAction action) =>
        action.AccessLevel.StartsWith("Tagging", StringComparison.Ordinal) || AnyResource().IsMatch(action.Name);

    /// <summary><c>DescribeDBSnapshots</c> finds snapshots; nobody has to name one.</summary>
    private static bool FindsSeveral(string action, IEnumerable<string> types) =>
        (action.StartsWith("List", StringComparison.Ordinal) || action.StartsWith("Describe", StringComparison.Ordinal))
        && types.Any(type => Letters(action).EndsWith(Letters(type) + "s", StringComparison.Ordinal));

    private static bool IsNamed(string action, string type) => Letters(action).Contains(Letters(type), StringComparison.Ordinal);

    /// <summary>
    /// One thing in several forms: <c>object</c> and <c>accesspointobject</c>, <c>rule-on-default-event-bus</c> and
    /// <c>rule-on-custom-event-bus</c>.
    /// </summary>
    private static bool AreVariants(List<string> types)
    {
        var shortest = Letters(types.MinBy(type => type.Length) ?? "");
        return types.Count > 1
            && (
                types.All(type => Letters(type).EndsWith(shortest, StringComparison.Ordinal))
                || types.Select(Words).Aggregate((words, others) => [.. words.Intersect(others)]).Count > 0
            );
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static List<string> Words(string name) => [.. Word().Matches(name).Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex("Resources?$|ForResource|ResourcePolic|^ListTags|^GetTags", RegexOptions.CultureInvariant)]
    private static partial Regex AnyResource();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
