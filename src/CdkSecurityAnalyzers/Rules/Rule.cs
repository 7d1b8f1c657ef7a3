using System;
using System.Threading;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule: its descriptor, and one method to findings, from what it is about.</summary>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;
}

/// <summary>A rule about what a root synthesizes. It reads the model only: never syntax, never the evaluation.</summary>
internal abstract class ModelRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    /// <summary>Judges everything of the root that the rule is about.</summary>
    public abstract void Check(Cdk.RootModel model, FindingSink findings, CancellationToken cancellationToken);
}

/// <summary>A rule about the texts that a program writes, wherever they stand and whatever becomes of them.</summary>
/// <param name="mayReport">Whether a text is worth a look. Asked about every text of the program: it has to be quick, and to allocate nothing.</param>
internal abstract class TextRule(DiagnosticDescriptor descriptor, Func<string, bool> mayReport) : Rule(descriptor)
{
    public Func<string, bool> MayReport { get; } = mayReport;

    /// <summary>The finding in a text; null when the text is harmless.</summary>
    public abstract Finding? Check(TextConstant constant, Frame frame);
}
