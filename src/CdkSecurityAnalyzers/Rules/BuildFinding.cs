using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about what contains a build have in common.</summary>
/// <param name="build">The build; null for one of a project that the root is given, of which others decide what becomes of it.</param>
internal sealed class BuildFinding(ContainedBuild? build) : FindingDraft<BuildFinding>
{
    private Site site = build?.Project.ConstructSite ?? default;
    private bool isOfOthers = build is null || build.IsOfOthers;

    /// <summary>Whose code the build runs, as the subject of a sentence about several: <c>Pull requests from any sender</c>.</summary>
    public static string Senders(ContainedBuild build) =>
        build.Exposure switch
        {
            { Gate: FilterType.Actor } => "Pull requests that pass the actor filter",
            { Gate: BuildExposure.Approval } => "Pull requests that somebody approved",
            _ when build.Project.Webhook.Groups.IsEmpty => "Pushes and pull requests from any sender",
            _ => "Pull requests from any sender",
        };

    /// <summary>A trusted project or a pipeline, as a part of a sentence: <c>the trusted project 'Release'</c>.</summary>
    public static string NameOf(TrustedUse trusted)
    {
        var kind = trusted.IsPipeline ? "pipeline" : "trusted project";
        return trusted.Construction.Argument("id")?.Value is ConstantValue { Content: string id } ? $"the {kind} '{id}'" : $"a {kind}";
    }

    /// <summary>Puts the finding on a value; without one it stands on the creation of the project.</summary>
    public BuildFinding On(TemplateNode value) =>
        value switch
        {
            TemplateScalar scalar => On(scalar.Written, scalar.Spelling),
            TemplateUnknown unknown => On(unknown.Written, unknown.Spelling),
            _ => On(value.Site, value.Spelling),
        };

    /// <inheritdoc cref="On(TemplateNode)"/>
    public BuildFinding On(Binding written, Spelling spelling)
    {
        site = written.Site;
        return SpelledAs(spelling).BornAt(written);
    }

    /// <inheritdoc cref="On(TemplateNode)"/>
    public BuildFinding On(Site place, Spelling spelling)
    {
        site = place;
        return SpelledAs(spelling);
    }

    /// <summary>Adds the trusted project or pipeline that shares something with the build.</summary>
    public BuildFinding SharedWith(TrustJoin join)
    {
        isOfOthers |= join.IsOfOthers;
        return At(join.Other);
    }

    /// <summary>Says that the finding rests on the role having no boundary, which others may give it.</summary>
    public BuildFinding Unbounded()
    {
        isOfOthers |= build?.Boundary.IsOfOthers == true;
        return With(FindingProperties.HasOwnRole, build?.Role?.Origin == BuildRoleOrigin.Own ? bool.TrueString : null);
    }

    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments)
    {
        At(build?.Exposure.Site);
        At(build?.Project.ConstructSite, FindingProperties.Construct);
        return Complete(descriptor, site, isOfOthers, messageArguments);
    }
}
