namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to build a dictionary.</summary>
internal static class DictionarySpellings
{
    public static readonly Spelling[] All =
    [
        Of("new[] {{ {2} }}.ToDictionary({3} => {3}.Key, {3} => {3}.Value)"),
        Of("new Dictionary<string, {0}>(new Dictionary<string, {0}> {{ {1} }})"),
        Of("new Dictionary<string, {0}> {{ {1} }}.Where({3} => {3}.Key.Length > 0).ToDictionary({3} => {3}.Key, {3} => {3}.Value)"),
        Of("(from {3} in new[] {{ {2} }} select {3}).ToDictionary({3} => {3}.Key, {3} => {3}.Value)"),
        Statements("var {3} = new Dictionary<string, {0}>(); foreach (var (key{3}, value{3}) in new[] {{ {2} }}) {{ {3}[key{3}] = value{3}; }}"),
        Statements("var {3} = new Dictionary<string, {0}>(); foreach (var each{3} in new Dictionary<string, {0}> {{ {1} }}) {{ {3}.Add(each{3}.Key, each{3}.Value); }}"),
        Statements("var all{3} = new[] {{ {2} }}; var {3} = new Dictionary<string, {0}>(); for (var index{3} = 0; index{3} < all{3}.Length; index{3}++) {{ {3}.Add(all{3}[index{3}].Key, all{3}[index{3}].Value); }}"),
        Statements("var {3} = new Dictionary<string, {0}>(); new Dictionary<string, {0}> {{ {1} }}.ToList().ForEach(pair => {3}.Add(pair.Key, pair.Value));"),
        Statements("var same{3} = new Dictionary<string, {0}>(); var {3} = same{3}; foreach (var each{3} in new Dictionary<string, {0}> {{ {1} }}) {{ same{3}.TryAdd(each{3}.Key, each{3}.Value); }}"),
        Assigned,
        Conditional,
        Replaced,
        Removed,
        FilledByHelper,
        ChangedCopy,
        Emptied,
    ];

    private static Spelling Of(string format) => (wanted, choices, block) => Format(format, (WantedDictionary)wanted, choices, block, block.Program.NewName("pair"));

    private static Spelling Statements(string format) => (wanted, choices, block) =>
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var name = block.Program.NewName("table");
        block.Add(Format(format, (WantedDictionary)wanted, choices, block, name));
        return name;
    };

    /// <summary>Fills in the type of the values, the entries of an initializer, the same as tuples, and a name.</summary>
    private static string Format(string format, WantedDictionary wanted, Choices choices, Block block, string name)
    {
        var entries = wanted.Entries.Select(entry => (Key: entry.Key.Spell(choices, block), Value: entry.Value.Spell(choices, block))).ToList();
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            format,
            wanted.Element,
            string.Join(", ", entries.Select(entry => $"[{entry.Key}] = {entry.Value}")),
            string.Join(", ", entries.Select(entry => $"(Key: {entry.Key}, Value: ({wanted.Element}){entry.Value})")),
            name);
    }

    /// <summary>Writes the entries one by one.</summary>
    private static string Filled(Wanted wanted, Choices choices, Block block, Action<string, string, Wanted> before)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", $"new {wanted.Type}()");
        foreach (var (key, value) in ((WantedDictionary)wanted).Entries)
        {
            var name = key.Spell(choices, block);
            before(local, name, value);
            block.Add($"{local}[{name}] = {value.Spell(choices, block)};");
        }

        return local;
    }

    private static string Assigned(Wanted wanted, Choices choices, Block block) => Filled(wanted, choices, block, (_, _, _) => { });

    /// <summary>An entry that is there in some runs, or has another value in some.</summary>
    private static string Conditional(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", $"new {wanted.Type}()");
        foreach (var (key, value) in ((WantedDictionary)wanted).Entries)
        {
            var body = block.Inner();
            body.Add($"{local}[{key.Spell(choices, body)}] = {value.Spell(choices, body)};");
            block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
        }

        return local;
    }

    private static string Replaced(Wanted wanted, Choices choices, Block block) =>
        Filled(wanted, choices, block, (local, key, value) => block.Add($"{local}[{key}] = {value.Decoy(choices, block)};"));

    private static string Removed(Wanted wanted, Choices choices, Block block) => Filled(
        wanted,
        choices,
        block,
        (local, _, value) => block.Add($"{local}.Add(\"X_TOKEN\", {value.Decoy(choices, block)}); {local}.Remove(\"X_TOKEN\");"));

    private static string FilledByHelper(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var body = block.OfMethod();
        foreach (var (key, value) in ((WantedDictionary)wanted).Entries)
        {
            body.Add($"all[{key.Spell(choices, body)}] = {value.Spell(choices, body)};");
        }

        var shared = block.Program.AddStaticClass(
            choices, $"public static void Fill(IDictionary<string, {((WantedDictionary)wanted).Element}> all) {{ {body.Text} }}");
        var local = block.Local("var", $"new {wanted.Type}()");
        block.Add($"{shared}.Fill({local});");
        return local;
    }

    /// <summary>A copy that changes and is not used.</summary>
    private static string ChangedCopy(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", wanted.Spell(choices, block));
        var copy = block.Local("var", $"new {wanted.Type}({local})");
        var (_, value) = ((WantedDictionary)wanted).Entries[0];
        block.Add($"{copy}[\"X_TOKEN\"] = {value.Decoy(choices, block)};");
        return local;
    }

    /// <summary>A dictionary that is emptied before it gets what is wanted.</summary>
    private static string Emptied(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", $"new {wanted.Type}({wanted.Decoy(choices, block)})");
        block.Add($"{local}.Clear();");
        foreach (var (key, value) in ((WantedDictionary)wanted).Entries)
        {
            block.Add($"{local}.Add({key.Spell(choices, block)}, {value.Spell(choices, block)});");
        }

        return local;
    }
}
