using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>What every object has: <c>ToString</c> of known values, and the members of <see cref="System.Nullable{T}"/>.</summary>
internal static class ObjectMethods
{
    public static Value? TryCall(LibraryCall call) =>
        (call.Name, call.Receiver?.Value) switch
        {
            ("ToString", ConstantValue constant) when call.Arguments.IsEmpty => new ConstantValue(
                constant.Content is bool flag ? (flag ? "True" : "False") : constant.Text,
                call.Operation
            ),
            ("ToString", ConstantValue { Content: int or long or string or char or bool } constant)
                when call.Arguments.Length == 1 && call.Arguments[0].Parameter.Type.Name == nameof(System.IFormatProvider) =>
                new ConstantValue(constant.Text, call.Operation),
            ("ToString", ConstantValue number)
                when call[0] is ConstantValue { Content: string format } && NumberMethods.Format(number.Content, format) is { } formatted =>
                new ConstantValue(formatted, call.Operation),
            ("ToString", EnumMemberValue member) when call.Arguments.IsEmpty => new ConstantValue(member.Name, call.Operation),
            ("ToString", TextValue text) when call.Arguments.IsEmpty => text,
            ("GetValueOrDefault", NullValue or UnknownValue) => null,
            ("GetValueOrDefault", { } value)
                when call.Method.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => value,
            _ => null,
        };
}
