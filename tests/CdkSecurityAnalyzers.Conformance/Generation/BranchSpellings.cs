using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Values that depend on conditions: unknown ones, which lead to another value too, and known ones, which do not.</summary>
internal static partial class BranchSpellings
{
    /// <summary>Conditions that nobody knows.</summary>
    public static readonly ImmutableArray<string> Unknown =
    [
        "Inputs.A", "!Inputs.A", "Inputs.B", "!Inputs.B", "Inputs.Name is null", "Inputs.Name != null", "Inputs.A && Inputs.B", "Inputs.A || Inputs.B",
        "Inputs.A ? Inputs.B : false", "Inputs.A is true", "!(Inputs.A && !Inputs.B)", "Inputs.A ^ true", "Inputs.Name is not null && Inputs.A", "Inputs.Stage == \"prod\"",
        "Inputs.Stage != \"prod\" && Inputs.A", "Inputs.Count > 2", "!(Inputs.Count > 2)",
    ];

    private static readonly string[] KnownTrue =
    [
        "true", "1 < 2", "\"main\".Length == 4", "\"main\" is \"main\" or \"develop\"", "new[] { 1, 2 }.Contains(2)", "nameof(Inputs) == \"Inputs\"", "!string.IsNullOrEmpty(\"x\")",
        "EventAction.PUSH != EventAction.RELEASED", "\"refs/heads/main\".StartsWith(\"refs/\")", "new List<int> { 1 }.Count > 0", "(object)\"x\" is string { Length: 1 }",
        "true || Inputs.A", "!(false && Inputs.B)", "Enumerable.Range(0, 3).Any(number => number == 2)",
    ];

    public static readonly Spelling[] Anywhere =
    [
        (wanted, choices, block) => $"({Condition(choices, block)} ? {wanted.Spell(choices, block)} : {wanted.Another(choices).Spell(choices, block)})",
        (wanted, choices, block) => $"({choices.OneOf(KnownTrue)} ? {wanted.Spell(choices, block)} : {wanted.Decoy(choices, block)})",
        (wanted, choices, block) => $"({Condition(choices, block)} switch {{ true => {wanted.Spell(choices, block)}, _ => {wanted.Another(choices).Spell(choices, block)} }})",
        (wanted, choices, block) =>
            $"((Inputs.A, Inputs.B) switch {{ (true, true) => {wanted.Spell(choices, block)}, (false, _) => {wanted.Another(choices).Spell(choices, block)}, _ => {wanted.Decoy(choices, block)} }})",
        (wanted, choices, block) => $"(Inputs.Name switch {{ null => {wanted.Spell(choices, block)}, _ => {wanted.Another(choices).Spell(choices, block)} }})",
        (wanted, choices, block) =>
            $"(\"prod\" switch {{ \"test\" => {wanted.Decoy(choices, block)}, var {Name(block, out var stage)} when {stage}.Length == 4 => {wanted.Spell(choices, block)}, _ => {wanted.Decoy(choices, block)} }})",
        (wanted, choices, block) => $"({Condition(choices, block)} ? {wanted.Spell(choices, block)} : {(block.Program.MayThrow ? "throw new InvalidOperationException(\"no\")" : wanted.Decoy(choices, block))})",
    ];

    public static readonly Spelling[] OfReferences =
    [
        (wanted, choices, block) => $"(({wanted.Type}?)({Condition(choices, block)} ? {wanted.Spell(choices, block)} : null) ?? {wanted.Another(choices).Spell(choices, block)})",
        (wanted, choices, block) => $"(({wanted.Type}?)null ?? {wanted.Spell(choices, block)})",
        (wanted, choices, block) => $"(({wanted.Type}?)({wanted.Spell(choices, block)}) ?? {wanted.Decoy(choices, block)})",
        (wanted, choices, block) => $"(({wanted.Spell(choices, block)}) is {{ }} {Name(block, out var some)} ? {some} : {wanted.Decoy(choices, block)})",
        CoalescingAssignment,
        ConditionalAccess,
    ];

    public static readonly Spelling[] InStatements =
    [
        (wanted, choices, block) => If(wanted, choices, block, hasElse: true),
        (wanted, choices, block) => If(wanted, choices, block, hasElse: false),
        KnownIf,
        Switch,
        EarlyReturn,
        Nested,
        Throwing,
        (wanted, choices, block) => Around(wanted, choices, block, "try {{ {0} }} finally {{ Console.Write(\"\"); }}"),
        (wanted, choices, block) => Around(wanted, choices, block, "try {{ {0} }} catch (FormatException) {{ throw; }}"),
        (wanted, choices, block) => Around(wanted, choices, block, "using (new System.IO.StringWriter()) {{ {0} }}"),
        (wanted, choices, block) => Around(wanted, choices, block, "do {{ {0} }} while (false);"),
        (wanted, choices, block) => Around(wanted, choices, block, "while (true) {{ {0} break; }}"),
        (wanted, choices, block) => Around(wanted, choices, block, "for (var {1} = 0; {1} < 3; {1}++) {{ if ({1} != 1) {{ continue; }} {0} }}"),
        Correlated,
    ];

    /// <summary>The conditions that ask for some inputs and no others.</summary>
    public static ImmutableArray<string> QuestionsAbout(params IReadOnlyList<string> inputs) =>
        [.. Unknown.Where(question => Input().Matches(question).All(match => inputs.Contains(match.Value)))];

    /// <summary>A condition that nobody knows.</summary>
    public static string Condition(Choices choices, Block block)
    {
        var condition = choices.OneOf([.. block.Program.Questions, .. block.Conditions, .. block.Conditions]);
        return choices.Next(6) switch
        {
            1 when block.HasStatements => block.Local("var", condition),
            2 => $"{block.Program.AddStaticClass(choices, $"public static bool Is => {Outside(condition, block)};")}.Is",
            3 => $"{block.Program.AddStaticClass(choices, "public static bool Not(bool value) => !value;")}.Not(!({condition}))",
            _ => $"({condition})",
        };
    }

    /// <summary>A condition as another member can write it.</summary>
    private static string Outside(string condition, Block block) => block.Conditions.Contains(condition) ? "Inputs.A" : condition;

    private static string Name(Block block, out string name) => name = block.Program.NewName("some");

    private static string If(Wanted wanted, Choices choices, Block block, bool hasElse)
    {
        var condition = Condition(choices, block);
        var local = block.Program.NewName("local");
        var body = block.Inner();
        var value = wanted.Spell(choices, body);
        if (hasElse)
        {
            var other = block.Inner();
            var otherValue = wanted.Another(choices).Spell(choices, other);
            block.Add($"{wanted.Type} {local}; if ({condition}) {{ {body.Text} {local} = {value}; }} else {{ {other.Text} {local} = {otherValue}; }}");
        }
        else
        {
            block.Add($"{wanted.Type} {local} = {wanted.Another(choices).Spell(choices, block)}; if ({condition}) {{ {body.Text} {local} = {value}; }}");
        }

        return local;
    }

    private static string KnownIf(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        var body = block.Inner();
        var value = wanted.Spell(choices, body);
        block.Add($"if ({choices.OneOf(KnownTrue)}) {{ {body.Text} {local} = {value}; }}");
        return local;
    }

    private static string Switch(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Program.NewName("local");
        var body = block.Inner();
        var value = wanted.Spell(choices, body);
        var other = block.Inner();
        var otherValue = wanted.Another(choices).Spell(choices, other);
        var (subject, label) = choices.OneOf(("Inputs.A", "case true"), ("Inputs.Name", "case null"), ("Inputs.Stage", "case \"prod\" when Inputs.A"), ("(Inputs.A, 1)", "case (true, 1)"));
        block.Add($"{wanted.Type} {local}; switch ({subject}) {{ {label}: {{ {body.Text} {local} = {value}; break; }} default: {{ {other.Text} {local} = {otherValue}; break; }} }}");
        return local;
    }

    private static string EarlyReturn(Wanted wanted, Choices choices, Block block)
    {
        var body = block.OfMethod();
        var condition = Condition(choices, body);
        var inner = body.Inner();
        var value = wanted.Spell(choices, inner);
        body.Add($"if ({condition}) {{ {inner.Text} return {value}; }}");
        var other = wanted.Another(choices).Spell(choices, body);
        return $"{block.Program.AddStaticClass(choices, $"public static {wanted.Type} Make() {Block.Returning(body, other)}")}.Make()";
    }

    private static string Nested(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Another(choices).Spell(choices, block));
        var outer = block.Inner();
        outer.Add($"{local} = {wanted.Decoy(choices, outer)};");
        var condition = Condition(choices, outer);
        var inner = outer.Inner();
        var value = wanted.Spell(choices, inner);
        block.Add($"if ({Condition(choices, block)}) {{ {outer.Text} if ({condition}) {{ {inner.Text} {local} = {value}; }} }}");
        return local;
    }

    /// <summary>A path that synthesizes nothing.</summary>
    private static string Throwing(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        var condition = Condition(choices, block);
        var value = wanted.Spell(choices, block);
        block.Add($"if ({condition}) {{ {local} = {value}; }} else if ({(block.Program.MayThrow ? "true" : "false")}) {{ throw new InvalidOperationException(\"no\"); }}");
        return local;
    }

    /// <summary>The same question twice: what it decides the first time, it decides the second time.</summary>
    private static string Correlated(Wanted wanted, Choices choices, Block block)
    {
        var condition = Condition(choices, block);
        var first = block.Local(wanted.Type, $"{condition} ? {wanted.Spell(choices, block)} : {wanted.Decoy(choices, block)}");
        return block.Local(wanted.Type, $"{condition} ? {first} : {wanted.Another(choices).Spell(choices, block)}");
    }

    private static string Around(Wanted wanted, Choices choices, Block block, string statement)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        var body = block.Inner();
        body.Add($"{local} = {wanted.Spell(choices, body)};");
        block.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, body.Text, block.Program.NewName("round")));
        return local;
    }

    private static string CoalescingAssignment(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Spell(choices, block);
        }

        var local = block.Local(wanted.Type + "?", choices.OneWay(() => "null", () => $"{Condition(choices, block)} ? {wanted.Another(choices).Spell(choices, block)} : null"));
        block.Add($"{local} ??= {wanted.Spell(choices, block)};");
        return local;
    }

    private static string ConditionalAccess(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($"class {name} {{ public {wanted.Type}? Value {{ get; set; }} }}");
        return $"(({Condition(choices, block)} ? new {name} {{ Value = {wanted.Spell(choices, block)} }} : null)?.Value ?? {wanted.Another(choices).Spell(choices, block)})";
    }

    [GeneratedRegex(@"(?<=Inputs\.)\w+")]
    private static partial Regex Input();
}
