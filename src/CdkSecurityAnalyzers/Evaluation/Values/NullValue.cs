using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>The null reference, or a nullable value type without a value.</summary>
internal sealed class NullValue(IOperation? origin) : Value(origin);
