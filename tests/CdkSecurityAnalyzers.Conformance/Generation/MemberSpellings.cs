namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Values that reach their place through locals, fields, properties and objects.</summary>
internal static class MemberSpellings
{
    public static readonly Spelling[] Anywhere =
    [
        (wanted, choices, block) => Static(wanted, choices, block, "static readonly {0} Value = {1};"),
        (wanted, choices, block) => Static(wanted, choices, block, "static {0} Value {{ get; }} = {1};"),
        (wanted, choices, block) => Static(wanted, choices, block, "static {0} Value => {1};"),
        (wanted, choices, block) => Static(wanted, choices, block, "static {0} Value {{ get {{ return {1}; }} }}"),
        StaticConstructor,
        Initializer,
        (wanted, choices, block) => Object(wanted, choices, block, "class {0} {{ public {0}({1} value) => Value = value; public {1} Value {{ get; }} }}", "new {0}({1}).Value"),
        (wanted, choices, block) => Object(wanted, choices, block, "class {0}({1} value) {{ private readonly {1} kept = value; public {1} Value => kept; }}", "new {0}({1}).Value"),
        (wanted, choices, block) => Object(wanted, choices, block, "class {0} {{ public required {1} Value {{ get; init; }} }}", "new {0} {{ Value = {1} }}.Value"),
        (wanted, choices, block) => Object(wanted, choices, block, "class {0}({1} value) {{ public {1} Give() => value; }}", "new {0}({1}).Give()"),
        (wanted, choices, block) => Object(
            wanted, choices, block, "class {0} {{ public {1}? Value {{ get; set; }} public {0}? Inner {{ get; set; }} }}", "new {0} {{ Inner = new() {{ Value = {1} }} }}.Inner.Value!{2}"),
        RecordWith,
        (wanted, choices, block) => Object(wanted, choices, block, "record struct {0}({1} Value);", "new {0}({1}).Value"),
        (wanted, choices, block) => $"({wanted.Decoy(choices, block)}, {wanted.Spell(choices, block)}).Item2",
        (wanted, choices, block) => $"new {{ Other = {wanted.Decoy(choices, block)}, Value = {wanted.Spell(choices, block)} }}.Value",
        ChainedConstructor,
        BaseConstructor,
    ];

    public static readonly Spelling[] InStatements =
    [
        (wanted, choices, block) => block.Local("var", wanted.Spell(choices, block)),
        Reassigned,
        (wanted, choices, block) => Assigned(wanted, choices, block, "var (unused{0}, value{0}) = ({1}, {2});", "value{0}"),
        Alias,
        StructCopy,
        Builder,
        CompoundObject,
    ];

    public static readonly Spelling[] OfConstants =
    [
        (wanted, choices, block) => Constant(wanted, choices, block),
        (wanted, choices, block) => $"{block.Program.AddStaticClass(choices, $"public const {wanted.Type} Other = {wanted.Decoy(choices, block)}; public const {wanted.Type} Value = {wanted.Plain(choices, block)};")}.Value",
    ];

    private static string Static(Wanted wanted, Choices choices, Block block, string member)
    {
        var declaration = string.Format(System.Globalization.CultureInfo.InvariantCulture, member, wanted.Type, wanted.Spell(choices, block.OfInitializer()));
        return $"{block.Program.AddStaticClass(choices, "public " + declaration)}.Value";
    }

    private static string StaticConstructor(Wanted wanted, Choices choices, Block block)
    {
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var name = block.Program.NewName("Shared");
        block.Program.AddOtherType($"static class {name} {{ static {name}() {{ {body.Text} Value = {value}; }} public static {wanted.Type} Value {{ get; }} }}");
        return name + ".Value";
    }

    /// <summary>An instance whose field has an initializer.</summary>
    private static string Initializer(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($"class {name} {{ public readonly {wanted.Type} Value = {wanted.Spell(choices, block.OfInitializer())}; }}");
        return $"new {name}().Value";
    }

    private static string Object(Wanted wanted, Choices choices, Block block, string declaration, string use)
    {
        var name = block.Program.NewName("Holder");
        var format = System.Globalization.CultureInfo.InvariantCulture;
        block.Program.AddType(string.Format(format, declaration, name, wanted.Type));
        return string.Format(format, use, name, wanted.Spell(choices, block), wanted.IsReference ? "" : ".Value");
    }

    private static string RecordWith(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Settings");
        block.Program.AddType($"record {name}({wanted.Type} Value, int Level = 1);");
        return $"(new {name}({wanted.Decoy(choices, block)}) with {{ Value = {wanted.Spell(choices, block)} }}).Value";
    }

    private static string ChainedConstructor(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($$"""
            class {{name}}
            {
                public {{name}}({{wanted.Type}} value) : this(1, value) { }
                private {{name}}(int level, {{wanted.Type}} value) { if (level > 0) { Value = value; } else { Value = {{wanted.Decoy(choices, block.OfInitializer())}}; } }
                public {{wanted.Type}} Value { get; private set; }
            }
            """);
        return $"new {name}({wanted.Spell(choices, block)}).Value";
    }

    private static string BaseConstructor(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($"abstract class {name}Base({wanted.Type} value) {{ public {wanted.Type} Value {{ get; }} = value; }}");
        block.Program.AddType($"class {name}({wanted.Type} first, {wanted.Type} second) : {name}Base(second) {{ public {wanted.Type} First => first; }}");
        return $"new {name}({wanted.Decoy(choices, block)}, {wanted.Spell(choices, block)}).Value";
    }

    private static string Reassigned(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        block.Add($"{local} = {wanted.Spell(choices, block)};");
        return local;
    }

    private static string Assigned(Wanted wanted, Choices choices, Block block, string statement, string use)
    {
        var format = System.Globalization.CultureInfo.InvariantCulture;
        var name = block.Program.NewName("");
        block.Add(string.Format(format, statement, name, wanted.Decoy(choices, block), wanted.Spell(choices, block)));
        return string.Format(format, use, name);
    }

    /// <summary>One object under two names.</summary>
    private static string Alias(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($"class {name} {{ public {wanted.Type} Value {{ get; set; }} = {wanted.Decoy(choices, block.OfInitializer())}; }}");
        var local = block.Local("var", $"new {name}()");
        var alias = block.Local("var", local);
        block.Add($"{alias}.Value = {wanted.Spell(choices, block)};");
        return local + ".Value";
    }

    private static string StructCopy(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Pair");
        block.Program.AddType($"struct {name} {{ public {wanted.Type} Value; }}");
        var local = block.Local("var", $"new {name} {{ Value = {wanted.Spell(choices, block)} }}");
        var copy = block.Local("var", local);
        block.Add($"{copy}.Value = {wanted.Decoy(choices, block)};");
        return local + ".Value";
    }

    private static string Builder(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Builder");
        block.Program.AddType($"class {name} {{ private {wanted.Type} kept = {wanted.Decoy(choices, block.OfInitializer())}; public {name} With({wanted.Type} value) {{ kept = value; return this; }} public {wanted.Type} Build() => kept; }}");
        var local = block.Local("var", $"new {name}()");
        block.Add($"{local}.With({wanted.Decoy(choices, block)}).With({wanted.Spell(choices, block)});");
        return local + ".Build()";
    }

    private static string CompoundObject(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Holder");
        block.Program.AddType($"class {name} {{ public {wanted.Type} Value {{ get; set; }} = {wanted.Decoy(choices, block.OfInitializer())}; public {name}? Next {{ get; set; }} }}");
        var local = block.Local("var", $"new {name} {{ Next = new {name}() }}");
        block.Add($"{local}.Next.Value = {wanted.Spell(choices, block)};");
        return $"{local}.Next!.Value";
    }

    private static string Constant(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var name = block.Program.NewName("constant");
        block.Add($"const {wanted.Type} {name} = {wanted.Plain(choices, block)};");
        return name;
    }
}
