using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Searches a template for secrets that the program holds, and for references to one where they are shown. It knows the secrets that all programs here have, and
/// no other ones.
/// </summary>
internal sealed partial class CredentialJudge
{
    /// <summary>What the programs hold: no token by its format. In generated programs a number follows.</summary>
    public const string Planted = "hunter2-and-more";

    private static readonly string[] StoredElsewhere = ["CODECONNECTIONS", "SECRETS_MANAGER"];

    /// <summary>The rules that can be judged by a template.</summary>
    public static readonly ImmutableHashSet<string> Judged =
        ["CDKSEC301", "CDKSEC302", "CDKSEC304", "CDKSEC305", "CDKSEC306", "CDKSEC307"];

    private readonly List<Violation> found = [];
    private string construct = "";

    private CredentialJudge()
    {
    }

    /// <summary>What a template shows: the places are the name of the variable, where there is one, and the id of the construct.</summary>
    public static IEnumerable<Violation> Violations(JsonNode template)
    {
        var judge = new CredentialJudge();
        judge.JudgeTemplate(template);
        return judge.found;
    }

    /// <summary>Whether variables are lists, as CloudFormation takes them: an override of an element that is not there makes something else.</summary>
    public static bool IsWellFormed(JsonNode template) => IsWellFormed(template["Resources"], "");

    private static bool IsWellFormed(JsonNode? node, string name) =>
        node switch
        {
            JsonObject members => name != "EnvironmentVariables" && members.All(member => IsWellFormed(member.Value, member.Key)),
            JsonArray list => list.All(element => IsWellFormed(element, "")),
            _ => true,
        };

    /// <summary>The ids of everything that may show a secret.</summary>
    public static IEnumerable<string> Constructs(JsonNode template) =>
        from section in new[] { "Resources", "Parameters", "Outputs" }
        from member in template[section]?.AsObject() ?? []
        select LogicalId.Readable(member.Key);

    private void JudgeTemplate(JsonNode template)
    {
        foreach (var (id, resource) in template["Resources"]?.AsObject() ?? [])
        {
            construct = LogicalId.Readable(id);
            var properties = resource!["Properties"];
            if ((string?)resource["Type"] == "AWS::CodeBuild::SourceCredential" && !StoredElsewhere.Contains(TemplateText.Of(properties!["AuthType"])))
            {
                JudgeCredential(properties["Token"]);
            }

            if ((string?)resource["Type"] == "AWS::SSM::Parameter")
            {
                JudgeParameter(properties!);
            }

            Judge(properties);
        }

        foreach (var (id, parameter) in template["Parameters"]?.AsObject() ?? [])
        {
            construct = LogicalId.Readable(id);
            var name = ParameterName().Match(construct).Value;
            var (isHidden, hasDefault) = ((bool?)parameter!["NoEcho"] == true, parameter["Default"] is not null);
            if ((IsSecret(name) && !isHidden) || ((IsSecret(name) || isHidden) && hasDefault))
            {
                Add("CDKSEC307", name, name);
            }
        }

        foreach (var (id, output) in template["Outputs"]?.AsObject() ?? [])
        {
            construct = LogicalId.Readable(id);
            JudgeShown(output!["Value"]);
            JudgeShown(output["Description"]);
        }
    }

    private void Judge(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var element in list)
                {
                    Judge(element);
                }

                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    JudgeMember(name, value);
                    Judge(value);
                }

                break;
        }
    }

    private void JudgeMember(string name, JsonNode? value)
    {
        switch (name)
        {
            case "EnvironmentVariables" or "EnvironmentVariablesOverride" when value is JsonArray variables:
                JudgeVariables(variables);
                break;

            // An action of a pipeline has them in JSON.
            case "EnvironmentVariables":
                JudgeVariables(Json(value)?.AsArray() ?? []);
                break;
            case "DefinitionString":
                Judge(Json(value));
                break;
            case "BuildSpec":
                JudgeBuildSpec(TemplateText.Of(value) ?? "");
                break;
            case "Location":
                JudgeUrl(value);
                break;
            case "OAuthToken" or "OauthToken" or "AccessToken" or "RepositoryAccessToken" or "SecretToken" or "Password" or "SecretString":
                JudgeCredential(value);
                break;
            case "Tags" or "Description":
                JudgeShown(value);
                break;
        }
    }

    /// <summary>A parameter of the Parameter Store is read by everybody who may read parameters.</summary>
    private void JudgeParameter(JsonNode properties)
    {
        if (TemplateText.Of(properties["Name"])?.EndsWith("/github-token", StringComparison.Ordinal) == true)
        {
            JudgeCredential(properties["Value"]);
        }

        JudgeShown(properties["Value"]);
    }

    private void JudgeVariables(JsonArray variables)
    {
        foreach (var variable in variables.OfType<JsonObject>())
        {
            var isPlain = (TemplateText.Of(variable["Type"] ?? variable["type"]) ?? "PLAINTEXT") == "PLAINTEXT";
            JudgeText(TemplateText.Of(variable["Value"] ?? variable["value"]), TemplateText.Of(variable["Name"] ?? variable["name"]), "CDKSEC302", isPlain);
        }
    }

    /// <summary>JSON and YAML alike: a name with a value is one line, or begins after a brace or comma. The rest is commands.</summary>
    private void JudgeBuildSpec(string text)
    {
        var (section, rest) = ("", text.ToCharArray());
        foreach (Match entry in BuildSpecEntry().Matches(text))
        {
            var (name, value) = (entry.Groups["name"].Value, entry.Groups["value"]);
            section = value.Value.Trim() is "" or "{" ? name : section;
            JudgeText(value.Value, name, "CDKSEC304", isPlain: section == "variables");
            rest.AsSpan(value.Index, value.Length).Fill(' ');
        }

        JudgeText(new string(rest), name: null, "CDKSEC304", isPlain: false);
    }

    /// <param name="rule">The rule about secrets at such places.</param>
    /// <param name="isPlain">Whether the value is what the name says, and not the name of it.</param>
    private void JudgeText(string? text, string? name, string rule, bool isPlain)
    {
        foreach (Match secret in Secret().Matches(text ?? ""))
        {
            var isUrl = text![..secret.Index].EndsWith(':') && text[(secret.Index + secret.Length)..].StartsWith('@');
            if (isUrl || (isPlain && name is not null && IsSecret(name)))
            {
                Add(isUrl ? "CDKSEC306" : rule, secret.Value, name);
            }
        }

        foreach (Match token in Token().Matches(text ?? ""))
        {
            Add(rule, token.Value, name);
        }

        // What is put into a buildspec is shown wherever it stands.
        foreach (Match reference in Reference().Matches(isPlain || rule == "CDKSEC304" ? text ?? "" : ""))
        {
            Add("CDKSEC305", reference.Value, name);
        }
    }

    private void JudgeUrl(JsonNode? node)
    {
        foreach (Match secret in Secret().Matches(node?.ToJsonString() ?? ""))
        {
            Add("CDKSEC306", secret.Value);
        }
    }

    private void JudgeCredential(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "";
        foreach (var secret in Secret().Matches(text).Concat(Token().Matches(text)))
        {
            Add("CDKSEC301", secret.Value);
        }
    }

    private void JudgeShown(JsonNode? node)
    {
        foreach (Match reference in Reference().Matches(node?.ToJsonString() ?? ""))
        {
            Add("CDKSEC305", reference.Value);
        }
    }

    private void Add(string rule, string cause, string? name = null) =>
        found.Add(new Violation(rule, name is null ? [construct] : [name, construct], cause));

    private static JsonNode? Json(JsonNode? node) => TemplateText.Of(node) is { } text ? JsonNode.Parse(text) : null;

    /// <summary>Whether a name says secret: of a variable, of a parameter.</summary>
    private static bool IsSecret(string name) => SecretName().IsMatch(name);

    [GeneratedRegex("^(A_TOKEN|DB_PASSWORD|GitHubToken)(_?[0-9]+)?$")]
    private static partial Regex SecretName();

    /// <summary>What stands behind the names of the constructs that a parameter is made in.</summary>
    [GeneratedRegex("(GitHubToken|TokenUrl)?[0-9]*$")]
    private static partial Regex ParameterName();

    // Where the generated programs take a text apart, a number in it may be another one.
    [GeneratedRegex("hunter[0-9]+-and-more(-[0-9]+)?")]
    private static partial Regex Secret();

    [GeneratedRegex("(?<![0-9A-Za-z_])gh[p]_[0-9A-Za-z]{36}(?![0-9A-Za-z_])")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{\{resolve:(secretsmanager|ssm-secure):[^}]*\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"""?(?<name>[A-Za-z_][A-Za-z0-9_-]*)""?:[ ]*(?<value>(""(\\.|[^""\\])*"")|\{(?!\{)|[^\n,{}\[\]""]*(\{\{[^}]*\}\})?[^\n,{}\[\]""]*)")]
    private static partial Regex BuildSpecEntry();
}
