using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about everything that one role, user or group may do.</summary>
internal abstract class IdentityRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var identity in model.Policies(cancellationToken).Identities)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(identity, findings);
        }
    }

    protected abstract void Check(PolicyIdentity identity, FindingSink findings);
}
