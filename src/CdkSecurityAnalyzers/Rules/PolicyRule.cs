using System;
using System.Collections.Immutable;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule that judges one kind of what a root says about permissions, one by one.</summary>
/// <param name="subjects">What it judges.</param>
internal abstract class PolicyRule<TSubject>(DiagnosticDescriptor descriptor, Func<PolicyModel, ImmutableArray<TSubject>> subjects)
    : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var subject in subjects(model.Policies(cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(subject, findings);
        }
    }

    protected abstract void Check(TSubject subject, FindingSink findings);
}

/// <summary>A rule about single statements of policies.</summary>
internal abstract class PolicyRule(DiagnosticDescriptor descriptor)
    : PolicyRule<PolicyStatement>(descriptor, static model => model.Statements);

/// <summary>A rule about everything that one role, user or group may do.</summary>
internal abstract class IdentityRule(DiagnosticDescriptor descriptor)
    : PolicyRule<PolicyIdentity>(descriptor, static model => model.Identities);
