using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>An L2 class that makes a resource with a <see cref="KeptCredential"/> of what its props say.</summary>
internal sealed class KeepingConstruct
{
    private static readonly ImmutableArray<KeepingConstruct> All =
    [
        new(
            CdkTypes.StoredSecret,
            "AWS::SecretsManager::Secret",
            ("SecretStringValue", "SecretString"),
            ("SecretStringBeta1", "SecretString")
        ),
        new(CdkTypes.StringParameter, "AWS::SSM::Parameter", ("StringValue", "Value"), ("ParameterName", "Name")),
    ];

    private readonly CdkTypeName construct;
    private readonly string resource;

    private KeepingConstruct(CdkTypeName construct, string resource, params (string Prop, string Property)[] renamed) =>
        (this.construct, this.resource, Renamed) = (construct, resource, renamed);

    /// <summary>The props, and the properties of the resource that they become.</summary>
    public IReadOnlyList<(string Prop, string Property)> Renamed { get; }

    public ImmutableArray<KeptCredential> Kept(ITypeSymbol type) => KeptCredential.Of(type, resource);

    /// <summary>What is known of a class; null when it is none of these.</summary>
    public static KeepingConstruct? Of(ITypeSymbol type) => All.FirstOrDefault(known => known.construct.Is(type));
}
