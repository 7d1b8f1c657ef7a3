using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>
/// A property of a resource that is a credential as a whole, or keeps one (AWS CloudFormation template reference). What names like <c>Token</c> mean differs from
/// service to service, so each is listed.
/// </summary>
internal sealed class KeptCredential
{
    private static readonly ImmutableArray<KeptCredential> All =
    [
        new("AWS::SecretsManager::Secret", CdkTypes.CfnSecret, ExposureKind.StoredSecret, "SecretString"),
        new("AWS::SSM::Parameter", CdkTypes.CfnStoredParameter, ExposureKind.StoredParameter, "Value") { NamedBy = "Name" },
        new("AWS::IAM::User", CdkTypes.CfnUser, ExposureKind.Credential, "LoginProfile", "Password"),
        new("AWS::Amplify::App", CdkTypes.CfnWebApp, ExposureKind.Credential, "OauthToken"),
        new("AWS::Amplify::App", CdkTypes.CfnWebApp, ExposureKind.Credential, "AccessToken"),
        new("AWS::CodeStar::GitHubRepository", CdkTypes.CfnGitHubRepository, ExposureKind.Credential, "RepositoryAccessToken"),
        new(
            "AWS::InspectorV2::CodeSecurityIntegration",
            CdkTypes.CfnCodeSecurityIntegration,
            ExposureKind.Credential,
            "CreateIntegrationDetails",
            "GitlabSelfManaged",
            "AccessToken"
        ),
        new(
            "AWS::SecurityAgent::Integration",
            CdkTypes.CfnAgentIntegration,
            ExposureKind.Credential,
            "ProviderInput",
            "Gitlab",
            "AccessToken"
        ),
    ];

    private readonly string resource;
    private readonly CdkTypeName resourceClass;

    private KeptCredential(string resource, CdkTypeName resourceClass, ExposureKind kind, params string[] path) =>
        (this.resource, this.resourceClass, Kind, Path) = (resource, resourceClass, kind, [.. path]);

    public ExposureKind Kind { get; }

    /// <summary>The names that lead to it from the properties of the resource.</summary>
    public ImmutableArray<string> Path { get; }

    /// <summary>The property that says what the value is; null where the property itself does.</summary>
    public string? NamedBy { get; private init; }

    /// <summary>The properties of the resource that have to be read to know it.</summary>
    public IEnumerable<string> Properties => NamedBy is null ? [Path[0]] : [Path[0], NamedBy];

    /// <summary>Those of a resource.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="resourceType">Its type in the template, where the program gives it: of a <c>CfnResource</c>.</param>
    public static ImmutableArray<KeptCredential> Of(ITypeSymbol type, string? resourceType) =>
        [.. All.Where(kept => resourceType is null ? kept.resourceClass.IsBaseOf(type) : kept.resource == resourceType)];

    /// <summary>What is at the end of the path; null when there is nothing.</summary>
    public TemplateNode? In(TemplateObject properties)
    {
        TemplateNode? node = properties;
        foreach (var name in Path)
        {
            node = (node as TemplateObject)?.Members[name];
        }

        return node;
    }
}
