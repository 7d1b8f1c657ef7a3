using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>Reads the texts of a template. What only a deployment knows is one character that no text has.</summary>
internal static partial class TemplateText
{
    public const char Hole = '\uFFFC';

    /// <summary>A text, a number or an intrinsic function; null for anything else.</summary>
    public static string? Of(JsonNode? node) => node switch
    {
        JsonValue value => value.ToString(),
        JsonObject { Count: 1 } intrinsic => OfIntrinsic(intrinsic.First()),
        _ => null,
    };

    /// <summary>A text, or a list of them.</summary>
    public static List<string> ListOf(JsonNode? node) => [.. (node as JsonArray ?? [node?.DeepClone()]).Select(Of).OfType<string>()];

    private static string? OfIntrinsic(KeyValuePair<string, JsonNode?> intrinsic) => intrinsic.Key switch
    {
        "Fn::Join" => string.Join((string?)intrinsic.Value![0], intrinsic.Value[1]!.AsArray().Select(Of)),
        "Fn::Sub" => Substitution().Replace(Of(intrinsic.Value is JsonArray given ? given[0] : intrinsic.Value) ?? "", $"{Hole}"),
        "Ref" or ['F', 'n', ':', ':', ..] => $"{Hole}",
        _ => null,
    };

    [GeneratedRegex(@"\$\{[^!}]+\}")]
    private static partial Regex Substitution();
}
