namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Values that methods, lambdas and local functions give back.</summary>
internal static class CallSpellings
{
    public static readonly Spelling[] Anywhere =
    [
        (wanted, choices, block) => $"{Method(wanted, choices, block, "Make()")}.Make()",
        (wanted, choices, block) => $"{Shared(choices, block, $"public static {wanted.Type} Same({wanted.Type} value) => value;")}.Same({wanted.Spell(choices, block)})",
        (wanted, choices, block) => $"{Shared(choices, block, "public static T Same<T>(T value) => value;")}.Same({wanted.Spell(choices, block)})",
        Extension,
        (wanted, choices, block) =>
            $"{Shared(choices, block, $"public static {wanted.Type} Second({wanted.Type} first, {wanted.Type} second) => second;")}.Second(second: {wanted.Spell(choices, block)}, first: {wanted.Decoy(choices, block)})",
        (wanted, choices, block) =>
            $"{Shared(choices, block, $"public static {wanted.Type} Last(params {wanted.Type}[] values) => values[^1];")}.Last({wanted.Decoy(choices, block)}, {wanted.Spell(choices, block)})",
        (wanted, choices, block) => $"{Shared(choices, block, $"public static {wanted.Type} Down(int level, {wanted.Type} value) => level == 0 ? value : Down(level - 1, value);")}.Down(2, {wanted.Spell(choices, block)})",
        (wanted, choices, block) =>
            $"{Shared(choices, block, $"public static {wanted.Type} Pick(bool first, {wanted.Type} one, {wanted.Type} two) => first ? one : two;")}.Pick({BranchSpellings.Condition(choices, block)}, {wanted.Spell(choices, block)}, {wanted.Another(choices).Spell(choices, block)})",
        WithDefault,
        InstanceMethod,
        TemplateMethod,
        Interface,
        (wanted, choices, block) => $"{Shared(choices, block, $"public static {wanted.Type} Call(Func<{wanted.Type}> make) => make();")}.Call(() => {wanted.Spell(choices, block.OfInitializer())})",
        (wanted, choices, block) => $"{Shared(choices, block, $"public static readonly Func<int, {wanted.Type}> Make = {Level(block)} => {wanted.Spell(choices, block.OfInitializer())};")}.Make(1)",
        GenericClass,
        Indexer,
    ];

    public static readonly Spelling[] InStatements =
    [
        LocalFunction,
        Lambda,
        LambdaThatWrites,
        (wanted, choices, block) => Taken(wanted, choices, block, "void Take(out {0} value)", "{0}.Take(out var {1});"),
        (wanted, choices, block) => Taken(wanted, choices, block, "void Take(out {0} value, int level = 0)", "{0}.Take(level: 2, value: out var {1});"),
        TryMethod,
        Reference,
        Deconstruction,
        MethodGroup,
    ];

    public static readonly Spelling[] OfConstants =
    [
        (wanted, choices, block) => $"{Shared(choices, block, $"public static {wanted.Type} Same({wanted.Type} value = {wanted.Plain(choices, block)}) => value;")}.Same()",
        (wanted, choices, block) => $"{Shared(choices, block, $"public static {wanted.Type} Same(int level, {wanted.Type} value = {wanted.Decoy(choices, block)}) => value;")}.Same(1, {wanted.Spell(choices, block)})",
    ];

    private static string Level(Block block) => block.Program.NewName("level");

    private static string Shared(Choices choices, Block block, string members) => block.Program.AddStaticClass(choices, members);

    /// <summary>A static class with a method that gives the value.</summary>
    private static string Method(Wanted wanted, Choices choices, Block block, string signature)
    {
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        return Shared(choices, block, $"public static {wanted.Type} {signature} {Block.Returning(body, value)}");
    }

    private static string Extension(Wanted wanted, Choices choices, Block block)
    {
        var method = block.Program.NewName("Same");
        Shared(choices, block, $"public static {wanted.Type} {method}(this {wanted.Type} value, int level = 0) => value;");
        return $"({wanted.Spell(choices, block)}).{method}()";
    }

    private static string WithDefault(Wanted wanted, Choices choices, Block block)
    {
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var decoy = wanted.Decoy(choices, block.OfInitializer());
        var shared = Shared(choices, block, $"public static {wanted.Type} Make(int level = 1, bool other = false) {{ if (other) {{ return {decoy}; }} {body.Text} return {value}; }}");
        return $"{shared}.Make({choices.OneOf("", "2", "level: 3")})";
    }

    private static string InstanceMethod(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Factory");
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        block.Program.AddType($"class {name} {{ public {wanted.Type} Make() => Inner(true); private {wanted.Type} Inner(bool wanted) {{ {body.Text} var result = {value}; return wanted ? result : {wanted.Decoy(choices, block.OfInitializer())}; }} }}");
        return $"new {name}().Make()";
    }

    private static string TemplateMethod(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Factory");
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var part = wanted.IsConstant ? $"protected virtual {wanted.Type} Part() => {wanted.Decoy(choices, block.OfInitializer())};" : $"protected abstract {wanted.Type} Part();";
        block.Program.AddType($"abstract class {name}Base {{ public {wanted.Type} Make() => Part(); {part} }}");
        block.Program.AddType($"class {name} : {name}Base {{ protected override {wanted.Type} Part() {Block.Returning(body, value)} }}");
        return $"new {name}().Make()";
    }

    private static string Interface(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Factory");
        block.Program.AddType($"interface I{name} {{ {wanted.Type} Value {{ get; }} }}");
        block.Program.AddType($"sealed class {name} : I{name} {{ public {wanted.Type} Value => {wanted.Spell(choices, block.OfInitializer())}; }}");
        return $"((I{name})new {name}()).Value";
    }

    private static string GenericClass(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Box");
        block.Program.AddType($"class {name}<T>(T value) {{ public T Value => value; public {name}<U> Map<U>(Func<T, U> map) => new(map(value)); }}");
        return $"new {name}<int>(1).Map({name}Number => {wanted.Spell(choices, block.OfInitializer())}).Value";
    }

    private static string Indexer(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Table");
        block.Program.AddType($"class {name}({wanted.Type} value) {{ public {wanted.Type} this[string key] => key == \"value\" ? value : {wanted.Decoy(choices, block.OfInitializer())}; }}");
        return $"new {name}({wanted.Spell(choices, block)})[\"value\"]";
    }

    private static string LocalFunction(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("make");
        var body = block.Inner();
        var value = wanted.Spell(choices, body);
        block.Add($"{wanted.Type} {name}() {Block.Returning(body, value)}");
        return name + "()";
    }

    private static string Lambda(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("make");
        var body = block.Inner();
        var value = wanted.Spell(choices, body);
        block.Add($"Func<int, {wanted.Type}> {name} = {name}Level => {Block.Returning(body, value)};");
        return name + "(1)";
    }

    private static string LambdaThatWrites(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        var value = wanted.Spell(choices, block);
        var name = block.Program.NewName("write");
        block.Add($"Action<{wanted.Type}> {name} = value => {local} = value; {name}({value});");
        return local;
    }

    private static string Taken(Wanted wanted, Choices choices, Block block, string signature, string call)
    {
        var format = System.Globalization.CultureInfo.InvariantCulture;
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var shared = Shared(choices, block, $"public static {string.Format(format, signature, wanted.Type)} {{ {body.Text} value = {value}; }}");
        var local = block.Program.NewName("taken");
        block.Add(string.Format(format, call, shared, local));
        return local;
    }

    private static string TryMethod(Wanted wanted, Choices choices, Block block)
    {
        var value = wanted.Spell(choices, block);
        var shared = Shared(choices, block, $"public static bool TryTake(bool give, {wanted.Type} given, out {wanted.Type}? value) {{ if (give) {{ value = given; return true; }} value = default; return false; }}");
        var local = block.Program.NewName("taken");
        block.Add($"{wanted.Type} {local} = {shared}.TryTake(true, {value}, out var {local}Found) ? {local}Found!{(wanted.IsReference ? "" : ".Value")} : {wanted.Decoy(choices, block)};");
        return local;
    }

    private static string Reference(Wanted wanted, Choices choices, Block block)
    {
        var local = block.Local(wanted.Type, wanted.Decoy(choices, block));
        var value = wanted.Spell(choices, block);
        block.Add($"{Shared(choices, block, $"public static void Set(ref {wanted.Type} target, {wanted.Type} value) => target = value;")}.Set(ref {local}, {value});");
        return local;
    }

    private static string Deconstruction(Wanted wanted, Choices choices, Block block)
    {
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var shared = Shared(choices, block, $"public static ({wanted.Type} Other, {wanted.Type} Value) Both() {{ {body.Text} return ({wanted.Decoy(choices, body.OfInitializer())}, {value}); }}");
        var local = block.Program.NewName("taken");
        block.Add($"var (_, {local}) = {shared}.Both();");
        return local;
    }

    private static string MethodGroup(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Local($"Func<{wanted.Type}>", $"{Method(wanted, choices, block, "Make()")}.Make");
        return name + "()";
    }
}
