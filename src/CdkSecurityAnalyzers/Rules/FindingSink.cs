using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Takes the findings of the rules for one root; the same cause found in several worlds counts once.</summary>
internal sealed class FindingSink
{
    private readonly Dictionary<(string Id, Microsoft.CodeAnalysis.SyntaxNode Place, Evaluation.Frame Frame), Finding> findings = [];

    public IReadOnlyCollection<Finding> Findings => findings.Values;

    /// <summary>Adds a finding unless the same rule has reported the same place already.</summary>
    public void Report(Finding finding)
    {
        var key = (finding.Descriptor.Id, finding.Site.Operation.Syntax, finding.Site.Frame);
        if (!findings.ContainsKey(key))
        {
            findings.Add(key, finding);
        }
    }
}
