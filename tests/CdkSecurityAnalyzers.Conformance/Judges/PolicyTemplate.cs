using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// The statements of a template and who has them. What constructs of the CDK add by themselves is left out: only what the program writes is judged.
/// </summary>
internal sealed class PolicyTemplate
{
    private const string Iam = "AWS::IAM::";

    private static readonly string[] OfResources = ["PolicyDocument", "KeyPolicy", "ResourcePolicy", "RepositoryPolicyText", "Policy"];

    private readonly JsonObject resources;
    private readonly Dictionary<string, string> ownersOfRoles;
    private readonly Dictionary<string, List<TemplateStatement>> identities = [];

    public PolicyTemplate(JsonNode template)
    {
        resources = template["Resources"] as JsonObject ?? [];
        ownersOfRoles = OwnersOfRoles();
        foreach (var (id, resource) in resources)
        {
            Read(id, TypeOf(resource), resource!["Properties"] as JsonObject ?? []);
        }
    }

    public List<TemplateStatement> Statements { get; } = [];

    /// <summary>The statements that one role, user or group has together.</summary>
    public IEnumerable<IReadOnlyList<TemplateStatement>> Identities => identities.Values;

    /// <summary>The managed policies that are attached by an ARN that AWS gives them, and to whom.</summary>
    public List<(string Arn, string Place)> ManagedPolicies { get; } = [];

    /// <summary>The URL of the provider that a principal refers to.</summary>
    public string? UrlOfProvider(JsonNode? principal) =>
        principal is JsonObject { Count: 1 } intrinsic
        && (intrinsic["Ref"]?.ToString() ?? (intrinsic["Fn::GetAtt"] as JsonArray)?[0]?.ToString()) is { } id
        && resources[id]?["Properties"]?["Url"] is { } url
            ? TemplateText.Of(url)
            : null;

    /// <summary>What the roles belong to that constructs make for themselves.</summary>
    private Dictionary<string, string> OwnersOfRoles()
    {
        var owners = resources.Where(resource => TypeOf(resource.Value) != "AWS::IAM::Role").Select(resource => LogicalId.Readable(resource.Key)).ToHashSet();
        return new(
            from role in resources
            where TypeOf(role.Value) == "AWS::IAM::Role"
            let id = LogicalId.Readable(role.Key)
            from suffix in new[] { "ServiceRole", "Role" }
            where id.EndsWith(suffix, StringComparison.Ordinal) && owners.Contains(id[..^suffix.Length])
            select KeyValuePair.Create(role.Key, id[..^suffix.Length]));
    }

    private static string TypeOf(JsonNode? resource) => (string?)resource?["Type"] ?? "";

    private void Read(string id, string type, JsonObject properties)
    {
        if (id.StartsWith("CustomAWSCDK", StringComparison.Ordinal))
        {
            // Made for all stacks that need such a resource.
            return;
        }

        var place = PlaceOf(id);
        switch (type)
        {
            case "AWS::IAM::Role" or "AWS::IAM::User" or "AWS::IAM::Group":
                if (!ownersOfRoles.ContainsKey(id))
                {
                    Read(properties["AssumeRolePolicyDocument"], DocumentKind.Trust, [place], []);
                }

                foreach (var policy in properties["Policies"] as JsonArray ?? [])
                {
                    Read(policy!["PolicyDocument"], DocumentKind.Identity, [place], [id]);
                }

                ManagedPolicies.AddRange((properties["ManagedPolicyArns"] as JsonArray ?? []).Select(arn => (TemplateText.Of(arn) ?? "", place)));
                break;
            case ['A', 'W', 'S', ':', ':', 'I', 'A', 'M', ':', ':', ..]:
                var holders = HoldersOf(id, properties);
                if (holders.Count > 0 || !IsBoundary(id))
                {
                    ImmutableArray<string> places = [place, .. holders.Select(PlaceOf)];
                    Read(properties["PolicyDocument"], DocumentKind.Identity, place.EndsWith("DefaultPolicy", StringComparison.Ordinal) ? [.. places[1..], place] : places, holders.Count > 0 ? holders : [id]);
                }

                break;
            case "AWS::Organizations::Policy":
                break;
            default:
                foreach (var name in OfResources)
                {
                    Read(properties[name], DocumentKind.Resource, [place], []);
                }

                break;
        }
    }

    private string PlaceOf(string id) => ownersOfRoles.GetValueOrDefault(id) ?? LogicalId.Readable(id);

    /// <summary>The roles, users and groups that a policy is attached to, on either side.</summary>
    private List<string> HoldersOf(string policy, JsonObject properties) =>
    [
        .. new[] { "Roles", "Users", "Groups" }.SelectMany(list => properties[list] as JsonArray ?? [])
            .Concat([properties["RoleName"], properties["UserName"], properties["GroupName"]])
            .OfType<JsonNode>()
            .Select(holder => holder is JsonObject reference ? reference["Ref"]?.ToString() : TemplateText.Of(holder))
            .OfType<string>(),
        .. resources.Where(resource => TypeOf(resource.Value).StartsWith(Iam, StringComparison.Ordinal)
                && (resource.Value!["Properties"]?["ManagedPolicyArns"] as JsonArray ?? []).Any(arn => RefersTo(arn, policy)))
            .Select(holder => holder.Key),
    ];

    private bool IsBoundary(string policy) => resources.Any(resource => RefersTo(resource.Value?["Properties"]?["PermissionsBoundary"], policy));

    private static bool RefersTo(JsonNode? reference, string id) => reference is JsonObject intrinsic && (string?)intrinsic["Ref"] == id;

    private void Read(JsonNode? document, DocumentKind kind, ImmutableArray<string> places, IReadOnlyList<string> holders)
    {
        var written = (document as JsonObject)?["Statement"];
        foreach (var node in (written as JsonArray ?? [written?.DeepClone()]).OfType<JsonObject>().Where(node => !CdkStatements.Contains(node)))
        {
            var statement = new TemplateStatement(node, kind, places);
            Statements.Add(statement);
            foreach (var holder in holders)
            {
                (identities.TryGetValue(holder, out var known) ? known : identities[holder] = []).Add(statement);
            }
        }
    }
}
