using System.Globalization;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Text to numbers and back, as far as no culture can change the result.</summary>
internal static class NumberMethods
{
    public static Value? TryCall(LibraryCall call) =>
        (call.Name, call.Method.ContainingType.SpecialType, call[0]) switch
        {
            ("Parse", SpecialType.System_Int32, ConstantValue { Content: string text })
                when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => new ConstantValue(
                number,
                call.Operation
            ),
            ("Parse", SpecialType.System_Int64, ConstantValue { Content: string text })
                when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => new ConstantValue(
                number,
                call.Operation
            ),
            ("Parse", SpecialType.System_Boolean, ConstantValue { Content: string text }) when bool.TryParse(text, out var flag) =>
                new ConstantValue(flag, call.Operation),
            _ => null,
        };

    /// <summary>A whole number in a standard format (<c>D6</c>, <c>X</c>), or null when the format depends on a culture or is not known.</summary>
    public static string? Format(object number, string format) =>
        number switch
        {
            int or long or short or byte or uint when format.Length is > 0 and <= 3 && format[0] is 'D' or 'd' or 'X' or 'x' => (
                (System.IFormattable)number
            ).ToString(format, CultureInfo.InvariantCulture),
            _ => null,
        };
}
