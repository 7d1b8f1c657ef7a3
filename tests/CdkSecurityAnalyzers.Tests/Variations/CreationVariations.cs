using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Ways to make an object and to give it its properties. The values keep their marks; a mark on the creation is one on whatever makes the object.</summary>
internal static class CreationVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        new Creation("assignments after construction", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: 0)),
        new Creation("last assignment after construction", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: creation.Initializer!.Expressions.Count - 1)),
        new Creation("assignments in reverse", value => value.CanMoveBefore, (value, creation, edit) => Assign(value, creation, edit, kept: 0, isReversed: true)),
        new Creation("initializer in reverse", _ => true, (value, creation, edit) => edit.Use(
            value.Expression, $"new {value.TypeName}({Arguments(creation, edit)}) {{ {string.Join(", ", creation.Initializer!.Expressions.Reverse().Select(edit.Whole))} }}")),
        new Creation("class that gives itself the properties", value => value.IsClosedAndVisible && value.Type is { IsSealed: false, TypeKind: TypeKind.Class } && !MentionsNameOfAMember(value), (value, creation, edit) =>
        {
            var name = edit.Fresh("Own");
            edit.Type($"internal sealed class {name} : {value.TypeName} {{ public {name}() {{ {string.Join(' ', creation.Initializer!.Expressions.Select(each => $"base.{edit.Elsewhere(each, creation)};"))} }} }}");
            edit.Use(value.Expression, edit.Gives(creation, $"new {name}()"));
        }, isWithoutArguments: true),
        new Creation("helper that assigns the properties", value => value.IsInType && value.IsClosed && value.CanMoveBefore, (value, creation, edit) =>
        {
            var (name, fill) = (edit.Fresh("made"), edit.Fresh("Fill"));
            edit.Use(value.Expression, name);
            edit.Member(value.Expression, $"private static void {fill}({value.TypeName} target) {{ {string.Join(' ', creation.Initializer!.Expressions.Select(each => $"target.{edit.Elsewhere(each, creation)};"))} }}");
            edit.Before(value.Statement!, $"var {name} = new {value.TypeName}({Arguments(creation, edit)}); {edit.Gives(creation, $"{fill}({name})")};");
        }),
        new Creation("target-typed new", value => value.CanMoveBefore, (value, creation, edit) =>
        {
            var name = edit.Fresh("made");
            edit.Before(value.Statement!, $"{value.TypeName} {name} = new({Arguments(creation, edit)}) {edit.Whole(creation.Initializer!)};");
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

    /// <summary>Whether a name in the expression would mean a member in the object's class: <c>Source</c> in <c>ProjectProps</c>.</summary>
    private static bool MentionsNameOfAMember(ValuePlace value)
    {
        var members = new HashSet<string>();
        for (ITypeSymbol? type = value.Type; type is not null; type = type.BaseType)
        {
            members.UnionWith(type.MemberNames());
        }

        return value.Expression.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => members.Contains(name.Identifier.ValueText) && name.Parent is MemberAccessExpressionSyntax access && access.Expression == name);
    }

    private static IEnumerable<string> MemberNames(this ITypeSymbol type) => type.GetMembers().Select(member => member.Name);

    private static string Arguments(BaseObjectCreationExpressionSyntax creation, Rewriting edit) =>
        creation.ArgumentList is { Arguments: var arguments } ? string.Join(", ", arguments.Select(edit.Whole)) : "";

    /// <summary>The creation of an object whose properties its initializer sets, each to a value.</summary>
    private sealed class Creation(string name, Func<ValuePlace, bool> fits, Action<ValuePlace, BaseObjectCreationExpressionSyntax, Rewriting> rewrite, bool isWithoutArguments = false) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from value in program.Values
            where value.Expression is BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: > 0 } } && fits(value)
            let creation = (BaseObjectCreationExpressionSyntax)value.Expression
            where creation.Initializer!.Expressions.All(each => IsPlain(program.Model, each)) && (!isWithoutArguments || creation.ArgumentList is null or { Arguments.Count: 0 })
            select new VariedPlace(creation, edit => rewrite(value, creation, edit));

        private static bool IsPlain(SemanticModel model, ExpressionSyntax assignment) =>
            assignment is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: not InitializerExpressionSyntax }
            && model.GetSymbolInfo(left).Symbol is IPropertySymbol { SetMethod.IsInitOnly: false, IsRequired: false };
    }
}
