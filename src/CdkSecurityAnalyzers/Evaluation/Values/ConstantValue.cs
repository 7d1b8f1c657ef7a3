using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>A value that is completely known: a string, a character, a boolean or a number.</summary>
/// <param name="content">A boxed <see cref="string"/>, <see cref="char"/>, <see cref="bool"/> or primitive number; never null.</param>
internal sealed class ConstantValue(object content, IOperation? origin) : Value(origin)
{
    public object Content { get; } = content;

    /// <summary>The text that C# string formatting gives with the invariant culture.</summary>
    public string Text => System.Convert.ToString(Content, CultureInfo.InvariantCulture) ?? string.Empty;

    public override string ToString() => Text;
}
