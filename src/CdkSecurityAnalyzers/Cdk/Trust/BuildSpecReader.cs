using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Tells where a buildspec comes from, and which secrets it asks for (<c>env.secrets-manager</c> and <c>env.parameter-store</c> in the user guide's
/// Build specification reference).
/// </summary>
internal sealed class BuildSpecReader(World world)
{
    private static readonly string[] SecretSections = ["secrets-manager", "parameter-store"];

    /// <param name="node">The property of the source; null when it is missing.</param>
    public static BuildSpecSource Read(TemplateNode? node) =>
        node switch
        {
            null or TemplateAbsence => new BuildSpecSource(BuildSpecOrigin.Repository, null, Spelling.Build),
            TemplateScalar scalar => new BuildSpecSource(OriginOf(scalar.Rendered), scalar.Written, scalar.Spelling),
            TemplateUnknown unknown => new BuildSpecSource(OriginOf(unknown.Written.Value), unknown.Written, unknown.Spelling),
            _ => default,
        };

    /// <summary>Adds the secrets of a buildspec that the template holds.</summary>
    public void AddSecrets(BuildSpecSource source, ImmutableArray<ReceivedSecret>.Builder secrets)
    {
        if (source is not { Origin: BuildSpecOrigin.Program, Written: { } written })
        {
            return;
        }

        switch (world.Resolve(written.Value))
        {
            case CallValue { Arguments.Length: > 0, Method.Name: "FromObject" or "FromObjectToYaml" } call:
                AddSecrets(call.Arguments[0].Binding, source.Spelling, secrets);
                break;
            case ConstantValue { Text: var text }:
                foreach (var variable in BuildSpecText.StoredVariables(text))
                {
                    secrets.Add(new ReceivedSecret(variable.Name, written, source.Spelling));
                }

                break;
        }
    }

    /// <summary>A text is a buildspec, the ARN of one in S3, or the path of one in the repository (API reference: ProjectSource).</summary>
    private static BuildSpecOrigin OriginOf(Value value) =>
        value switch
        {
            CallValue { Method: var method } when CdkTypes.BuildSpec.Is(method.ContainingType) => method.Name switch
            {
                "FromSourceFilename" => BuildSpecOrigin.Repository,
                "FromObject" or "FromObjectToYaml" or "FromAsset" => BuildSpecOrigin.Program,
                _ => BuildSpecOrigin.Unknown,
            },
            ConstantValue { Text: var text } => IsPath(text) ? BuildSpecOrigin.Repository : BuildSpecOrigin.Program,
            TextValue { Parts: var parts } => OriginOf(parts),
            _ => BuildSpecOrigin.Unknown,
        };

    private static BuildSpecOrigin OriginOf(ImmutableArray<TextPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.Known is { } known && !IsPath(known))
            {
                return BuildSpecOrigin.Program;
            }
        }

        return BuildSpecOrigin.Unknown;
    }

    private static bool IsPath(string text) => text.IndexOf(':') < 0 && text.IndexOf('\n') < 0;

    private void AddSecrets(Binding document, Spelling spelling, ImmutableArray<ReceivedSecret>.Builder secrets)
    {
        if (Entry(document, "env") is not { } environment)
        {
            return;
        }

        foreach (var section in SecretSections)
        {
            if (Entry(environment, section) is { Value: DictionaryValue dictionary })
            {
                foreach (var entry in world.Entries(dictionary).Entries)
                {
                    secrets.Add(new ReceivedSecret((world.Resolve(entry.Key.Value) as ConstantValue)?.Text, entry.Value, spelling));
                }
            }
        }
    }

    private Binding? Entry(Binding owner, string key)
    {
        if (world.Resolve(owner.Value) is DictionaryValue dictionary)
        {
            foreach (var entry in world.Entries(dictionary).Entries)
            {
                if (
                    world.Resolve(entry.Key.Value) is ConstantValue { Content: string known }
                    && string.Equals(known, key, StringComparison.Ordinal)
                )
                {
                    return world.Resolve(entry.Value);
                }
            }
        }

        return null;
    }
}
