using System;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// A property of a template class whose C# type is <c>object</c> because it takes several types. The runtime checks what it is given, by the type that the
/// <c>[JsiiProperty]</c> attribute describes, and throws: such a program synthesizes nothing. The described types have one form: a token, or arrays of
/// some depth of one kind of value.
/// </summary>
/// <param name="description">The type as the attribute describes it, in JSON.</param>
internal sealed class UntypedProperty(string description)
{
    private const string Attribute = "JsiiPropertyAttribute";

    private readonly int arrays = Count(description, "\"kind\":\"array\"");
    private readonly bool takesTexts = description.Contains("\"primitive\":\"string\"");
    private readonly bool takesMaps = description.Contains("\"kind\":\"map\"") || description.Contains("\"primitive\":\"json\"");

    /// <summary>The property of a class, or one that it inherits; null when it takes one type only, or anything at all.</summary>
    public static UntypedProperty? Find(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IPropertySymbol { Type.SpecialType: SpecialType.System_Object } && Describe(member) is { } described)
                {
                    return new UntypedProperty(described);
                }
            }
        }

        return null;
    }

    private static string? Describe(ISymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (
                attribute.AttributeClass?.Name == Attribute
                && attribute.ConstructorArguments.Length > 1
                && attribute.ConstructorArguments[1].Value is string described
                && described.StartsWith("{\"union\"", StringComparison.Ordinal)
                && !described.Contains("\"primitive\":\"any\"")
            )
            {
                return described;
            }
        }

        return null;
    }

    /// <summary>Whether the runtime is known to throw when the property is set to a value.</summary>
    public bool Refuses(World world, Binding value) => Refuses(world, value, depth: 0);

    private bool Refuses(World world, Binding binding, int depth) =>
        world.Resolve(binding).Value switch
        {
            NullValue => depth > 0,
            SequenceValue sequence => depth == arrays
                || IsNoArray(sequence)
                || world.Elements(sequence).Elements.Any(element => Refuses(world, element, depth + 1)),
            DictionaryValue => depth < arrays || !takesMaps,
            ConstantValue { Content: string } or TextValue => depth < arrays || !takesTexts,
            ConstantValue => depth < arrays,
            ObjectValue { Type: { } type } => depth < arrays && ExternalCode.Instance.IsCopied(type),
            _ => false,
        };

    /// <summary>Whether a collection is one that the runtime does not know: it takes arrays only.</summary>
    public static bool IsNoArray(SequenceValue sequence) =>
        sequence.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct };

    private static int Count(string text, string part)
    {
        var count = 0;
        for (
            var index = text.IndexOf(part, StringComparison.Ordinal);
            index >= 0;
            index = text.IndexOf(part, index + 1, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }
}
