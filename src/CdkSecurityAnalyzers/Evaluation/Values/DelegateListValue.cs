using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>Delegates that were added up: calling it calls each, and gives what the last one gives.</summary>
internal sealed class DelegateListValue(Value first, Value second, IOperation origin) : Value(origin)
{
    public Value First { get; } = first;

    public Value Second { get; } = second;
}
