using System.Globalization;
using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Corpus.Snippets;

/// <summary>Makes programs of examples, adding what they leave out for as long as that helps.</summary>
internal sealed partial class SnippetCompiler
{
    private const int Rounds = 6;

    private readonly CSharpCompilation empty;
    private readonly TypeIndex types;

    public SnippetCompiler(CdkLibrary library, IEnumerable<string> rules)
    {
        empty = CSharpCompilation.Create(
            "Example",
            references: library.References,
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                specificDiagnosticOptions: rules.Select(rule => KeyValuePair.Create(rule, ReportDiagnostic.Info))));
        types = new TypeIndex(empty);
    }

    /// <summary>The program of an example; null when nothing makes it compile.</summary>
    /// <param name="error">What the compiler says last.</param>
    public Compilation? Compile(Snippet snippet, out Diagnostic? error)
    {
        var program = new SnippetProgram(snippet);
        for (var round = 1; ; round++)
        {
            var compilation = empty.AddSyntaxTrees(program.Parse(snippet.Member));
            var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            error = errors.FirstOrDefault();
            if (error is null)
            {
                return compilation;
            }

            var completed = errors.Aggregate(program, Complete);
            if (completed == program || round == Rounds)
            {
                return null;
            }

            program = completed;
        }
    }

    private SnippetProgram Complete(SnippetProgram program, Diagnostic error)
    {
        if (QuotedName().Match(error.GetMessage(CultureInfo.InvariantCulture)) is not { Success: true } match)
        {
            return program;
        }

        var name = match.Groups[1].Value;
        switch (error.Id)
        {
            // A type or a name is not found. Of a type that is named like one of its members, the examples leave the underscore out.
            case "CS0246" or "CS0103" when types.Find(name, program) is { } type && !program.Imports.Contains(Import(type)):
                return program with { Imports = program.Imports.Add(Import(type)) };
            case "CS0246" or "CS0103" when types.Find(name + "_", program) is { } type:
                return program with { Aliases = program.Aliases.SetItem(name, type.ToDisplayString()) };
            case "CS0103" when types.Find(char.ToUpperInvariant(name[0]) + name[1..], program) is { } type:
                return program with { Given = program.Given.SetItem(name, type.ToDisplayString()) };

            // A name means several types.
            case "CS0104" when types.Find(name, program) is { } type:
                return program with { Aliases = program.Aliases.SetItem(name, type.ToDisplayString()) };

            // A type lacks a member: another one was meant.
            case "CS0117" when types.Find(name.Split('.')[^1], program) is { } wrong:
                program = program with { Rejected = program.Rejected.Add(wrong.ToDisplayString()) };
                return types.Find(wrong.Name, program) is { } other ? program with { Aliases = program.Aliases.SetItem(wrong.Name, other.ToDisplayString()) } : program;
            default:
                return program;
        }
    }

    private static string Import(INamedTypeSymbol type) =>
        type.ContainingType is { } containing ? $"static {containing.ToDisplayString()}" : type.ContainingNamespace.ToDisplayString();

    [GeneratedRegex("'([A-Za-z_0-9.]+)'")]
    private static partial Regex QuotedName();
}
