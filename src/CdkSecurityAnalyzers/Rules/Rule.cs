using System.Threading;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>
/// A rule: its descriptor, and one method from a model to findings. A rule reads the model only: never syntax, never the evaluation.
/// </summary>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Judges everything of the root that the rule is about.</summary>
    public abstract void Check(Cdk.RootModel model, FindingSink findings, CancellationToken cancellationToken);
}
