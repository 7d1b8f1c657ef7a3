using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>What every object has: <c>ToString</c> of known values, and the members of <see cref="System.Nullable{T}"/>.</summary>
internal static class ObjectMethods
{
    public static Value? TryCall(LibraryCall call) => (call.Name, call.Receiver?.Value) switch
    {
        ("ToString", ConstantValue constant) when call.Arguments.IsEmpty => new ConstantValue(
            constant.Content is bool flag ? (flag ? "True" : "False") : constant.Text, call.Operation),
        ("ToString", EnumMemberValue member) when call.Arguments.IsEmpty => new ConstantValue(member.Name, call.Operation),
        ("ToString", TextValue text) when call.Arguments.IsEmpty => text,
        ("GetValueOrDefault", NullValue or UnknownValue) => null,
        ("GetValueOrDefault", { } value) when call.Method.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => value,
        _ => null,
    };
}
