using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The static methods of <see cref="Enum"/>: the members of an enum are those of the referenced release.</summary>
internal static class EnumMethods
{
    public static Value? TryCall(LibraryCall call)
    {
        if (call.EnumType() is not { } type)
        {
            return null;
        }

        var members = type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).OrderBy(Number);
        return call.Name switch
        {
            "GetValues" => call.Sequence(
                [.. members.Select(member => call.Here(new EnumMemberValue(member, call.Operation)))],
                isComplete: true
            ),
            "GetNames" => call.Sequence(
                [.. members.Select(member => call.Here(new ConstantValue(member.Name, call.Operation)))],
                isComplete: true
            ),
            "Parse" => Parse(call, members.ToImmutableArray()),
            _ => null,
        };
    }

    private static ITypeSymbol? EnumType(this LibraryCall call)
    {
        var type =
            call.Method.TypeArguments.FirstOrDefault()
            ?? (call.Arguments.FirstOrDefault().Binding.Site.Operation as Microsoft.CodeAnalysis.Operations.ITypeOfOperation)?.TypeOperand;
        return type is { TypeKind: TypeKind.Enum } ? type : null;
    }

    private static EnumMemberValue? Parse(LibraryCall call, ImmutableArray<IFieldSymbol> members)
    {
        var texts = call.Arguments.Select(argument => argument.Value).OfType<ConstantValue>().ToImmutableArray();
        var ignoresCase = texts.Any(text => text.Content is true);
        return
            texts.FirstOrDefault(text => text.Content is string) is { Content: string name }
            && members.FirstOrDefault(member =>
                string.Equals(member.Name, name, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            )
                is { } found
            ? new EnumMemberValue(found, call.Operation)
            : null;
    }

    /// <summary>The order in which the framework lists members: by their bits.</summary>
    private static ulong Number(IFieldSymbol member) =>
        unchecked((ulong)Convert.ToInt64(member.ConstantValue, System.Globalization.CultureInfo.InvariantCulture));
}
