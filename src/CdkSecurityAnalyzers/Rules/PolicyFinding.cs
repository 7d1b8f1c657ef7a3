using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about policy statements have in common.</summary>
/// <param name="statement">The statement that is judged.</param>
internal sealed class PolicyFinding(PolicyStatement statement) : FindingDraft<PolicyFinding>
{
    private Site site = statement.Site;

    /// <summary>Puts the finding on a text of the statement.</summary>
    public PolicyFinding On(PolicyEntry entry)
    {
        site = entry.Site;
        return SpelledAs(entry.Spelling).BornAt(entry.Written);
    }

    /// <summary>Puts the finding on another place of the statement.</summary>
    public PolicyFinding On(Site place)
    {
        site = place;
        return SpelledAs(statement.Spelling);
    }

    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments)
    {
        At(statement.Site, FindingProperties.Statement);
        At(statement.Construct, FindingProperties.Construct);
        return Complete(descriptor, site, statement.IsLeaving || statement.IsOfCaller, messageArguments);
    }
}
