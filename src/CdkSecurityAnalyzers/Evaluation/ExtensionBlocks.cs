using System.Linq;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// Members of the extension blocks of C# 14. The oldest compiler that these analyzers run in has no names for them; newer ones show them as members of a type of
/// their own, whose parameter is what they extend.
/// </summary>
internal static class ExtensionBlocks
{
    /// <summary><c>TypeKind.Extension</c> of the compilers that know extension blocks.</summary>
    private const TypeKind Extension = (TypeKind)14;

    /// <summary>Whether a member is declared in an extension block.</summary>
    public static bool Declare(ISymbol member) => member.ContainingType?.TypeKind == Extension;

    /// <summary>Whether a parameter is what the members of its block extend.</summary>
    public static bool IsReceiver(IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol { TypeKind: Extension };

    /// <summary>
    /// The member of an extension block that a static method stands for: each has one, which takes the receiver as its first argument. Null for all other methods.
    /// </summary>
    public static IMethodSymbol? MemberFor(IMethodSymbol method)
    {
        if (!method.IsStatic || method.ContainingType is not { IsStatic: true } type)
        {
            return null;
        }

        foreach (var block in type.GetTypeMembers())
        {
            if (block.TypeKind == Extension)
            {
                foreach (var member in block.GetMembers(method.Name))
                {
                    if (member is IMethodSymbol extension && AreDeclaredTogether(extension, method))
                    {
                        return extension;
                    }
                }
            }
        }

        return null;
    }

    private static bool AreDeclaredTogether(IMethodSymbol one, IMethodSymbol other) =>
        one.DeclaringSyntaxReferences.FirstOrDefault() is { } first
        && other.DeclaringSyntaxReferences.FirstOrDefault() is { } second
        && first.SyntaxTree == second.SyntaxTree
        && first.Span == second.Span;
}
