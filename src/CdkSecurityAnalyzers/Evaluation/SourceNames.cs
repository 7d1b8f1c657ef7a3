using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The names in one file, whatever they mean. They are collected once and live as long as the file's tree: while one document is edited, the others are
/// not gone through again.
/// </summary>
internal sealed class SourceNames
{
    private static readonly HashSet<string> CollectionChanges =
    [
        "Add",
        "AddRange",
        "AddFirst",
        "AddLast",
        "Insert",
        "InsertRange",
        "Remove",
        "RemoveAt",
        "RemoveAll",
        "RemoveRange",
        "Clear",
        "TryAdd",
        "UnionWith",
        "ExceptWith",
        "IntersectWith",
        "Enqueue",
        "Dequeue",
        "Push",
        "Pop",
        "Sort",
        "Reverse",
        "CopyTo",
    ];

    private static readonly ConditionalWeakTable<SyntaxTree, SourceNames> Collected = new();

    private readonly SyntaxTree tree;
    private readonly ILookup<string, int> positions;
    private readonly List<int> elementAccesses;

    private SourceNames(SyntaxTree tree, CancellationToken cancellationToken)
    {
        this.tree = tree;
        var names = new List<SyntaxToken>();
        var brackets = new List<int>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is SimpleNameSyntax name)
            {
                names.Add(name.Identifier);
            }
            else if (node is BracketedArgumentListSyntax { Parent: not VariableDeclaratorSyntax } arguments)
            {
                brackets.Add(arguments.SpanStart);
            }
            else if (FilledName(node) is { } member && !IsInOwnStaticConstructor(node, member))
            {
                Filled.Add(member);
            }

            if (AssignedName(node) is { } changed && !IsInOwnStaticConstructor(node, changed))
            {
                Assigned.Add(changed);
            }
        }

        positions = names.ToLookup(static name => name.ValueText, static name => name.SpanStart);
        elementAccesses = brackets;
    }

    /// <summary>What is called to change a collection, or has its elements assigned: <c>groups</c> in <c>groups.Add(…)</c> and <c>groups[0] = …</c>.</summary>
    public HashSet<string> Filled { get; } = [];

    /// <summary>What is assigned, counted up or down, or passed by reference.</summary>
    public HashSet<string> Assigned { get; } = [];

    public static SourceNames Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Collected.TryGetValue(tree, out var known)
            ? known
            : Collected.GetValue(tree, uncollected => new SourceNames(uncollected, cancellationToken));

    /// <summary>The places where a name is used; declarations are none.</summary>
    public IEnumerable<SimpleNameSyntax> Uses(string name, CancellationToken cancellationToken)
    {
        foreach (var position in positions[name])
        {
            if (tree.GetRoot(cancellationToken).FindToken(position, findInsideTrivia: false).Parent is SimpleNameSyntax use)
            {
                yield return use;
            }
        }
    }

    /// <summary>The places where an indexer may be used: <c>table["main"]</c>, also in an initializer.</summary>
    public IEnumerable<SyntaxNode> ElementAccesses(CancellationToken cancellationToken)
    {
        foreach (var position in elementAccesses)
        {
            if (tree.GetRoot(cancellationToken).FindToken(position, findInsideTrivia: false).Parent?.Parent is { } access)
            {
                yield return access;
            }
        }
    }

    /// <summary>A static constructor is part of a static member's declaration: it runs before anybody reads the member.</summary>
    private static bool IsInOwnStaticConstructor(SyntaxNode node, string name) =>
        node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } constructor
        && constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
        && type.Members.Any(member => IsStaticNamed(member, name));

    private static bool IsStaticNamed(MemberDeclarationSyntax member, string name) =>
        member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && member switch
        {
            PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
            FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name),
            _ => false,
        };

    private static string? FilledName(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }
                when CollectionChanges.Contains(call.Name.Identifier.ValueText) => NameOf(call.Expression),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax call, Parent: ConditionalAccessExpressionSyntax access }
                when CollectionChanges.Contains(call.Name.Identifier.ValueText) => NameOf(access.Expression),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => NameOf(element.Expression),
            AssignmentExpressionSyntax { Left: ElementBindingExpressionSyntax, Parent: ConditionalAccessExpressionSyntax access } => NameOf(
                access.Expression
            ),
            _ => null,
        };

    private static string? AssignedName(SyntaxNode node) =>
        node switch
        {
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
            PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression =>
                NameOf(unary.Operand),
            PostfixUnaryExpressionSyntax unary
                when unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => NameOf(unary.Operand),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NameOf(argument.Expression),
            ArgumentSyntax { Parent: TupleExpressionSyntax } element => NameOf(element.Expression),
            RefExpressionSyntax reference => NameOf(reference.Expression),
            _ => null,
        };

    private static string? NameOf(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };
}
