using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>Judges resources by trying them on ARNs that might be.</summary>
internal static partial class ArnJudge
{
    /// <summary>Names that nobody has in mind.</summary>
    private static readonly string[] Names = ["qzx", "9w/k-1", "Vj.2"];

    /// <summary>Beginnings of names of roles.</summary>
    private static readonly string[] Beginnings = ["a", "q", "Z", "7"];

    /// <summary>Whether a resource is everything, or everything of a kind that a service has.</summary>
    public static bool IsEverythingOfAKind(string resource, ActionFacts? service) =>
        IsEverything(resource) || (Split(resource) is { } parts && service?.Arns.Any(form => IsEverythingOf(parts, form)) == true);

    /// <summary>Whether a resource is everything that an action of IAM can be done to. A policy reaches no other account than its own, so that it may be named.</summary>
    public static bool IsEverythingInIam(string resource, string form) =>
        IsEverything(resource) || (Split(resource) is { } parts && IsEverythingOf([.. parts[..4], "*", parts[5]], form) && parts[4].Length > 0);

    /// <summary>Whether the names of the roles that a resource stands for may begin with anything.</summary>
    public static bool IsAnyRole(string resource) =>
        IsEverything(resource)
        || (Split(resource) is { } parts && ActionFacts.Matches(parts[2], "iam") && Beginnings.All(beginning => MayBeginWith(parts[5], "role/" + beginning)));

    private static bool IsEverything(string resource) =>
        IsStars(resource) || (Split(resource) is { } parts && parts[2..].All(IsStars));

    private static bool IsEverythingOf(string[] parts, string form)
    {
        var kind = form.Split(':', 6);
        string[] places = [.. new[] { 3, 4 }.Where(index => kind[index].Length > 0).Select(index => parts[index])];
        return kind[5].Contains('<')
            && ActionFacts.Matches(parts[2], kind[2])
            && new[] { 3, 4 }.All(index => kind[index].Length > 0 ? parts[index].Length > 0 : ActionFacts.Matches(parts[index], ""))
            && (places.Length == 0 || places.Any(IsStars))
            && Names.All(name => ActionFacts.Matches(parts[5], Placeholder().Replace(kind[5], name).Replace("*", name)));
    }

    /// <summary>The six parts of an ARN; one that ends early in stars has them everywhere.</summary>
    private static string[]? Split(string resource)
    {
        var parts = resource.Split(':', 6);
        return parts[0] != "arn" ? null
            : parts.Length == 6 ? parts
            : IsStars(parts[^1]) ? [.. parts, .. Enumerable.Repeat("*", 6 - parts.Length)]
            : null;
    }

    private static bool IsStars(string text) => text.Length > 0 && text.All(character => character == '*');

    /// <summary>Whether a pattern matches a text that begins like this.</summary>
    private static bool MayBeginWith(string pattern, string beginning) =>
        beginning.Length == 0
        || (pattern.Length > 0
            && (pattern[0] == '*'
                ? MayBeginWith(pattern, beginning[1..]) || MayBeginWith(pattern[1..], beginning)
                : (pattern[0] == '?' || pattern[0] == beginning[0]) && MayBeginWith(pattern[1..], beginning[1..])));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Placeholder();
}
