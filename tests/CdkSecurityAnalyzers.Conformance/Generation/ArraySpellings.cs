namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to build an array.</summary>
internal static class ArraySpellings
{
    public static readonly Spelling[] All =
    [
        Of("new List<{0}> {{ {1} }}.ToArray()"),
        Of("(({0}[])[{1}])"),
        Of("System.Collections.Immutable.ImmutableList<{0}>.Empty.AddRange(new {0}[] {{ {1} }}).ToArray()"),
        Of("System.Collections.Immutable.ImmutableArray.Create(new {0}[] {{ {1} }}).ToArray()"),
        Of("new {0}[] {{ {1} }}.Select({2} => {2}).ToArray()"),
        Of("new {0}[] {{ {1} }}.Where({2} => {2} != null).ToArray()"),
        Of("new {0}[] {{ {1} }}.Reverse().Reverse().ToArray()"),
        Of("new {0}[] {{ {1} }}.ToList().ToArray()"),
        Of("new {0}[][] {{ new {0}[] {{ {1} }}, new {0}[0] }}.SelectMany({2} => {2}).ToArray()"),
        Of("new {0}[] {{ {1} }}.Take(100).Skip(0).ToArray()"),
        Of("Array.ConvertAll(new {0}[] {{ {1} }}, {2} => {2})"),
        Of("new {0}[] {{ {1} }}.Select(({2}, index{2}) => (index{2}, {2})).ToDictionary(pair => pair.Item1, pair => pair.Item2).Values.ToArray()"),
        Of("new HashSet<{0}> {{ {1} }}.ToArray()"),
        Of("Enumerable.Empty<{0}>().Concat(new {0}[] {{ {1} }}).ToArray()"),
        Of("(from {2} in new {0}[] {{ {1} }} select {2}).ToArray()"),
        Of("new List<{0}>(new {0}[] {{ {1} }}).AsReadOnly().ToArray()"),
        Parts("new List<{0}>({1}).Concat({2}).ToArray()"),
        Parts("(({0}[])[.. {1}, .. {2}])"),
        Parts("{1}.Concat({2}).ToArray()"),
        Parts("{2}.Aggregate({1}.ToList(), ({3}, one{3}) => {{ {3}.Add(one{3}); return {3}; }}).ToArray()"),
        Added,
        Filled,
        Iterated,
        Conditional,
        CopiedBeforeChange,
        ChangedThroughAlias,
        FilledByHelper,
        Looped,
        Extended,
        Filtered,
    ];

    private static Spelling Of(string format) => (wanted, choices, block) =>
    {
        var array = (WantedArray)wanted;
        return Format(format, array.Element, array.List(choices, block), block.Program.NewName("each"));
    };

    private static Spelling Parts(string format) => (wanted, choices, block) =>
    {
        var (first, second) = ((WantedArray)wanted).Split(choices);
        return Format(format, first.Element, first.Spell(choices, block), second.Spell(choices, block), block.Program.NewName("list"));
    };

    private static string Added(Wanted wanted, Choices choices, Block block) => InList(wanted, choices, block, (_, _) => { });

    /// <summary>An element that is added in some runs only.</summary>
    private static string Conditional(Wanted wanted, Choices choices, Block block) => InList(
        wanted,
        choices,
        block,
        (array, list) =>
        {
            if (array.Further(choices) is { } further)
            {
                var body = block.Inner();
                var value = further.Spell(choices, body);
                body.Add($"{list}.{choices.OneOf($"Add({value})", $"Insert(0, {value})", $"AddRange(new[] {{ {value} }})")};");
                block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
            }
        });

    private static string InList(Wanted wanted, Choices choices, Block block, Action<WantedArray, string> more)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var list = block.Local("var", $"new List<{array.Element}>()");
        foreach (var element in array.Elements)
        {
            block.Add($"{list}.Add({element.Spell(choices, block)});");
        }

        more(array, list);
        return choices.OneOf($"{list}.ToArray()", $"(({array.Type})[.. {list}])");
    }

    /// <summary>A list that is changed after it was copied.</summary>
    private static string CopiedBeforeChange(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var list = block.Local("var", $"new List<{array.Element}> {{ {array.List(choices, block)} }}");
        var copy = block.Local("var", list + ".ToArray()");
        block.Add(array.Further(choices) is { } further ? $"{list}[0] = {further.Spell(choices, block)}; {list}.RemoveAt(0);" : $"{list}.Clear();");
        return copy;
    }

    private static string ChangedThroughAlias(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements || array.Elements.IsEmpty)
        {
            return array.Plain(choices, block);
        }

        var local = block.Local("var", $"new {array.Element}[{array.Elements.Length}]");
        var alias = block.Local("var", local);
        for (var index = 0; index < array.Elements.Length; index++)
        {
            block.Add($"{(index % 2 == 0 ? local : alias)}[{index}] = {array.Elements[index].Spell(choices, block)};");
        }

        return alias;
    }

    private static string Filled(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var list = block.Local("var", $"new List<{array.Element}>()");
        var (first, second) = array.Split(choices);
        block.Add($"{list}.AddRange({second.Spell(choices, block)});");
        block.Add($"{list}.InsertRange(0, {first.Spell(choices, block)});");
        return list + ".ToArray()";
    }

    private static string Iterated(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        var body = block.OfMethod();
        var (first, second) = array.Split(choices);
        foreach (var element in first.Elements)
        {
            var value = element.Spell(choices, body);
            body.Add($"yield return {value};");
        }

        if (array.Further(choices) is { } further && choices.Chance(40))
        {
            var inner = body.Inner();
            var value = further.Spell(choices, inner);
            body.Add($"if ({BranchSpellings.Condition(choices, body)}) {{ {inner.Text} yield return {value}; }}");
        }

        var rest = second.Spell(choices, body);
        var each = block.Program.NewName("each");
        body.Add($"foreach (var {each} in {rest}) {{ yield return {each}; }}");
        return $"{block.Program.AddStaticClass(choices, $"public static IEnumerable<{array.Element}> All() {{ {body.Text} }}")}.All().ToArray()";
    }

    private static string FilledByHelper(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var body = block.OfMethod();
        foreach (var element in array.Elements)
        {
            body.Add($"list.Add({element.Spell(choices, body)});");
        }

        var shared = block.Program.AddStaticClass(choices, $"public static void Fill({choices.OneOf("ICollection", "List", "IList")}<{array.Element}> list) {{ {body.Text} }}");
        var list = block.Local("var", $"new List<{array.Element}>()");
        block.Add($"{shared}.Fill({list});");
        return list + ".ToArray()";
    }

    private static string Looped(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var all = array.Spell(choices, block);
        var list = block.Local("var", $"new List<{array.Element}>()");
        var each = block.Program.NewName("each");
        block.Add(choices.OneOf(
            $"foreach (var {each} in {all}) {{ {list}.Add({each}); }}",
            $"{all}.ToList().ForEach({list}.Add);",
            $"{all}.ToList().ForEach({each} => {list}.Add({each}));",
            $"var {each}All = {all}; for (var {each} = 0; {each} < {each}All.Length; {each}++) {{ {list}.Add({each}All[{each}]); }}"));
        return list + ".ToArray()";
    }

    /// <summary>An array that grows by creating new ones.</summary>
    private static string Extended(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        if (!block.HasStatements)
        {
            return array.Plain(choices, block);
        }

        var local = block.Local(array.Type, $"Array.Empty<{array.Element}>()");
        foreach (var element in array.Elements)
        {
            var value = element.Spell(choices, block);
            block.Add(choices.OneOf($"{local} = {local}.Append({value}).ToArray();", $"{local} = [.. {local}, {value}];", $"{local} = {local}.Concat(new[] {{ {value} }}).ToArray();"));
        }

        return local;
    }

    /// <summary>More than is wanted, of which a query takes the rest away.</summary>
    private static string Filtered(Wanted wanted, Choices choices, Block block)
    {
        var array = (WantedArray)wanted;
        var pairs = array.Elements.Select(element => $"(true, {element.Spell(choices, block)})").ToList();
        if (array.Further(choices) is { } further)
        {
            pairs.Insert(choices.Next(pairs.Count + 1), $"(false, {further.Spell(choices, block)})");
        }

        return $"new (bool, {array.Element})[] {{ {string.Join(", ", pairs)} }}.Where(pair => pair.Item1).Select(pair => pair.Item2).ToArray()";
    }

    private static string Format(string format, params object[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arguments);
}
