using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Takes the findings of the rules for one root; the same cause found in several worlds counts once.</summary>
internal sealed class FindingSink
{
    private readonly Dictionary<(string Id, SyntaxNode Place, Frame Frame, SyntaxNode? Origin), Finding> findings = [];

    public IReadOnlyCollection<Finding> Findings => findings.Values;

    /// <summary>Adds a finding unless the same rule has reported the same value at the same place already.</summary>
    public void Report(Finding finding)
    {
        var key = (finding.Descriptor.Id, finding.Site.Operation.Syntax, finding.Site.Frame, finding.Origin?.Syntax);
        if (!findings.ContainsKey(key))
        {
            findings.Add(key, finding);
        }
    }
}
