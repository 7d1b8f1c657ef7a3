using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>What the analyzer reads of a compilation.</summary>
internal static class Roots
{
    /// <summary>Every member with code, in the order of declaration.</summary>
    public static IEnumerable<Root> Of(Compilation compilation, MethodBodies bodies) =>
        TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers())
            .Select(member => Root.Of(member, bodies, TestContext.Current.CancellationToken))
            .OfType<Root>();

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space) =>
        space.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
