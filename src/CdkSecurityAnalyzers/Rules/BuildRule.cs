using System.Collections.Generic;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about what contains the builds of a project, project by project.</summary>
internal abstract class BuildRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        var trust = model.Trust(cancellationToken);
        foreach (var build in BuildsOf(trust))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(build, trust, findings);
        }
    }

    /// <summary>The builds that the rule is about.</summary>
    protected virtual IEnumerable<ContainedBuild> BuildsOf(TrustModel trust) => trust.Builds;

    protected abstract void Check(ContainedBuild build, TrustModel trust, FindingSink findings);
}

/// <summary>A rule about a setting that matters whoever starts the builds: also where a method writes it into a project that it is given.</summary>
internal abstract class BuildSettingRule(DiagnosticDescriptor descriptor) : BuildRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        base.Check(model, findings, cancellationToken);
        foreach (var given in model.GivenBuilds(cancellationToken))
        {
            Check(given, build: null, findings);
        }
    }

    protected sealed override void Check(ContainedBuild build, TrustModel trust, FindingSink findings) =>
        Check(build.Settings, build, findings);

    /// <param name="build">What is known of the project; null when the root is given it.</param>
    protected abstract void Check(BuildSettings settings, ContainedBuild? build, FindingSink findings);
}

/// <summary>A rule about builds that run code of pull requests; trusted ones and those of which that is not known are not its business.</summary>
internal abstract class ReachableBuildRule(DiagnosticDescriptor descriptor) : BuildRule(descriptor)
{
    protected sealed override void Check(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.Exposure.IsReachable)
        {
            CheckReachable(build, trust, findings);
        }
    }

    protected abstract void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings);
}

/// <summary>A rule about what builds of pull requests share with trusted ones.</summary>
internal abstract class TrustJoinRule(DiagnosticDescriptor descriptor, TrustJoinKind kind) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var join in model.Trust(cancellationToken).Joins)
        {
            if (join.Kind == kind)
            {
                findings.Report(
                    new BuildFinding(join.Reachable)
                        .On(join.Written.Site, join.Spelling)
                        .SharedWith(join)
                        .Build(Descriptor, BuildFinding.Senders(join.Reachable), BuildFinding.NameOf(join.Trusted))
                );
            }
        }
    }
}
