using System.Globalization;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Text to numbers and back, as far as no culture can change the result.</summary>
internal static class NumberMethods
{
    public static Value? TryCall(LibraryCall call) => call.Name == "TryParse" ? TryParse(call) : Parse(call);

    /// <summary>Whether a known text is a number or a truth value, with what it is in the <c>out</c> argument.</summary>
    private static ConstantValue? TryParse(LibraryCall call)
    {
        if (call[0] is not ConstantValue { Content: string text } || call.Arguments.Length != 2)
        {
            return null;
        }

        object? parsed = null;
        object otherwise;
        switch (call.Method.ContainingType.SpecialType)
        {
            case SpecialType.System_Int32:
                otherwise = 0;
                parsed = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
                break;
            case SpecialType.System_Int64:
                otherwise = 0L;
                parsed = long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var wide) ? wide : null;
                break;
            case SpecialType.System_Boolean:
                otherwise = false;
                parsed = bool.TryParse(text, out var flag) ? flag : null;
                break;
            default:
                return null;
        }

        call.Interpreter.GiveOut(ordinal: 1, new ConstantValue(parsed ?? otherwise, call.Operation));
        return new ConstantValue(parsed is not null, call.Operation);
    }

    private static ConstantValue? Parse(LibraryCall call) =>
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
