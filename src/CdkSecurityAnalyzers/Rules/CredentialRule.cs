using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Credentials;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about texts that others can see, each by itself.</summary>
internal abstract class CredentialRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var exposure in model.Exposures(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Check(exposure) is { } finding)
            {
                findings.Report(finding);
            }
        }
    }

    /// <summary>The finding; null when what is shown is no secret, or when another rule reports it.</summary>
    protected abstract Finding? Check(Exposure exposure);
}
