using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// What an expression is known to be when the program runs. The kinds are a closed set: <see cref="ConstantValue"/>, <see cref="EnumMemberValue"/>,
/// <see cref="NullValue"/>, <see cref="UnsetValue"/>, <see cref="TextValue"/>, <see cref="DelegateValue"/>, <see cref="HeapValue"/> and what derives from it,
/// <see cref="ElementsValue"/>, <see cref="EntriesValue"/>, <see cref="ChoiceValue"/>, <see cref="UnknownValue"/>.
/// </summary>
/// <param name="origin">The operation that made the value; null when it has no source, such as a constant of a referenced assembly.</param>
internal abstract class Value(IOperation? origin)
{
    /// <summary>
    /// The operation that made the value: the literal, the creation, the concatenation. It stays the same while the value travels through
    /// locals, fields and calls; where a value is <em>used</em> is told by <see cref="Binding.Site"/>.
    /// </summary>
    public IOperation? Origin { get; } = origin;
}
