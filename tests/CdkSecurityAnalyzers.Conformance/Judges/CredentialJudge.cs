using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Searches a template for a secret that the program holds, and for references to one where they are shown. It knows nothing of tokens: the secret is the one that
/// all programs here have.
/// </summary>
internal static class CredentialJudge
{
    /// <summary>What the programs hold: no token by its format.</summary>
    public const string Planted = "hunter2-and-more";

    /// <summary>The names of variables and parameters that say they hold a secret.</summary>
    private static readonly string[] SecretNames = ["A_TOKEN", "DB_PASSWORD", "GitHubToken"];

    private static readonly string[] StoredElsewhere = ["CODECONNECTIONS", "SECRETS_MANAGER"];

    /// <summary>The rules that can be judged by a template.</summary>
    public static readonly ImmutableHashSet<string> Judged =
        ["CDKSEC301", "CDKSEC302", "CDKSEC304", "CDKSEC305", "CDKSEC306", "CDKSEC307"];

    /// <summary>The rules that a template violates.</summary>
    public static ImmutableSortedSet<string> Violations(JsonNode template)
    {
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (_, resource) in template["Resources"]?.AsObject() ?? [])
        {
            var properties = resource!["Properties"];
            if ((string?)resource["Type"] == "AWS::CodeBuild::SourceCredential")
            {
                Add(found, "CDKSEC301", Holds(properties!["Token"]) && !StoredElsewhere.Contains(Text(properties["AuthType"])));
            }

            Judge(properties, found);
        }

        foreach (var (name, parameter) in template["Parameters"]?.AsObject() ?? [])
        {
            var isHidden = (bool?)parameter!["NoEcho"] == true;
            Add(found, "CDKSEC307", SecretNames.Contains(name) && (!isHidden || parameter["Default"] is not null));
            Add(found, "CDKSEC307", isHidden && parameter["Default"] is not null);
        }

        foreach (var (_, output) in template["Outputs"]?.AsObject() ?? [])
        {
            Add(found, "CDKSEC305", IsReference(output));
        }

        return found.ToImmutable();
    }

    private static void Judge(JsonNode? node, ISet<string> found)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var element in list)
                {
                    Judge(element, found);
                }

                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    JudgeMember(name, value, found);
                    Judge(value, found);
                }

                break;
        }
    }

    private static void JudgeMember(string name, JsonNode? value, ISet<string> found)
    {
        switch (name)
        {
            case "EnvironmentVariables" when value is JsonArray variables:
                foreach (var variable in variables)
                {
                    JudgeVariable(variable!, found);
                }

                break;

            // An action of a pipeline has them in JSON.
            case "EnvironmentVariables":
                foreach (var variable in JsonNode.Parse(Text(value)!)!.AsArray())
                {
                    JudgeVariable(variable!, found);
                }

                break;
            case "DefinitionString":
                Add(found, "CDKSEC302", Holds(value));
                break;
            case "BuildSpec":
                Add(found, "CDKSEC306", HasUrl(value));
                Add(found, "CDKSEC304", Holds(value) && !HasUrl(value));
                Add(found, "CDKSEC305", IsReference(value));
                break;
            case "Location":
                Add(found, "CDKSEC306", HasUrl(value));
                break;
            case "OAuthToken" or "SecretToken" or "Password" or "SecretString":
                Add(found, "CDKSEC301", Holds(value));
                break;
            case "Tags" or "Description":
                Add(found, "CDKSEC305", IsReference(value));
                break;
        }
    }

    private static void JudgeVariable(JsonNode variable, ISet<string> found)
    {
        var value = variable["Value"] ?? variable["value"];
        if ((Text(variable["Type"] ?? variable["type"]) ?? "PLAINTEXT") == "PLAINTEXT")
        {
            Add(found, "CDKSEC306", HasUrl(value));
            Add(found, "CDKSEC302", Holds(value) && !HasUrl(value) && SecretNames.Contains(Text(variable["Name"] ?? variable["name"])));
            Add(found, "CDKSEC305", IsReference(value));
        }
    }

    private static bool HasUrl(JsonNode? node) => node?.ToJsonString().Contains($":{Planted}@", StringComparison.Ordinal) == true;

    private static bool Holds(JsonNode? node) => node?.ToJsonString().Contains(Planted, StringComparison.Ordinal) == true;

    private static bool IsReference(JsonNode? node) => node?.ToJsonString().Contains("{{resolve:secretsmanager:", StringComparison.Ordinal) == true;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static void Add(ISet<string> found, string rule, bool isViolated)
    {
        if (isViolated)
        {
            found.Add(rule);
        }
    }
}
