using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Corpus.Snippets;

/// <summary>
/// An example as a program: its statements in the constructor of a stack, its types beside it, and what it declares without a value as parameters. An example
/// is the beginning of something: what it declares is kept, as if code that is left out went on with it.
/// </summary>
internal sealed record SnippetProgram(Snippet Snippet)
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>What the example leaves out: namespaces, and types with <c>static</c>.</summary>
    public ImmutableSortedSet<string> Imports { get; init; } = ["Amazon.CDK", "Constructs", "System", "System.Collections.Generic", "System.Linq"];

    /// <summary>What a short name means that several namespaces have.</summary>
    public ImmutableSortedDictionary<string, string> Aliases { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Names that the example uses and leaves undeclared, with their types.</summary>
    public ImmutableSortedDictionary<string, string> Given { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Types that an example cannot mean, because they lack what it uses.</summary>
    public ImmutableHashSet<string> Rejected { get; init; } = [];

    public SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(Text(), Language, path);

    private string Text()
    {
        var lines = Snippet.Text.Split('\n').ToLookup(IsImport);
        var root = CSharpSyntaxTree.ParseText(string.Join('\n', lines[false]), Language).GetCompilationUnitRoot();
        var statements = root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToLookup(IsWithoutValue);
        var parameters = statements[true]
            .Cast<LocalDeclarationStatementSyntax>()
            .SelectMany(declaration => declaration.Declaration.Variables.Select(variable => $", {TypeOf(declaration)} {variable.Identifier}"))
            .Concat(Given.Select(given => $", {given.Value} {given.Key}"));
        var text = new StringBuilder();
        foreach (var import in Imports.Select(name => $"using {name};").Concat(lines[true].Select(line => line.Trim())).Distinct())
        {
            text.Append(import).Append('\n');
        }

        foreach (var alias in Aliases)
        {
            text.Append("using ").Append(alias.Key).Append(" = ").Append(alias.Value).Append(";\n");
        }

        text.AppendJoin('\n', root.Members.Where(member => member is not GlobalStatementSyntax).Select(member => member.ToFullString()));
        var kept = statements[false].OfType<LocalDeclarationStatementSyntax>().SelectMany(declaration => declaration.Declaration.Variables).Select(variable => variable.Identifier.Text);
        text.Append("\nclass ExampleStack : Amazon.CDK.Stack\n{\n    public object[] Kept;\n\n    public ExampleStack(Construct scope, string id")
            .AppendJoin("", parameters)
            .Append(") : base(scope, id)\n    {\n")
            .AppendJoin("", statements[false].Select(statement => statement.ToFullString()))
            .Append("\n        Kept = new object[] { ")
            .AppendJoin(", ", kept)
            .Append(" };\n    }\n}\n");
        return text.ToString();
    }

    private static bool IsImport(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('(', StringComparison.Ordinal);

    private static bool IsWithoutValue(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { Declaration: var declaration } && declaration.Variables.All(variable => variable.Initializer is null);

    /// <summary>What takes anything is declared with <c>var</c>.</summary>
    private static string TypeOf(LocalDeclarationStatementSyntax declaration) =>
        declaration.Declaration.Type.IsVar ? "object" : declaration.Declaration.Type.ToString();
}
