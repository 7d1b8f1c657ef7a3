using System;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>
/// The full metadata name of a type and the assembly that holds it. Compared against symbols that the program already uses, so that no type is ever
/// looked up: the first look-up into the CDK's metadata costs a second.
/// </summary>
internal sealed class CdkTypeName
{
    private readonly string assembly;

    /// <summary>The type, then the types that contain it, from the inside out.</summary>
    private readonly string[] types;

    /// <summary>The namespaces, from the inside out.</summary>
    private readonly string[] namespaces;

    /// <param name="metadataName">Namespaces with dots, containing types with <c>+</c>: <c>Amazon.CDK.AWS.CodeBuild.CfnProject+SourceProperty</c>.</param>
    public CdkTypeName(string assembly, string metadataName)
    {
        this.assembly = assembly;
        var end = metadataName.LastIndexOf('.');
        types = metadataName.Substring(end + 1).Split('+');
        namespaces = metadataName.Substring(0, end).Split('.');
        Array.Reverse(types);
        Array.Reverse(namespaces);
    }

    /// <summary>Whether a symbol is this very type.</summary>
    public bool Is(ITypeSymbol? type)
    {
        ISymbol? current = type;
        foreach (var name in types)
        {
            if (current is not ITypeSymbol || !string.Equals(current.Name, name, StringComparison.Ordinal))
            {
                return false;
            }

            current = current.ContainingSymbol;
        }

        foreach (var name in namespaces)
        {
            if (current is not INamespaceSymbol || !string.Equals(current.Name, name, StringComparison.Ordinal))
            {
                return false;
            }

            current = current.ContainingSymbol;
        }

        return current is INamespaceSymbol { IsGlobalNamespace: true }
            && string.Equals(type!.ContainingAssembly?.Name, assembly, StringComparison.Ordinal);
    }

    /// <summary>Whether a symbol is this type or a class that derives from it.</summary>
    public bool IsBaseOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current))
            {
                return true;
            }
        }

        return false;
    }
}
