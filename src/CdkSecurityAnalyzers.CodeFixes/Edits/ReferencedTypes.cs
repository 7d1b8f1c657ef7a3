using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Types that fixes write about, by their metadata names.</summary>
internal static class ReferencedTypes
{
    /// <summary>The name to write for a type at a place; null when nothing that is referenced has it.</summary>
    public static string? Name(string type, Place place, SolutionEdits edits) =>
        Find(type, place) is { } symbol ? ShortNames.Of(symbol, place, edits) : null;

    /// <summary>The type; null when nothing that is referenced has it.</summary>
    public static INamedTypeSymbol? Find(string type, Place place) =>
#pragma warning disable RS0030 // The one door of the fixes: a fix writes about types that the program need not use yet.
        place.Compilation.GetTypeByMetadataName(type);
#pragma warning restore RS0030

    public static bool Is(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol named && named.ToDisplayString() == name.Replace('+', '.');
}
