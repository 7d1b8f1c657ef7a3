using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>The settings of a project that matter whoever starts its builds.</summary>
internal sealed class BuildSettings
{
    /// <summary>What makes its results and logs public; null when nothing does.</summary>
    public TemplateScalar? Publication { get; init; }

    /// <summary>What switches off the verification of a source's certificate.</summary>
    public ImmutableArray<TemplateScalar> UnverifiedSources { get; init; } = [];

    /// <summary>The build image where it has a name that the program gives; null for others, such as the curated images.</summary>
    public BuildImageName? Image { get; init; }

    /// <summary>What a method writes into a project that it is given.</summary>
    public static BuildSettings OfGiven(TemplateObject properties, World world)
    {
        ImmutableArray<TemplateScalar>.Builder? unverified = null;
        AddUnverified((properties["Source"] as TemplateObject)?["InsecureSsl"], ref unverified);
        AddUnverifiedOf(properties["SecondarySources"], ref unverified);
        return new BuildSettings
        {
            Publication = PublicationOf(properties["Visibility"]),
            UnverifiedSources = unverified?.ToImmutable() ?? [],
            Image = ImageOf((properties["Environment"] as TemplateObject)?["Image"], world),
        };
    }

    /// <param name="visibility">The property of the resource.</param>
    public static TemplateScalar? PublicationOf(TemplateNode? visibility) =>
        visibility is TemplateScalar { Text: "PUBLIC_READ" } scalar ? scalar : null;

    /// <summary>Adds the switch of one source, where it is on.</summary>
    public static void AddUnverified(TemplateNode? node, ref ImmutableArray<TemplateScalar>.Builder? found)
    {
        if (node is TemplateScalar { Truth: true } unverified)
        {
            (found ??= ImmutableArray.CreateBuilder<TemplateScalar>()).Add(unverified);
        }
    }

    /// <summary>Adds those of a list of sources.</summary>
    public static void AddUnverifiedOf(TemplateNode? sources, ref ImmutableArray<TemplateScalar>.Builder? found)
    {
        if (sources is TemplateList list)
        {
            foreach (var source in list.Elements)
            {
                AddUnverified((source as TemplateObject)?["InsecureSsl"], ref found);
            }
        }
    }

    /// <summary>The image's name where the program gives it: in L1, and to <c>FromDockerRegistry</c>.</summary>
    public static BuildImageName? ImageOf(TemplateNode? node, World world)
    {
        switch (node)
        {
            case TemplateScalar { Text: { } text } when text.StartsWith(BuildImageName.Curated, StringComparison.Ordinal):
                return null;
            case TemplateScalar scalar:
                return new BuildImageName(scalar.Rendered, scalar.Written, scalar.Spelling);
            case TemplateUnknown { Written.Value: CallValue { Method.Name: "FromDockerRegistry" } call }
                when call.Argument("name") is { } given:
                var name = world.Resolve(given);
                return new BuildImageName(name.Value, name, node.Spelling);
            default:
                return null;
        }
    }
}
