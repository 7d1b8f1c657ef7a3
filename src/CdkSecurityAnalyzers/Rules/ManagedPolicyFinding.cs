using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts of a finding about an attached managed policy.</summary>
internal sealed class ManagedPolicyFinding(AttachedManagedPolicy attached) : FindingDraft<ManagedPolicyFinding>
{
    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments)
    {
        SpelledAs(attached.Name.Spelling).BornAt(attached.Name.Written).At(attached.Construct, FindingProperties.Construct);
        return Complete(descriptor, attached.Name.Site, attached.IsLeaving || attached.IsOfCaller, messageArguments);
    }
}
