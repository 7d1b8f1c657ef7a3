using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>An expression whose value is used: an argument, an element, what is assigned or returned, the receiver of a call.</summary>
internal sealed class ValuePlace
{
    public static readonly SymbolDisplayFormat Written = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly bool isAlwaysEvaluated;
    private readonly bool isNamedInFull;
    private readonly ImmutableArray<ISymbol> mentioned;

    private ValuePlace(VariedProgram program, ExpressionSyntax expression, ITypeSymbol type, bool hasOwnType, IOperation operation)
    {
        var model = program.Model;
        (Expression, Type, HasOwnType) = (expression, type, hasOwnType);
        IsConstant = operation.ConstantValue is { HasValue: true, Value: not null };
        var inside = operation.DescendantsAndSelf().ToArray();
        UsesInstance = inside.Any(each => each is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });
        Variables =
        [
            .. inside.Select(VariableIn).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default)
                .Where(variable => !variable.Locations.Any(location => expression.Span.Contains(location.SourceSpan))),
        ];
        isNamedInFull = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name => IsInFull(name, model));
        mentioned = [.. expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(each => model.GetSymbolInfo(each).Symbol).OfType<ISymbol>(), type];
        CallsLocalFunction = mentioned.Any(symbol => symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction });
        (Statement, isAlwaysEvaluated) = StatementOf(expression);
        IsCauseVariableOrFreeOfThem = program.Causes.Where(cause => expression.Span.Contains(cause.Span) && cause.Span != expression.Span)
            .All(cause => Variables.All(variable => program.Text.Substring(cause.Span.Start, cause.Span.Length) is var text && (text == variable.Name || !text.Contains(variable.Name, StringComparison.Ordinal))));
    }

    public ExpressionSyntax Expression { get; }

    public ITypeSymbol Type { get; }

    public string TypeName => Type.ToDisplayString(Written);

    /// <summary>Whether the expression has a type without the place that it stands in.</summary>
    public bool HasOwnType { get; }

    public bool IsConstant { get; }

    public bool UsesInstance { get; }

    public bool CallsLocalFunction { get; }

    /// <summary>Locals and parameters of the member around that the expression reads.</summary>
    public ImmutableArray<ISymbol> Variables { get; }

    /// <summary>Whether whatever is reported within the expression is one of its variables, or depends on none of them.</summary>
    public bool IsCauseVariableOrFreeOfThem { get; }

    /// <summary>The statement that evaluates the expression exactly once; null when there is none that something can be put before.</summary>
    public StatementSyntax? Statement { get; }

    /// <summary>Whether the value is the same wherever it is computed.</summary>
    public bool IsClosed => !UsesInstance && !CallsLocalFunction && Variables.IsEmpty;

    /// <summary>Whether the value can be computed in another type.</summary>
    public bool IsClosedAndVisible => IsClosed && isNamedInFull && mentioned.All(IsVisible);

    /// <summary>Whether every type that is mentioned can stand in a member's signature.</summary>
    public bool HasNameableType => Type is not { IsAnonymousType: true } and not { IsRefLikeType: true } and not { TypeKind: TypeKind.Error } && Type.SpecialType != SpecialType.System_Void;

    /// <summary>Whether the value can be computed right before its statement.</summary>
    public bool CanMoveBefore =>
        Statement is not null
        && (isAlwaysEvaluated || IsConstant)
        && Variables.All(variable => variable is IParameterSymbol || variable.DeclaringSyntaxReferences.All(reference => reference.Span.End <= Statement.SpanStart));

    public bool IsInType => Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { OpenBraceToken.RawKind: not 0 } and not InterfaceDeclarationSyntax;

    /// <summary>Whether <c>this</c> can be used here.</summary>
    public bool IsInInstanceBody =>
        IsInType
        && Expression.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is null
        && Expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseMethodDeclarationSyntax member
        && !member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && Expression.FirstAncestorOrSelf<LocalFunctionStatementSyntax>()?.Modifiers.Any(SyntaxKind.StaticKeyword) is not true;

    public static IEnumerable<ValuePlace> In(VariedProgram program)
    {
        foreach (var expression in program.Root.DescendantNodes().OfType<ExpressionSyntax>().Where(IsValue))
        {
            var info = program.Model.GetTypeInfo(expression);
            if ((info.Type ?? info.ConvertedType) is { } type && program.Model.GetOperation(expression) is { } operation)
            {
                var place = new ValuePlace(
                    program,
                    expression,
                    TypeOf(program.Compilation, info) ?? type,
                    info.Type is not null && !expression.IsKind(SyntaxKind.ImplicitObjectCreationExpression),
                    operation);
                if (place.HasNameableType)
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>The own type where it can be assigned to what the place wants, else the type that the place wants.</summary>
    private static ITypeSymbol? TypeOf(Compilation compilation, TypeInfo info) =>
        info.Type is { } own && info.ConvertedType is { } wanted && !compilation.ClassifyConversion(own, wanted).IsImplicit ? wanted : info.Type;

    private static bool IsValue(ExpressionSyntax expression) =>
        expression is not (ThisExpressionSyntax or BaseExpressionSyntax or AnonymousFunctionExpressionSyntax or InitializerExpressionSyntax or ThrowExpressionSyntax
            or DeclarationExpressionSyntax or RefExpressionSyntax or TypeSyntax and not IdentifierNameSyntax)
        && !expression.IsKind(SyntaxKind.DefaultLiteralExpression)
        && !expression.DescendantNodes().Any(node => node is AwaitExpressionSyntax or ThrowExpressionSyntax or SingleVariableDesignationSyntax)
        && expression.FirstAncestorOrSelf<AttributeSyntax>() is null
        && expression.FirstAncestorOrSelf<QueryExpressionSyntax>() is null
        && expression.Parent switch
        {
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0 && argument.Parent is ArgumentListSyntax or BracketedArgumentListSyntax,
            AssignmentExpressionSyntax assignment => assignment.Right == expression && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { IsConst: false } } } => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
            InitializerExpressionSyntax elements => elements.Kind() is SyntaxKind.ArrayInitializerExpression or SyntaxKind.CollectionInitializerExpression,
            ExpressionElementSyntax => true,
            ReturnStatementSyntax => true,
            MemberAccessExpressionSyntax access => access.Expression == expression && expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax,
            _ => false,
        };

    private static ISymbol? VariableIn(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Whether a name means the same in every type: it is no member, or follows a dot, or belongs to an initializer or an argument.</summary>
    private static bool IsInFull(IdentifierNameSyntax name, SemanticModel model) =>
        name.Parent is NameColonSyntax
        || name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        || name.Parent is QualifiedNameSyntax
        || name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name
        || model.GetSymbolInfo(name).Symbol is not { ContainingType: not null };

    private static bool IsVisible(ISymbol symbol) =>
        symbol is INamespaceSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILocalSymbol or IParameterSymbol
        || symbol is IArrayTypeSymbol array && IsVisible(array.ElementType)
        || symbol is not INamedTypeSymbol { IsFileLocal: true }
            && symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable
            && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private static (StatementSyntax? Statement, bool IsAlwaysEvaluated) StatementOf(ExpressionSyntax expression)
    {
        var isAlwaysEvaluated = true;
        for (SyntaxNode node = expression; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchLabelSyntax or ArrowExpressionClauseSyntax:
                    return (null, false);
                case ConditionalExpressionSyntax conditional when node != conditional.Condition:
                case BinaryExpressionSyntax binary when node == binary.Right && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                case ConditionalAccessExpressionSyntax access when node == access.WhenNotNull:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                case SwitchExpressionArmSyntax:
                    isAlwaysEvaluated = false;
                    break;
                case ForEachStatementSyntax loop when node != loop.Expression:
                    return (null, false);
            }

            if (node is StatementSyntax statement)
            {
                return parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax && statement is not (BlockSyntax or LocalFunctionStatementSyntax)
                    ? (statement, isAlwaysEvaluated)
                    : (null, false);
            }
        }

        return (null, false);
    }
}
