using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about what contains a build have in common.</summary>
internal sealed class BuildFinding(ContainedBuild build) : FindingDraft<BuildFinding>
{
    private Site site = build.Project.ConstructSite;

    /// <summary>Whose code the build runs, as the subject of a sentence about several: <c>Pull requests from any sender</c>.</summary>
    public static string Senders(ContainedBuild build) =>
        build.Exposure switch
        {
            { Gate: FilterType.Actor } => "Pull requests that pass the actor filter",
            { Gate: BuildExposure.Approval } => "Pull requests that somebody approved",
            _ when build.Project.Webhook.Groups.IsEmpty => "Pushes and pull requests from any sender",
            _ => "Pull requests from any sender",
        };

    /// <summary>Puts the finding on a value; without one it stands on the creation of the project.</summary>
    public BuildFinding On(TemplateScalar value) => On(value.Written, value.Spelling);

    /// <inheritdoc cref="On(TemplateScalar)"/>
    public BuildFinding On(Binding written, Spelling spelling)
    {
        site = written.Site;
        return SpelledAs(spelling).BornAt(written);
    }

    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments)
    {
        At(build.Exposure.Site);
        At(build.Project.ConstructSite, FindingProperties.Construct);
        return Complete(descriptor, site, build.IsOfOthers, messageArguments);
    }
}
