using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>How the statement behind a construct's creation can speak of the construct.</summary>
/// <param name="Name">The variable that holds the construct, or will.</param>
/// <param name="Statement">The statement that creates it.</param>
internal sealed record ConstructVariable(string Name, StatementSyntax Statement)
{
    private const string Fallback = "project";

    /// <summary>Null where the construct is created inside a larger expression.</summary>
    public static ConstructVariable? Of(Place construct) =>
        construct.Expression?.Parent switch
        {
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator
            } => new(declarator.Identifier.Text, statement),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => new(
                assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "_" } ? NewName(construct) : assignment.Left.ToString(),
                statement
            ),
            ExpressionStatementSyntax statement => new(NewName(construct), statement),
            ReturnStatementSyntax statement => new(NewName(construct), statement),
            _ => null,
        };

    /// <summary>Declares the variable where the creation's value has none.</summary>
    public void Introduce(DocumentEdits edits, SourceText text)
    {
        switch (Statement)
        {
            case ExpressionStatementSyntax { Expression: BaseObjectCreationExpressionSyntax }:
                edits.Insert(Statement.SpanStart, $"var {Name} = ");
                break;

            case ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } discard }
            }:
                edits.Replace(discard.Span, $"var {Name}");
                break;

            case ReturnStatementSyntax { ReturnKeyword: var keyword }:
                edits.Replace(keyword.Span, $"var {Name} =");
                edits.Insert(
                    Lines.EndOfLine(Statement.GetLastToken()),
                    Lines.Break(text) + Lines.Indentation(text, Statement.SpanStart) + $"return {Name};"
                );
                break;
        }
    }

    /// <summary>The construct's id in camel case, with a number where that name is taken.</summary>
    private static string NewName(Place construct)
    {
        var id = construct.Expression is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments }
            ? construct.ConstantText(arguments[1].Expression)
            : null;
        var name = CamelCase(id ?? string.Empty);
        var taken = Taken(construct);
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => number == 1 ? name : name + number)
            .First(candidate => !taken.Contains(candidate));
    }

    private static string CamelCase(string id)
    {
        var words = new string([.. id.Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(
            [' '],
            System.StringSplitOptions.RemoveEmptyEntries
        );
        var name = string.Concat(
            words.Select(
                (word, index) => (index == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word.Substring(1)
            )
        );
        return SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : Fallback;
    }

    private static HashSet<string> Taken(Place construct)
    {
        var member = construct
            .Node.Ancestors()
            .First(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        var declared = member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
        var visible = construct
            .Model.LookupSymbols(construct.Node.SpanStart)
            .Where(symbol => symbol.Kind is SymbolKind.Local or SymbolKind.Parameter or SymbolKind.Field or SymbolKind.Property)
            .Select(symbol => symbol.Name);
        return [.. declared, .. visible];
    }
}
