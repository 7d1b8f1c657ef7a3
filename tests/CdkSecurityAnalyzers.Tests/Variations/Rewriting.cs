using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>
/// Edits of a program that carry the marks along. An expression that is moved takes the marks inside it with it; the marks on it stay with what is used in its
/// place, because a finding stands where the risky value is used, and not where it was born. What is wrong with a construct is wrong with it where it is
/// made, or with what it is given to: either will do.
/// </summary>
internal sealed class Rewriting(VariedProgram program)
{
    private readonly List<Edit> edits = [];
    private readonly List<(string Name, string Marked)> files = [];
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<SyntaxNode, Cause[]> alternatives = [];
    private readonly Dictionary<Cause, Cause> shared = [];

    /// <summary>The text of a node with every mark on it and in it.</summary>
    public string Whole(SyntaxNode node) => Whole(node.Span);

    public string Whole(TextSpan span) => MarkedText.Write(program.Text, span, program.Causes, []);

    /// <summary>The text of a node with the marks in it, without those on it; what may be reported at one of several places may be at this one, too.</summary>
    public string Inside(SyntaxNode node) =>
        MarkedText.Write(
            program.Text,
            node.Span,
            program.Causes.Where(cause => cause.Span != node.Span || cause.Choice is not null || IsConstruct(node)).Select(cause => Shared(cause, node)),
            []);

    /// <summary>
    /// The text of a node for another member. What is wrong by itself is reported there; what is wrong only because the place that it goes to adds nothing to it
    /// is reported at that place: either will do.
    /// </summary>
    /// <param name="place">What the node is, or is part of, and what is used in its place.</param>
    public string Elsewhere(SyntaxNode node, SyntaxNode place) => Either(node, place, cause => cause.Span != node.Span || IsConstruct(node), _ => true);

    /// <summary>The text of a node that passes through code at another place: what is wrong with the very node is reported on it or at that place.</summary>
    public string Through(SyntaxNode node, SyntaxNode place) => Either(node, place, _ => true, cause => cause.Span == node.Span);

    private string Either(SyntaxNode node, SyntaxNode place, Func<Cause, bool> isKept, Func<Cause, bool> isEither)
    {
        var moved = program.Causes.Where(cause => node.Span.Contains(cause.Span) && isKept(cause))
            .Select(cause => Shared(cause, node))
            .Select(cause => isEither(cause) ? cause with { Choice = cause.Choice ?? Fresh("choice") } : cause)
            .ToArray();
        alternatives[place] = [.. alternatives.GetValueOrDefault(place, []), .. moved.Where(isEither)];
        return MarkedText.Write(program.Text, node.Span, moved, []);
    }

    /// <summary>A text with the marks of what was moved <see cref="Elsewhere"/>.</summary>
    public string Gives(SyntaxNode place, string text) => MarkedText.Around(text, alternatives.GetValueOrDefault(place, []));

    /// <summary>Whether something is reported on a node or in it.</summary>
    public static bool IsMarked(VariedProgram program, TextSpan span) => program.Causes.Any(cause => span.Contains(cause.Span));

    /// <summary>Puts a text in the place of a node and of all marks on it and in it.</summary>
    public void Replace(SyntaxNode node, string text) => edits.Add(new Edit(node.Span, text));

    /// <summary>Puts a text in the place of a token.</summary>
    public void Replace(SyntaxToken token, string text) => edits.Add(new Edit(token.Span, text));

    /// <summary>Puts an expression in the place of another and gives it the marks of the other.</summary>
    public void Use(SyntaxNode node, string expression) => Replace(node, Marked(node, expression));

    /// <summary>The same in parentheses, which have no marks.</summary>
    public void UseInParentheses(SyntaxNode node, string expression) => Replace(node, $"({Marked(node, expression)})");

    /// <summary>A text with the marks of a node.</summary>
    public string Marked(SyntaxNode node, string text) =>
        MarkedText.Around(text, program.Causes.Where(cause => cause.Span == node.Span).Select(cause => Shared(cause, node)));

    /// <summary>A cause that may stand on a node or on what is used in its place, when the node makes a construct.</summary>
    private Cause Shared(Cause cause, SyntaxNode node)
    {
        if (cause.Span != node.Span || !IsConstruct(node))
        {
            return cause;
        }

        if (!shared.TryGetValue(cause, out var either))
        {
            either = cause with { Choice = cause.Choice ?? Fresh("choice") };
            shared.Add(cause, either);
        }

        return either;
    }

    private bool IsConstruct(SyntaxNode node)
    {
        var type = node is BaseObjectCreationExpressionSyntax creation ? program.Model.GetTypeInfo(creation).Type : null;
        while (type is not null && type.ToDisplayString() != "Constructs.Construct")
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    public void Insert(int position, string text) => edits.Add(new Edit(new TextSpan(position, 0), text));

    public void Before(StatementSyntax statement, string statements) => Insert(statement.SpanStart, statements + "\n");

    /// <summary>Adds a member to the type around a node.</summary>
    public void Member(SyntaxNode node, string member) =>
        Insert(node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.OpenBraceToken.Span.End, "\n    " + member + "\n");

    /// <summary>Adds a type to the file.</summary>
    public void Type(string type) => Insert(program.Text.Length, "\n" + type + "\n");

    /// <summary>Adds a file that sees what the program's file sees.</summary>
    public void File(string name, string types)
    {
        var root = (CompilationUnitSyntax)program.Root;
        var declaration = root.DescendantNodes().OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault();
        files.Add(($"{name}.cs", $"#nullable enable\n{string.Concat(root.Usings.Select(each => each.ToString() + "\n"))}{(declaration is null ? "" : $"namespace {declaration.Name};\n")}{types}\n"));
    }

    /// <summary>A name that occurs nowhere in the program.</summary>
    public string Fresh(string stem)
    {
        for (var number = 1; ; number++)
        {
            var name = stem + number;
            if (!taken.Contains(name) && !program.Compilation.SyntaxTrees.Any(tree => tree.ToString().Contains(name, StringComparison.Ordinal)))
            {
                taken.Add(name);
                return name;
            }
        }
    }

    public VariedProgram Result() => program.With(MarkedText.Write(program.Text, new TextSpan(0, program.Text.Length), program.Causes, edits), files);
}
