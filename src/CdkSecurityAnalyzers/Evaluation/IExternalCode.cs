using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>What the evaluation must know about code without source, without knowing any library.</summary>
internal interface IExternalCode
{
    /// <summary>
    /// Whether instances are plain data that a call without source copies: what the program changes afterwards is not seen any more.
    /// </summary>
    bool IsCopied(ITypeSymbol type);

    /// <summary>
    /// Whether a method keeps and changes nothing of what it is given, apart from what a reader of the trace understands. Arguments of every other
    /// method without source escape.
    /// </summary>
    bool KeepsNothing(IMethodSymbol method);

    /// <summary>Whether what a method or member without source gives may be null in a run that goes on.</summary>
    bool MayBeNull(ISymbol member);

    /// <summary>Whether a method without source looks for something that need not be there, so that a program that asks what it gave may get either answer.</summary>
    bool MayFindNothing(IMethodSymbol method);
}
