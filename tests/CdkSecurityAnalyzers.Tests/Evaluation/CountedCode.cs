using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>
/// What is known about code without source, with a count of the questions: the evaluation asks at nearly every call, so that a test can act in the midst of
/// an analysis, at the same step in every run.
/// </summary>
internal sealed class CountedCode(Action<int> onQuestion) : IExternalCode
{
    public int Questions { get; private set; }

    public bool IsCopied(ITypeSymbol type) => Counted(ExternalCode.Instance.IsCopied(type));

    public bool KeepsNothing(IMethodSymbol method) => Counted(ExternalCode.Instance.KeepsNothing(method));

    public bool MayBeNull(ISymbol member) => Counted(ExternalCode.Instance.MayBeNull(member));

    public bool MayFindNothing(IMethodSymbol method) => Counted(ExternalCode.Instance.MayFindNothing(method));

    private bool Counted(bool answer)
    {
        onQuestion(++Questions);
        return answer;
    }
}
