using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about what contains the builds of a project, project by project.</summary>
internal abstract class BuildRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var build in model.Trust(cancellationToken).Builds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(build, findings);
        }
    }

    protected abstract void Check(ContainedBuild build, FindingSink findings);
}

/// <summary>A rule about builds that run code of pull requests; trusted ones and those of which that is not known are not its business.</summary>
internal abstract class ReachableBuildRule(DiagnosticDescriptor descriptor) : BuildRule(descriptor)
{
    protected sealed override void Check(ContainedBuild build, FindingSink findings)
    {
        if (build.Exposure.IsReachable)
        {
            CheckReachable(build, findings);
        }
    }

    protected abstract void CheckReachable(ContainedBuild build, FindingSink findings);
}
