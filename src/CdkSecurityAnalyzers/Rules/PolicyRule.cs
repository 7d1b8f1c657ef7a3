using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about single statements of policies.</summary>
internal abstract class PolicyRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var statement in model.Policies(cancellationToken).Statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(statement, findings);
        }
    }

    protected abstract void Check(PolicyStatement statement, FindingSink findings);
}
