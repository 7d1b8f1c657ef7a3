using System;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>What is known about code without source: how it treats the values that it is given.</summary>
internal sealed class ExternalCode : IExternalCode
{
    public static readonly ExternalCode Instance = new();

    private const string ByValueAttribute = "JsiiByValueAttribute";

    private ExternalCode() { }

    /// <inheritdoc/>
    /// <remarks>
    /// Values of a class are copied when they are handed to the CDK, so that later changes have no effect: the structs of jsii, which carry
    /// <c>[JsiiByValue]</c>, and the classes that derive from them.
    /// </remarks>
    public bool IsCopied(ITypeSymbol type)
    {
        for (var current = type; current is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (string.Equals(attribute.AttributeClass?.Name, ByValueAttribute, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <inheritdoc/>
    /// <remarks>So do the CDK, its add-on modules, and the runtime below it.</remarks>
    public bool KeepsNothing(IMethodSymbol method) => IsOfJsii(method);

    /// <inheritdoc/>
    /// <remarks>
    /// What is annotated as nullable, what jsii has no type for (its <c>any</c> may be undefined, and is not annotated), and what only tries to find something. A
    /// construct that is asked for as default child is there: a program that goes on to use it knows.
    /// </remarks>
    public bool MayBeNull(ISymbol member)
    {
        var (type, annotation) = member switch
        {
            IMethodSymbol method => (method.ReturnType, method.ReturnNullableAnnotation),
            IPropertySymbol property => (property.Type, property.NullableAnnotation),
            IFieldSymbol field => (field.Type, field.NullableAnnotation),
            _ => (null, NullableAnnotation.None),
        };
        return (annotation == NullableAnnotation.Annotated && !string.Equals(type?.Name, "IConstruct", StringComparison.Ordinal))
            || (member is IMethodSymbol asked && MayFindNothing(asked));
    }

    /// <inheritdoc/>
    public bool MayFindNothing(IMethodSymbol method) =>
        IsOfJsii(method)
        && (method.ReturnType.SpecialType == SpecialType.System_Object || method.Name.StartsWith("Try", StringComparison.Ordinal));

    private static bool IsOfJsii(ISymbol member) =>
        member.ContainingAssembly?.Name is { } assembly
        && (
            assembly.StartsWith("Amazon.CDK.", StringComparison.Ordinal)
            || string.Equals(assembly, CdkTypes.ConstructsAssembly, StringComparison.Ordinal)
            || string.Equals(assembly, "Amazon.JSII.Runtime", StringComparison.Ordinal)
        );
}
