using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>A resource of one of the templates of an app.</summary>
/// <param name="Template">The number of the template.</param>
internal sealed record AppResource(int Template, string Id, JsonNode Node)
{
    public JsonNode Properties => Node[nameof(Properties)] ?? new JsonObject();

    /// <summary>What tells it from all other resources of the app.</summary>
    public string Key => $"{Template}/{Id}";
}

/// <summary>Follows the references of an app's templates, those between stacks included.</summary>
internal sealed class TemplateReferences(ImmutableArray<JsonNode> templates)
{
    public IEnumerable<AppResource> OfType(string type) =>
        from index in Enumerable.Range(0, templates.Length)
        from resource in templates[index]["Resources"]?.AsObject() ?? []
        where (string?)resource.Value!["Type"] == type
        select new AppResource(index, resource.Key, resource.Value);

    /// <summary>The policies of a template as they are read everywhere.</summary>
    public PolicyTemplate PoliciesOf(AppResource resource) => new(templates[resource.Template]);

    /// <summary>The resource that a value refers to; null when it refers to none of the app.</summary>
    public AppResource? Target(JsonNode? value, int template)
    {
        if (value is not JsonObject { Count: 1 } intrinsic)
        {
            return null;
        }

        var (name, argument) = intrinsic.First();
        switch (name)
        {
            case "Ref" or "Fn::GetAtt":
                var id = argument is JsonArray path ? path[0]!.ToString() : argument!.ToString();
                return templates[template]["Resources"]?[id] is { } node ? new AppResource(template, id, node) : null;
            case "Fn::ImportValue":
                for (var index = 0; index < templates.Length; index++)
                {
                    foreach (var (_, output) in templates[index]["Outputs"]?.AsObject() ?? [])
                    {
                        if (TemplateText.Of(output!["Export"]?["Name"]) is { } export && export == TemplateText.Of(argument))
                        {
                            return Target(output["Value"], index);
                        }
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>What tells a bucket or repository from others that is referred to or named; null when the value is nothing of the kind.</summary>
    /// <param name="kind">What a name is the name of: <c>bucket</c>, <c>ecr</c>, <c>codecommit</c>.</param>
    public string? NamedResource(JsonNode? value, int template, string kind) =>
        Target(value, template)?.Key ?? (value is JsonValue name ? $"{kind} {name}" : null);

    /// <summary>A text in which every reference is told from all others; what is not there is left out.</summary>
    public string Canonical(JsonNode? value, int template) =>
        value switch
        {
            JsonObject { Count: 1 } intrinsic when intrinsic.First() is { Key: "Fn::Join" } join =>
                string.Join((string?)join.Value![0], join.Value[1]!.AsArray().Select(part => Canonical(part, template)).Where(part => part.Length > 0)),
            JsonObject { Count: 1 } reference when reference.First() is { Key: "Ref", Value: { } name } && name.ToString() == "AWS::NoValue" => "",
            JsonObject => Target(value, template) is { } target ? $"<{target.Key}>" : value.ToJsonString(),
            null => "",
            _ => value.ToString(),
        };
}
