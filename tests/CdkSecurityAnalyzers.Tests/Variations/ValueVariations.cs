using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>
/// Ways of a value. A finding on a value that was moved stands on what is used in its place; so does one on a value that a known condition chooses. The arms
/// of an unknown condition keep it, each its own – but for a variable, which is the same in both –, as do parentheses, which are no expression of their own.
/// </summary>
internal static class ValueVariations
{
    private const string Unknown = "System.Environment.GetEnvironmentVariable(\"STAGE\") == \"beta\"";

    public static IReadOnlyList<Variation> All { get; } =
    [
        new ValueVariation("local", value => value.CanMoveBefore, (value, edit) => Before(value, edit, name => $"{value.TypeName} {name} = {edit.Inside(value.Expression)};")),
        new ValueVariation("local that is assigned later", value => value.CanMoveBefore, (value, edit) => Before(value, edit, name => $"{value.TypeName} {name}; {name} = {edit.Inside(value.Expression)};")),
        new ValueVariation("constant local", value => value.CanMoveBefore && value.IsConstant, (value, edit) => Before(value, edit, name => $"const {value.TypeName} {name} = {edit.Inside(value.Expression)};")),
        new ValueVariation("static readonly field", value => value.IsInType && value.IsClosed, (value, edit) => InMember(value, edit, name => $"private static readonly {value.TypeName} {name} = {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("constant in another file", value => value.IsConstant && value.IsClosedAndVisible, (value, edit) => InAnotherFile(value, edit, name => $"public const {value.TypeName} {name} = {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("static readonly field in another file", value => value.IsClosedAndVisible, (value, edit) => InAnotherFile(value, edit, name => $"public static readonly {value.TypeName} {name} = {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("computed property", value => value.IsInType && value.IsClosed, (value, edit) => InMember(value, edit, name => $"private static {value.TypeName} {name} => {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("computed property of the instance", value => value.IsInInstanceBody && value.Variables.IsEmpty && !value.CallsLocalFunction, (value, edit) => InMember(value, edit, name => $"private {value.TypeName} {name} => {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("get-only property in another file", value => value.IsClosedAndVisible, (value, edit) => InAnotherFile(value, edit, name => $"public static {value.TypeName} {name} {{ get; }} = {edit.Elsewhere(value.Expression, value.Expression)};")),
        new ValueVariation("field that the method assigns", value => value.IsInInstanceBody && value.CanMoveBefore, (value, edit) =>
        {
            var name = edit.Fresh("value");
            edit.Member(value.Expression, $"private {value.TypeName} {name} = default!;");
            edit.Before(value.Statement!, $"{name} = {edit.Inside(value.Expression)};");
            edit.Use(value.Expression, name);
        }),
        new ValueVariation("known condition", value => value.HasOwnType, (value, edit) => edit.UseInParentheses(value.Expression, $"true ? {edit.Inside(value.Expression)} : default({value.TypeName})!")),
        new ValueVariation("unknown condition", value => value.HasOwnType && value.Expression is not IdentifierNameSyntax, (value, edit) => edit.Replace(value.Expression, $"({Unknown} ? {edit.Whole(value.Expression)} : {edit.Whole(value.Expression)})")),
        new ValueVariation("known arm of a switch", value => value.HasOwnType, (value, edit) => edit.UseInParentheses(value.Expression, $"1 switch {{ 0 => default({value.TypeName})!, 1 => {edit.Inside(value.Expression)}, _ => default({value.TypeName})! }}")),
        new ValueVariation("parentheses", value => value.HasOwnType, (value, edit) => edit.Replace(value.Expression, $"({edit.Whole(value.Expression)})")),
        new ValueVariation("cast", value => value.HasOwnType, (value, edit) => edit.UseInParentheses(value.Expression, $"({value.TypeName})({edit.Inside(value.Expression)})")),
        new ValueVariation("helper with an argument", value => value.IsInType, (value, edit) =>
        {
            var name = edit.Fresh("Given");
            edit.Member(value.Expression, $"private static {value.TypeName} {name}({value.TypeName} value) => value;");
            edit.Use(value.Expression, $"{name}({edit.Inside(value.Expression)})");
        }),
        new ValueVariation("generic helper in another file", value => value.HasOwnType, (value, edit) =>
        {
            var name = edit.Fresh("Helper");
            edit.File(name, $"internal static class {name} {{ public static T Given<T>(T value) {{ return value; }} }}");
            edit.Use(value.Expression, $"{name}.Given({edit.Inside(value.Expression)})");
        }),
        new ValueVariation("extension method", value => value.HasOwnType && value.IsConstant, (value, edit) =>
        {
            var name = edit.Fresh("Given");
            edit.Type($"internal static class {edit.Fresh("Extensions")} {{ public static {value.TypeName} {name}(this {value.TypeName} value) => value; }}");
            edit.Use(value.Expression, $"({edit.Inside(value.Expression)}).{name}()");
        }),
        new ValueVariation("helper without an argument", value => value.IsInType && value.IsClosed, (value, edit) => Helper(value, edit, "private static ", parameters: "")),
        new ValueVariation("helper of the instance", value => value.IsInInstanceBody && value.Variables.IsEmpty && !value.CallsLocalFunction, (value, edit) => Helper(value, edit, "private ", parameters: "")),
        new ValueVariation("helper that gets the locals", value => value.IsInInstanceBody && value.Variables.Length > 0 && value.Variables.All(HasPlainType) && !value.CallsLocalFunction && value.IsCauseVariableOrFreeOfThem, (value, edit) => Helper(
            value,
            edit,
            "private ",
            string.Join(", ", value.Variables.Select(variable => $"{TypeOf(variable)} {variable.Name}")),
            [.. value.Variables.Select(variable => variable.Name)])),
        new ValueVariation("default argument", value => value.IsInType && value.IsConstant, (value, edit) =>
        {
            var name = edit.Fresh("Make");
            edit.Member(value.Expression, $"private static {value.TypeName} {name}({value.TypeName} value = {edit.Inside(value.Expression)}) => value;");
            edit.Use(value.Expression, $"{name}()");
        }),
        new ValueVariation("out argument", value => value.IsInType && value.IsClosed && value.CanMoveBefore, (value, edit) =>
        {
            var name = edit.Fresh("Make");
            edit.Member(value.Expression, $"private static void {name}(out {value.TypeName} value) {{ value = {edit.Elsewhere(value.Expression, value.Expression)}; }}");
            Before(value, edit, local => $"{edit.Gives(value.Expression, $"{name}(out var {local})")};");
        }),
        new ValueVariation("iterator", value => value.IsInType && value.IsClosed, (value, edit) =>
        {
            var name = edit.Fresh("Make");
            edit.Member(value.Expression, $"private static System.Collections.Generic.IEnumerable<{value.TypeName}> {name}() {{ yield return {edit.Elsewhere(value.Expression, value.Expression)}; }}");
            edit.Use(value.Expression, $"System.Linq.Enumerable.First({edit.Gives(value.Expression, $"{name}()")})");
        }),
        new ValueVariation("local function", value => value.CanMoveBefore, (value, edit) => Before(value, edit, name => $"{value.TypeName} {name}() => {edit.Inside(value.Expression)};", use: "()")),
        new ValueVariation("local function with an argument", value => value.CanMoveBefore && value.HasOwnType, (value, edit) =>
        {
            var name = edit.Fresh("Given");
            edit.Before(value.Statement!, $"static {value.TypeName} {name}({value.TypeName} value) => value;");
            edit.Use(value.Expression, $"{name}({edit.Inside(value.Expression)})");
        }),
        new ValueVariation("lambda", value => value.CanMoveBefore, (value, edit) => Before(value, edit, name => $"System.Func<{value.TypeName}> {name} = () => {edit.Inside(value.Expression)};", use: "()")),
        new ValueVariation("element of a tuple", value => value.HasOwnType, (value, edit) => edit.Use(value.Expression, $"({edit.Inside(value.Expression)}, 0).Item1")),
        new ValueVariation("property of an object", value => true, (value, edit) =>
        {
            var name = edit.Fresh("Holder");
            edit.Type($"internal sealed class {name} {{ public {value.TypeName} Value {{ get; set; }} = default!; }}");
            edit.Use(value.Expression, $"new {name} {{ Value = {edit.Inside(value.Expression)} }}.Value");
        }),
        new ValueVariation("positional record", value => true, (value, edit) =>
        {
            var name = edit.Fresh("Holder");
            edit.Type($"internal sealed record {name}({value.TypeName} Value);");
            edit.Use(value.Expression, $"new {name}({edit.Inside(value.Expression)}).Value");
        }),
        new ValueVariation("entry of a dictionary", value => value.HasOwnType, (value, edit) =>
            edit.Use(value.Expression, $"new System.Collections.Generic.Dictionary<string, {value.TypeName}> {{ [\"key\"] = {edit.Inside(value.Expression)} }}[\"key\"]")),
    ];

    private static void Before(ValuePlace value, Rewriting edit, Func<string, string> declare, string use = "")
    {
        var name = edit.Fresh("value");
        edit.Before(value.Statement!, declare(name));
        edit.Use(value.Expression, name + use);
    }

    private static void InMember(ValuePlace value, Rewriting edit, Func<string, string> declare)
    {
        var name = edit.Fresh("Value");
        edit.Member(value.Expression, declare(name));
        edit.Use(value.Expression, edit.Gives(value.Expression, name));
    }

    private static void InAnotherFile(ValuePlace value, Rewriting edit, Func<string, string> declare)
    {
        var type = edit.Fresh("Values");
        edit.File(type, $"internal static class {type} {{ {declare("Value")} }}");
        edit.Use(value.Expression, edit.Gives(value.Expression, $"{type}.Value"));
    }

    /// <summary>What is wrong because of an argument is reported on the argument.</summary>
    private static void Helper(ValuePlace value, Rewriting edit, string modifiers, string parameters, params string[] arguments)
    {
        var name = edit.Fresh("Make");
        edit.Member(value.Expression, $"{modifiers}{value.TypeName} {name}({parameters})\n    {{\n        return {edit.Elsewhere(value.Expression, value.Expression)};\n    }}");
        edit.Use(value.Expression, edit.Gives(value.Expression, $"{name}({string.Join(", ", arguments.Select(argument => edit.Gives(value.Expression, argument)))})"));
    }

    private static bool HasPlainType(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type is { IsAnonymousType: false, IsRefLikeType: false },
        IParameterSymbol parameter => parameter.RefKind == RefKind.None && parameter.Type is { IsAnonymousType: false, IsRefLikeType: false },
        _ => false,
    };

    private static string TypeOf(ISymbol variable) => ((variable as ILocalSymbol)?.Type ?? ((IParameterSymbol)variable).Type).ToDisplayString(ValuePlace.Written);
}
