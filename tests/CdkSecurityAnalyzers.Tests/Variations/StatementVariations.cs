using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Frames around statements that run exactly once in each, and other members that the statements can stand in. Every mark stays where it is.</summary>
internal static class StatementVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        new Frame("block", "{", "}"),
        new Frame("if that is true", "if (true) {", "}"),
        new Frame("else of what is false", "if (false) { } else {", "}"),
        new Frame("try and finally", "try {", "} finally { }"),
        new Frame("try and catch", "try {", "} catch (System.InvalidOperationException) { throw; }"),
        new Frame("using", "using (new System.IO.StringWriter()) {", "}"),
        new Frame("lock", "lock (new object()) {", "}"),
        new Frame("checked", "checked {", "}"),
        new Frame("foreach over one element", "foreach (var round§ in new[] { 0 }) {", "}", isLoop: true),
        new Frame("for of one round", "for (var round§ = 0; round§ < 1; round§++) {", "}", isLoop: true),
        new Frame("do once", "do {", "} while (false);", isLoop: true),
        new Frame("section of a switch", "switch (1) { default: break; case 1: {", "} break; }", isLoop: true),
        new Frame("local function around statements", "Run§(); void Run§() {", "}", isFunction: true),
        new Frame("lambda around statements", "System.Action run§ = () => {", "}; run§();", isFunction: true),
        new BodyInHelper(),
        new BodyInBaseClass(),
    ];

    /// <summary>Whether statements leave the frame around them by anything else than their end.</summary>
    private static bool IsLeft(SyntaxNode statements) =>
        statements.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax or AwaitExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax);

    /// <summary>Whether statements assign what only the member around them can: a readonly field, a local without a value.</summary>
    private static bool AssignsWhatOnlyTheMemberCan(SemanticModel model, SyntaxNode statements) =>
        statements.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => model.GetOperation(assignment.Left) switch
        {
            IFieldReferenceOperation field => field.Field.IsReadOnly,
            IPropertyReferenceOperation property => property.Property.IsReadOnly,
            IParameterReferenceOperation parameter => parameter.Parameter.RefKind != RefKind.None,
            ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.Any(reference => !statements.Span.Contains(reference.Span) && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: null }),
            _ => false,
        });

    private static IEnumerable<BaseMethodDeclarationSyntax> BodiesThatEndAtTheirEnd(VariedProgram program) =>
        program.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Where(method => method.Body is { Statements.Count: > 0 } && !IsLeft(method.Body));

    private sealed class Frame(string name, string before, string after, bool isLoop = false, bool isFunction = false) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program)
        {
            foreach (var method in BodiesThatEndAtTheirEnd(program).Where(method => !(isLoop || isFunction) || !AssignsWhatOnlyTheMemberCan(program.Model, method.Body!)))
            {
                yield return new VariedPlace(method.Body!, edit => Surround(edit, method.Body!.OpenBraceToken.Span.End, method.Body.CloseBraceToken.SpanStart));
            }

            var statements = program.Root.DescendantNodes().OfType<StatementSyntax>()
                .Where(statement => statement is ExpressionStatementSyntax or IfStatementSyntax or ForEachStatementSyntax && statement.Parent is BlockSyntax or GlobalStatementSyntax);
            foreach (var statement in statements)
            {
                if (!IsLeft(statement)
                    && !(statement is ExpressionStatementSyntax && statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any())
                    && (!(isLoop || isFunction) || !AssignsWhatOnlyTheMemberCan(program.Model, statement)))
                {
                    yield return new VariedPlace(statement, edit => Surround(edit, statement.SpanStart, statement.Span.End));
                }
            }
        }

        private void Surround(Rewriting edit, int start, int end)
        {
            var number = edit.Fresh("")[^1..];
            edit.Insert(start, $" {before.Replace("§", number, StringComparison.Ordinal)} ");
            edit.Insert(end, $" {after.Replace("§", number, StringComparison.Ordinal)} ");
        }
    }

    /// <summary>The body of a constructor or method in a method that gets the parameters.</summary>
    private sealed class BodyInHelper() : Variation("helper method")
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from method in BodiesThatEndAtTheirEnd(program)
            let symbol = program.Model.GetDeclaredSymbol(method) as IMethodSymbol
            where symbol is { IsGenericMethod: false, IsAsync: false, ContainingType.TypeKind: TypeKind.Class }
                && symbol.Parameters.All(parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType)
                && !AssignsWhatOnlyTheMemberCan(program.Model, method.Body!)
            select new VariedPlace(method.Body!, edit =>
            {
                var name = edit.Fresh("Run");
                var parameters = string.Join(", ", symbol.Parameters.Select(parameter => $"{parameter.Type.ToDisplayString(ValuePlace.Written)} {parameter.Name}"));
                edit.Member(method, $"private {(symbol.IsStatic ? "static " : "")}void {name}({parameters})\n    {edit.Whole(method.Body!)}");
                edit.Replace(method.Body!, $"{{ {name}({string.Join(", ", symbol.Parameters.Select(parameter => parameter.Name))}); }}");
            });
    }

    /// <summary>A class becomes the base of one that takes its name and its place.</summary>
    private sealed class BodyInBaseClass() : Variation("base class constructor")
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from type in program.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
            let constructors = type.Members.OfType<ConstructorDeclarationSyntax>().ToArray()
            where type is { TypeParameterList: null, ParameterList: null, Parent: CompilationUnitSyntax or BaseNamespaceDeclarationSyntax }
                && !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword or SyntaxKind.FileKeyword)
                && constructors is [{ Initializer: not null }]
                && constructors[0].ParameterList.Parameters.All(parameter => parameter.Modifiers.Count == 0)
            select new VariedPlace(type, edit =>
            {
                var name = edit.Fresh(type.Identifier.ValueText + "Base");
                var constructor = constructors[0];
                var arguments = string.Join(", ", constructor.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText));
                foreach (var modifier in type.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.SealedKeyword)))
                {
                    edit.Replace(modifier, "");
                }

                edit.Replace(type.Identifier, name);
                edit.Replace(constructor.Identifier, name);
                edit.Insert(type.Span.End, $"\n\n{type.Modifiers} class {type.Identifier} : {name} {{ {constructor.Modifiers} {type.Identifier}{constructor.ParameterList} : base({arguments}) {{ }} }}\n");
            });
    }
}
