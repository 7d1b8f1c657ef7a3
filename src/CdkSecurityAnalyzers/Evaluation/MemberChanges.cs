using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The names of members that the program changes after their declaration. A field or property whose name is not among them keeps what its initializer
/// gives. Names suffice: a false match only makes a value unknown.
/// </summary>
internal sealed class MemberChanges(Compilation compilation)
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

    private readonly object gate = new();
    private HashSet<string>? filled;
    private HashSet<string>? assigned;

    /// <summary>Whether some code may change the collection that a member holds: <c>groups.Add(…)</c>, <c>ids[0] = …</c>.</summary>
    public bool MayFill(ISymbol member, CancellationToken cancellationToken) =>
        Names(ref filled, FilledName, cancellationToken).Contains(member.Name);

    /// <summary>Whether some code may give a member another value: <c>ids = …</c>, <c>ref ids</c>.</summary>
    public bool MayAssign(ISymbol member, CancellationToken cancellationToken) =>
        Names(ref assigned, AssignedName, cancellationToken).Contains(member.Name);

    private HashSet<string> Names(ref HashSet<string>? names, Func<SyntaxNode, string?> select, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return names ??= [
                .. compilation
                    .SyntaxTrees.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes())
                    .Select(node => select(node) is { } name && !IsInOwnStaticConstructor(node, name) ? name : null)
                    .OfType<string>(),
            ];
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
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => NameOf(element.Expression),
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
            _ => null,
        };
}
