namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to build a filter group by a chain of calls.</summary>
internal static class GroupSpellings
{
    public static readonly Spelling[] All = [Stored, ExtendedSometimes, ExtendedByHelper, ExtendedInLoop, Aggregated, Discarded, DiscardedSometimes, Branched, Fluent];

    private static string Stored(Wanted wanted, Choices choices, Block block) => Split(wanted, choices, block, (_, _) => { });

    /// <summary>A filter that is added in some runs only.</summary>
    private static string ExtendedSometimes(Wanted wanted, Choices choices, Block block) => Split(
        wanted,
        choices,
        block,
        (group, _) =>
        {
            var (method, pattern) = WantedGroup.Filter(choices.Part());
            var body = block.Inner();
            body.Add($"{group} = {group}.{method}({pattern.Spell(choices, body)});");
            block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
        });

    private static string Discarded(Wanted wanted, Choices choices, Block block) => Split(
        wanted,
        choices,
        block,
        (group, _) =>
        {
            var (method, pattern) = WantedGroup.Filter(choices.Part());
            block.Add($"{group}.{method}({pattern.Spell(choices, block)});");
        });

    private static string DiscardedSometimes(Wanted wanted, Choices choices, Block block) => Split(
        wanted,
        choices,
        block,
        (group, _) =>
        {
            var (method, pattern) = WantedGroup.Filter(choices.Part());
            var body = block.Inner();
            body.Add($"{group}.{method}({pattern.Spell(choices, body)});");
            block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
        });

    private static string ExtendedByHelper(Wanted wanted, Choices choices, Block block)
    {
        var group = (WantedGroup)wanted;
        var result = group.InEventOf(choices, block);
        foreach (var (method, pattern) in group.Filters)
        {
            var helper = block.Program.NewName("Restrict");
            block.Program.AddStaticClass(choices, $"public static FilterGroup {helper}(this FilterGroup group, string pattern) => group.{method}(pattern);");
            result = $"{result}.{helper}({pattern.Spell(choices, block)})";
        }

        return result;
    }

    private static string ExtendedInLoop(Wanted wanted, Choices choices, Block block)
    {
        var group = (WantedGroup)wanted;
        if (!block.HasStatements || group.Filters.IsEmpty || group.Filters.Select(filter => filter.Method).Distinct().Count() > 1)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", group.InEventOf(choices, block));
        var patterns = new WantedArray("string", [.. group.Filters.Select(filter => filter.Pattern)], another: null).Spell(choices, block);
        var each = block.Program.NewName("each");
        block.Add($"foreach (var {each} in {patterns}) {{ {local} = {local}.{group.Filters[0].Method}({each}); }}");
        return local;
    }

    private static string Aggregated(Wanted wanted, Choices choices, Block block)
    {
        var group = (WantedGroup)wanted;
        if (group.Filters.IsEmpty || group.Filters.Select(filter => filter.Method).Distinct().Count() > 1)
        {
            return wanted.Plain(choices, block);
        }

        var patterns = new WantedArray("string", [.. group.Filters.Select(filter => filter.Pattern)], another: null).Spell(choices, block);
        return $"{patterns}.Aggregate({group.InEventOf(choices, block)}, (group, pattern) => group.{group.Filters[0].Method}(pattern))";
    }

    /// <summary>Both sides of a branch extend the same beginning.</summary>
    private static string Branched(Wanted wanted, Choices choices, Block block)
    {
        var (method, pattern) = WantedGroup.Filter(choices.Part());
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", wanted.Spell(choices, block));
        return $"({BranchSpellings.Condition(choices, block)} ? {local} : {local}.{method}({pattern.Spell(choices, block)}))";
    }

    /// <summary>A builder of the program's own that keeps a group.</summary>
    private static string Fluent(Wanted wanted, Choices choices, Block block)
    {
        var group = (WantedGroup)wanted;
        var name = block.Program.NewName("Groups");
        var methods = group.Filters.Select(filter => filter.Method).Distinct()
            .Select(method => $"public {name} {method[3..]}(string pattern) {{ group = group.{method}(pattern); return this; }}");
        block.Program.AddOtherType($$"""
            class {{name}}
            {
                private FilterGroup group;
                private {{name}}(FilterGroup group) => this.group = group;
                public static {{name}} On(params EventAction[] events) => new(FilterGroup.InEventOf(events));
                {{string.Join('\n', methods)}}
                public FilterGroup Build() => group;
            }
            """);
        return group.Filters.Aggregate($"{name}.On({group.Events.List(choices, block)})", (chain, filter) => $"{chain}.{filter.Method[3..]}({filter.Pattern.Spell(choices, block)})") + ".Build()";
    }

    private static string Split(Wanted wanted, Choices choices, Block block, Action<string, WantedGroup> between)
    {
        var group = (WantedGroup)wanted;
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", group.InEventOf(choices, block));
        var early = choices.Next(group.Filters.Length + 1);
        for (var index = 0; index < group.Filters.Length; index++)
        {
            if (index == early)
            {
                between(local, group);
            }

            block.Add($"{local} = {local}.{group.Filters[index].Method}({group.Filters[index].Pattern.Spell(choices, block)});");
        }

        if (early == group.Filters.Length)
        {
            between(local, group);
        }

        return local;
    }
}
