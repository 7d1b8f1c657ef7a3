using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The build image has no tag or digest, or the tag <c>latest</c>.</summary>
internal sealed class UnpinnedBuildImage() : BuildSettingRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnpinnedBuildImage,
        title: "Build image is not pinned",
        messageFormat: "'{0}' may be another image tomorrow: name it by its digest",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Whoever can push to the image's repository decides what runs around the build. A digest names one image for good; a version as tag at least "
            + "says which one was meant.",
        829
    );

    protected override void Check(BuildSettings settings, ContainedBuild? build, FindingSink findings)
    {
        if (
            settings.Image is { } image
            && (image.IsFloating || image.HasTag && findings.AsksFor(AlsoReported.FixedImageTags, image.Written.Site))
        )
        {
            findings.Report(new BuildFinding(build).On(image.Written, image.Spelling).Build(Definition, image.Shown));
        }
    }
}
