using System;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Identity providers, as trust policies name them: by an ARN that ends in the provider's host.</summary>
internal static class OidcProvider
{
    private const string Scheme = "https://";

    /// <summary>The ARN of a provider as far as it is known; the value itself when it is none.</summary>
    public static Value ArnOf(Value provider, World world, TokenText texts)
    {
        provider = world.Resolve(provider);
        if (
            provider is MemberValue
            {
                Member.Name: "OpenIdConnectProviderArn" or "OidcProviderArn" or "AttrArn" or "Ref",
                Receiver: { } owner
            }
        )
        {
            provider = world.Resolve(owner.Value);
        }

        switch (provider)
        {
            case CallValue { Method.Name: "FromOpenIdConnectProviderArn" or "FromOidcProviderArn" } imported
                when CdkTypes.IsOfIam(imported.Method.ContainingType):
                return texts.Render(imported.Arguments[imported.Arguments.Length - 1].Value);
            case ObjectValue made when CdkTypes.Construct.IsBaseOf(made.Type) && UrlOf(made, world) is { } url:
                var host = url.StartsWith(Scheme, StringComparison.Ordinal) ? url.Substring(Scheme.Length) : url;
                return new TextValue([TextPart.Of(made), TextPart.Text(":oidc-provider/" + host)], made.Origin);
            default:
                return provider;
        }
    }

    private static string? UrlOf(ObjectValue provider, World world) =>
        ObjectMembers.PropsOf(world, provider) is { } props && ObjectMembers.Read(world, props, "Url", out var url) == Presence.Present
            ? (url.Value as ConstantValue)?.Text
            : null;
}
