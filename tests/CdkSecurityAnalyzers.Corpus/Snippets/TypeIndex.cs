using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Corpus.Snippets;

/// <summary>The public types of the CDK by their names, nested ones too.</summary>
internal sealed class TypeIndex
{
    private readonly Dictionary<string, List<INamedTypeSymbol>> types = new(StringComparer.Ordinal);

    public TypeIndex(Compilation compilation) => Add(compilation.GlobalNamespace.GetNamespaceMembers().Single(member => member.Name == "Amazon"));

    /// <summary>The type that a name most likely means in an example: what is nearest to the member that has the example.</summary>
    public INamedTypeSymbol? Find(string name, SnippetProgram program) =>
        types.GetValueOrDefault(name, [])
            .Where(type => !program.Rejected.Contains(type.ToDisplayString()))
            .OrderByDescending(type => CommonParts(type.ToDisplayString(), program.Snippet.Member[2..]))
            .ThenBy(type => type.ToDisplayString().Length)
            .ThenBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .FirstOrDefault();

    private static int CommonParts(string one, string other) => one.Split('.').Zip(other.Split('.')).TakeWhile(pair => pair.First == pair.Second).Count();

    private void Add(INamespaceOrTypeSymbol place)
    {
        foreach (var type in place.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public))
        {
            if (!types.TryGetValue(type.Name, out var known))
            {
                types.Add(type.Name, known = []);
            }

            known.Add(type);
            Add(type);
        }

        foreach (var nested in (place as INamespaceSymbol)?.GetNamespaceMembers() ?? [])
        {
            Add(nested);
        }
    }
}
