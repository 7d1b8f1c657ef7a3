using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// Tells which parts of a template a finding is about: by the id of the statement that it names, or by the ids that the code around its places gives to
/// constructs.
/// </summary>
/// <param name="constructs">The logical ids of the constructs that a program makes, whatever its inputs.</param>
/// <param name="statements">The ids of its statements.</param>
internal sealed class PlaceFinder(ImmutableArray<string> constructs, ImmutableArray<string> statements)
{
    /// <summary>The property that holds the index of the statement's creation among the additional locations.</summary>
    private const string Statement = "statement";

    /// <summary>The same for the construct's creation, or for the call that gives it something.</summary>
    private const string Construct = "construct";

    /// <summary>The names: one, or all that the finding may mean.</summary>
    public ImmutableArray<string> Of(Diagnostic finding)
    {
        var (value, statement, construct) = (NodeAt(finding.Location), Related(finding, Statement), Related(finding, Construct));
        if (statement is not null && StatementNear(value, statement, construct) is { IsEmpty: false } said)
        {
            return [.. said, .. StatementsThatShare(value, statement, construct)];
        }

        var known = Named(ArgumentsOf(construct));
        known = known.IsEmpty ? Named(CreationsOfReceiver(construct).SelectMany(creation => ArgumentsOf(creation))) : known;
        known = known.IsEmpty ? Named(LoopsOver(ArgumentsOf(construct))) : known;
        if (known.IsEmpty && IsAboutSeveral(finding) && IsOfTwo(finding))
        {
            // The places name the other construct at best.
            return constructs;
        }

        if (known.IsEmpty)
        {
            // The id comes from elsewhere: from a call that leads to the creation, perhaps.
            known = [.. finding.AdditionalLocations.Prepend(finding.Location)
                .SelectMany(place => NodeAt(place).AncestorsAndSelf().TakeWhile(node => node is not MemberDeclarationSyntax))
                .SelectMany(node => Named(ArgumentsOf(node)))
                .Distinct()];
        }

        return [.. known.IsEmpty ? constructs : known, .. statement is null ? [] : statements];
    }

    /// <summary>
    /// Whether a finding stands outside of the creation of its construct, and where nothing is said about one: what several constructs get there is reported once.
    /// </summary>
    public bool IsAboutSeveral(Diagnostic finding) =>
        Related(finding, Construct) is { } construct
        && !(construct.SyntaxTree == finding.Location.SourceTree && construct.Span.Contains(finding.Location.SourceSpan))
        && NodeAt(finding.Location).AncestorsAndSelf().TakeWhile(node => node is not MemberDeclarationSyntax).All(node => Named(ArgumentsOf(node)).IsEmpty);

    /// <summary>
    /// The ids that are said in the statement, where it gets one later, or around the value that decides: first of all there, when the value stands elsewhere,
    /// because a variable may begin as one statement and become another.
    /// </summary>
    private ImmutableArray<string> StatementNear(SyntaxNode value, SyntaxNode statement, SyntaxNode? construct)
    {
        var around = Around(value).TakeWhile(node => node != construct && !IsOfConstruct(node));
        var places = CreationsOfReceiver(statement).Prepend(statement).Concat(IdsGivenTo(statement)).Concat(ClassesOf(statement));
        return (IsWithin(value, statement) ? places.Concat(around) : around.Concat(places))
            .Select(Said)
            .FirstOrDefault(said => !said.IsEmpty, []);
    }

    /// <summary>Whether a finding is about what one construct has in common with another.</summary>
    private static bool IsOfTwo(Diagnostic finding) => finding.Id is "CDKSEC402" or "CDKSEC407";

    private static bool IsWithin(SyntaxNode value, SyntaxNode statement) =>
        statement.SyntaxTree == value.SyntaxTree && statement.Span.Contains(value.Span);

    /// <summary>Whether an expression lists the props of a construct, in which many statements may stand.</summary>
    private static bool IsOfConstruct(SyntaxNode node) =>
        node is InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax creation }
        && creation.Type.ToString() is var type
        && type.EndsWith("Props", StringComparison.Ordinal)
        && type is not ("PolicyStatementProps" or "PolicyDocumentProps");

    /// <summary>The other statements that have the same value, which is reported once: it changes a variable, stands in one, or comes from elsewhere with others.</summary>
    private IEnumerable<string> StatementsThatShare(SyntaxNode value, SyntaxNode statement, SyntaxNode? construct) =>
        IsWithin(value, statement) ? []
        : StatementsThatChange(value, statement) is { } changed ? changed
        : Around(value).TakeWhile(node => node != construct).OfType<VariableDeclaratorSyntax>().FirstOrDefault() is { } variable
            ? variable.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == variable.Identifier.ValueText)
                .SelectMany(name => StatementsThatChange(name, statement) ?? Around(name).Select(Said).FirstOrDefault(said => !said.IsEmpty, []))
        : value is LiteralExpressionSyntax ? [] : statements;

    /// <summary>The statements that a variable may be that gets a value: those in what it begins as, or any. Null when no variable gets it.</summary>
    private IEnumerable<string>? StatementsThatChange(SyntaxNode value, SyntaxNode statement)
    {
        if (Around(value).OfType<InvocationExpressionSyntax>().FirstOrDefault(IsChange) is not { } change)
        {
            return null;
        }

        var creations = CreationsOfReceiver(change).ToList();
        var said = creations.SelectMany(creation => Said(creation)).ToList();
        return creations.Contains(statement) ? []
            : said.Count > 0 && creations.TrueForAll(creation => creation is BaseObjectCreationExpressionSyntax) ? said
            : statements;
    }

    private static bool IsChange(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: ['A', 'd', 'd', ..] };

    /// <summary>What is assigned to the id of the statement that a variable begins as.</summary>
    private static IEnumerable<SyntaxNode> IdsGivenTo(SyntaxNode statement) =>
        statement.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? variable.SyntaxTree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => assignment.Left.ToString() == variable.Identifier.ValueText + ".Sid")
                .Select(assignment => assignment.Right)
            : [];

    /// <summary>The program's own classes of what an expression makes: of a statement, of its props.</summary>
    private static IEnumerable<SyntaxNode> ClassesOf(SyntaxNode creation)
    {
        var names = creation.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>().Select(made => made.Type.ToString()).ToHashSet();
        return creation.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(type => names.Contains(type.Identifier.ValueText));
    }

    /// <summary>The expressions that a value is a part of, the innermost first.</summary>
    private static IEnumerable<SyntaxNode> Around(SyntaxNode node) => node.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not (StatementSyntax or MemberDeclarationSyntax));

    private static SyntaxNode? Related(Diagnostic finding, string property) =>
        finding.Properties.TryGetValue(property, out var index) ? NodeAt(finding.AdditionalLocations[int.Parse(index!, CultureInfo.InvariantCulture)]) : null;

    /// <summary>The names that are said in full somewhere in an expression.</summary>
    private ImmutableArray<string> Said(SyntaxNode? node) =>
        [.. TextsOf(node?.DescendantNodesAndSelf() ?? []).Where(statements.Contains).Distinct()];

    private ImmutableArray<string> Named(IEnumerable<ArgumentSyntax> arguments) => Named(arguments.Select(argument => argument.Expression));

    private ImmutableArray<string> Named(IEnumerable<SyntaxNode> nodes) =>
    [
        .. TextsOf(nodes)
            .SelectMany(id => constructs.Where(construct => id.Length > 0 && construct.EndsWith(id, StringComparison.Ordinal))),
    ];

    private static IEnumerable<string> TextsOf(IEnumerable<SyntaxNode> nodes) =>
        nodes.OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.Value).OfType<string>();

    /// <summary>What the loops run over, one of whose variables is an argument.</summary>
    private static IEnumerable<SyntaxNode> LoopsOver(IEnumerable<ArgumentSyntax> arguments) =>
        from argument in arguments
        where argument.Expression is IdentifierNameSyntax
        from loop in argument.Ancestors().OfType<CommonForEachStatementSyntax>()
        where loop.ChildNodesAndTokens().TakeWhile(child => child.AsNode() != loop.Expression).SelectMany(child => child.AsNode()?.DescendantTokens() ?? [child.AsToken()])
            .Any(token => token.ValueText == argument.Expression.ToString())
        from node in loop.Expression.DescendantNodes()
        select node;

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(SyntaxNode? node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments ?? default,
        InvocationExpressionSyntax call => call.ArgumentList.Arguments,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList.Arguments,
        PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList.Arguments,
        _ => default,
    };

    /// <summary>What the variable begins as that a call is made on: <c>role</c> in <c>role.AddToPolicy(…)</c>.</summary>
    private static IEnumerable<SyntaxNode> CreationsOfReceiver(SyntaxNode? call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && access.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } receiver
            ? receiver.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
                .Where(variable => variable.Identifier.ValueText == receiver.Identifier.ValueText && variable.Initializer is not null)
                .Select(variable => variable.Initializer!.Value)
            : [];

    private static SyntaxNode NodeAt(Location place) => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true);
}
