using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Ways to make an object and to give it its properties. The values keep their marks; a mark on the creation is one on whatever makes the object.</summary>
internal static class CreationVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        new TargetTyped(),
        new Creation("assignments after construction", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: 0)),
        new Creation("last assignment after construction", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: creation.Initializer!.Expressions.Count - 1)),
        new Creation("assignments in reverse", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: 0, isReversed: true)),
        new Creation("initializer in reverse", _ => true, (value, creation, edit) => edit.Use(
            value.Expression, $"new {value.TypeName}({Arguments(creation, edit)}) {{ {string.Join(", ", creation.Initializer!.Expressions.Reverse().Select(edit.Whole))} }}")),
        new Creation("class that gives itself the properties", value => value.IsClosedAndVisible && value.Type is { IsSealed: false, TypeKind: TypeKind.Class }, (value, creation, edit) =>
        {
            var name = edit.Fresh("Own");
            edit.Type($"internal sealed class {name} : {value.TypeName} {{ public {name}() {{ {string.Join(' ', creation.Initializer!.Expressions.Select(each => edit.Whole(each) + ";"))} }} }}");
            edit.Use(value.Expression, $"new {name}()");
        }, isWithoutArguments: true),
        new Creation("helper that assigns the properties", value => value.IsInType && value.IsClosed && value.CanMoveBefore, (value, creation, edit) =>
        {
            var (name, fill) = (edit.Fresh("made"), edit.Fresh("Fill"));
            edit.Member(value.Expression, $"private static void {fill}({value.TypeName} target) {{ {string.Join(' ', creation.Initializer!.Expressions.Select(each => $"target.{edit.Whole(each)};"))} }}");
            edit.Before(value.Statement!, $"var {name} = new {value.TypeName}({Arguments(creation, edit)}); {fill}({name});");
            edit.Use(value.Expression, name);
        }),
    ];

    private static void Assign(ValuePlace value, BaseObjectCreationExpressionSyntax creation, Rewriting edit, int kept, bool isReversed = false)
    {
        var name = edit.Fresh("made");
        var assignments = creation.Initializer!.Expressions.Select(edit.Whole).ToArray();
        var later = isReversed ? assignments[kept..].Reverse() : assignments[kept..];
        edit.Before(
            value.Statement!,
            $"var {name} = new {value.TypeName}({Arguments(creation, edit)}) {{ {string.Join(", ", assignments[..kept])} }}; {string.Concat(later.Select(each => $"{name}.{each}; "))}");
        edit.Use(value.Expression, name);
    }

    private static string Arguments(BaseObjectCreationExpressionSyntax creation, Rewriting edit) =>
        creation.ArgumentList is { Arguments: var arguments } ? string.Join(", ", arguments.Select(edit.Whole)) : "";

    /// <summary>The creation of an object whose properties its initializer sets, each to a value.</summary>
    private sealed class Creation(string name, Func<ValuePlace, bool> fits, Action<ValuePlace, BaseObjectCreationExpressionSyntax, Rewriting> rewrite, bool isWithoutArguments = false) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from value in ValuePlace.In(program)
            where value.Expression is BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: > 0 } } && fits(value)
            let creation = (BaseObjectCreationExpressionSyntax)value.Expression
            where creation.Initializer!.Expressions.All(each => IsPlain(program.Model, each)) && (!isWithoutArguments || creation.ArgumentList is null or { Arguments.Count: 0 })
            select new VariedPlace(creation, edit => rewrite(value, creation, edit));

        private static bool IsPlain(SemanticModel model, ExpressionSyntax assignment) =>
            assignment is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: not InitializerExpressionSyntax }
            && model.GetSymbolInfo(left).Symbol is IPropertySymbol { SetMethod.IsInitOnly: false, IsRequired: false };
    }

    /// <summary><c>new()</c> where the type is plain from the place.</summary>
    private sealed class TargetTyped() : Variation("target-typed new")
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from value in ValuePlace.In(program)
            where value.Expression is ObjectCreationExpressionSyntax
            let creation = (ObjectCreationExpressionSyntax)value.Expression
            let wanted = program.Model.GetTypeInfo(creation).ConvertedType
            where SymbolEqualityComparer.Default.Equals(wanted, value.Type) && IsPlainFromThePlace(program.Model, creation)
            select new VariedPlace(creation, edit => edit.Use(
                creation, $"new({Arguments(creation, edit)}){(creation.Initializer is { } initializer ? " " + edit.Whole(initializer) : "")}"));

        private static bool IsPlainFromThePlace(SemanticModel model, ObjectCreationExpressionSyntax creation) => creation.Parent switch
        {
            AssignmentExpressionSyntax or ReturnStatementSyntax => true,
            InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax } => true,
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => model.GetSpeculativeSymbolInfo(
                call.SpanStart,
                call.ReplaceNode(creation, SyntaxFactory.ParseExpression("new()")),
                SpeculativeBindingOption.BindAsExpression).Symbol is { } found && SymbolEqualityComparer.Default.Equals(found, model.GetSymbolInfo(call).Symbol),
            _ => false,
        };
    }
}
