using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Finds, in the properties of a template's resource, the texts that others can see.</summary>
/// <param name="values">Looks into what is no template yet.</param>
internal sealed class TemplateExposures(ExposureWalk values)
{
    /// <summary>Types of sign-in whose token is the ARN of a connection or of a secret (AWS::CodeBuild::SourceCredential).</summary>
    private static readonly string[] StoredElsewhere = ["CODECONNECTIONS", "SECRETS_MANAGER"];

    private const int DepthLimit = 16;

    public void Read(TemplateNode? properties) => Read(properties, name: null, DepthLimit);

    /// <summary>The credential of <c>AWS::CodeBuild::SourceCredential</c>.</summary>
    public void ReadSourceCredential(TemplateObject properties)
    {
        if (properties["Token"] is { } token && !IsStoredElsewhere(properties["AuthType"]))
        {
            var server = (properties["ServerType"] as TemplateScalar)?.Text;
            AddCredential(token, "Token", SecretIds.OfServer(server), properties.Site);
        }
    }

    /// <summary>A credential among the properties of another resource.</summary>
    /// <param name="id">The id of the construct, which says what the value is where nothing else does.</param>
    public void ReadKept(KeptCredential kept, TemplateObject properties, string? id)
    {
        if (kept.In(properties) is { } node)
        {
            var name = kept.NamedBy is { } property ? values.NameIn(properties[property]) ?? id : kept.Path.Last();
            Add(kept.Kind, node, name, properties.Site, isPlain: null, secretId: null);
        }
    }

    /// <summary>An unknown kind may be one of those.</summary>
    private static bool IsStoredElsewhere(TemplateNode? authType) =>
        authType is not null && (authType as TemplateScalar)?.Text is var text && (text is null || StoredElsewhere.Contains(text));

    private void Read(TemplateNode? node, string? name, int depth)
    {
        if (depth == 0)
        {
            return;
        }

        switch (node)
        {
            case TemplateObject known:
                foreach (var member in known.Members.All)
                {
                    ReadMember(member.Key, member.Value, known, depth - 1);
                }

                break;
            case TemplateList list:
                foreach (var element in list.Elements)
                {
                    Read(element, name, depth - 1);
                }

                break;
            case TemplateUnknown unknown:
                values.Visit(unknown.Written, name);
                break;
        }
    }

    private void ReadMember(string name, TemplateNode node, TemplateObject owner, int depth)
    {
        switch (name)
        {
            case "EnvironmentVariables" when node is TemplateList list:
                foreach (var variable in list.Elements)
                {
                    ReadVariable(variable, depth);
                }

                break;

            // Of an action of a pipeline: in JSON.
            case "EnvironmentVariables" when node is TemplateScalar or TemplateUnknown { Written.Value: TextValue }:
                if (Written(node) is { } json)
                {
                    values.AddVariables(new Exposure(ExposureKind.Variable, json.Site) { Written = json, Spelling = node.Spelling });
                }

                break;
            case "BuildSpec" when node is TemplateScalar or TemplateUnknown { Written.Value: TextValue }:
                Add(ExposureKind.BuildSpec, node, name: null, owner.Site, isPlain: null, isDocument: true);
                break;
            case "Commands" when node is TemplateList commands && owner.Members["ActionTypeId"] is not null:
                foreach (var command in commands.Elements)
                {
                    Add(ExposureKind.BuildSpec, command, name: null, owner.Site, isPlain: null);
                }

                break;
            case "Location" or "HttpsCloneUrl" when node is TemplateScalar:
                Add(ExposureKind.SourceUrl, node, name: null, owner.Site, isPlain: null);
                break;
            case "OAuthToken" or "SecretToken":
                AddCredential(node, name, SecretIds.OfServer("GITHUB"), owner.Site);
                break;
            case "Description":
                Add(ExposureKind.Display, node, name, owner.Site, isPlain: null);
                break;
            case "Tags" when node is TemplateList tags:
                foreach (var tag in tags.Elements.OfType<TemplateObject>())
                {
                    Add(ExposureKind.Display, tag["Value"] ?? tag["value"], (tag["Key"] as TemplateScalar)?.Text, tag.Site, isPlain: null);
                }

                break;
            default:
                Read(node, name, depth);
                break;
        }
    }

    private void ReadVariable(TemplateNode node, int depth)
    {
        if (node is not TemplateObject variable)
        {
            Read(node, name: null, depth);
            return;
        }

        var type = variable["Type"] ?? variable["type"];
        Add(
            ExposureKind.Variable,
            variable["Value"] ?? variable["value"],
            ((variable["Name"] ?? variable["name"]) as TemplateScalar)?.Text,
            variable.Site,
            TemplateNode.IsAbsent(type) ? true
                : (type as TemplateScalar)?.Text is { } text ? text == "PLAINTEXT"
                : null
        );
    }

    private void AddCredential(TemplateNode node, string name, string secretId, Site owner) =>
        Add(ExposureKind.Credential, node, name, owner, isPlain: null, secretId: secretId);

    private void Add(
        ExposureKind kind,
        TemplateNode? node,
        string? name,
        Site owner,
        bool? isPlain,
        bool isDocument = false,
        string? secretId = null
    )
    {
        if (Written(node) is { } written)
        {
            values.Add(
                new Exposure(kind, written.Site)
                {
                    Name = name,
                    Written = written,
                    IsPlain = isPlain,
                    IsDocument = isDocument,
                    Spelling = node!.Spelling,
                    Owner = owner,
                    SecretId = secretId,
                }
            );
        }
    }

    private static Binding? Written(TemplateNode? node) =>
        node switch
        {
            TemplateScalar scalar => scalar.Written,
            TemplateUnknown unknown => unknown.Written,
            _ => null,
        };
}
