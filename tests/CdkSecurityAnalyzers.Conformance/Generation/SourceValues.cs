using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>The props of a source.</summary>
/// <param name="provider">The factory of the source.</param>
/// <param name="isOn">The switch; null when it is not set.</param>
/// <param name="groups">The filter groups; null when they are not set.</param>
/// <param name="more">Further switches.</param>
internal sealed class WantedSourceProps(string provider, WantedBoolean? isOn, WantedArray? groups, params ImmutableArray<(string Name, WantedBoolean Value)> more) : Wanted
{
    public override string Type => provider + "SourceProps";

    protected override IReadOnlyList<Spelling> Own => [TargetTyped, Assigned, FilledByHelper, Derived, ChangedAfterUse];

    private string Fixed => provider == "GitHubEnterprise" ? "HttpsCloneUrl = \"https://ghe.example.com/octo/app\"" : "Owner = \"octo\", Repo = \"app\"";

    public static WantedSourceProps Any(Choices choices, string provider)
    {
        var isOn = choices.Next(5) switch { 0 or 1 => null, 2 or 3 => new WantedBoolean(true), _ => new WantedBoolean(false) };
        // The CDK refuses filter groups of a webhook that is off.
        return new(provider, isOn, choices.Chance(90) && isOn is not { IsTrue: false } ? WantedGroup.OfProvider(choices, provider) : null);
    }

    public override string Plain(Choices choices, Block block) => $"new {Type} {{ {string.Join(", ", [Fixed, .. Members(choices, block)])} }}";

    public override Wanted Another(Choices choices) => Any(choices.Part(), provider);

    private List<string> Members(Choices choices, Block block)
    {
        var members = new List<string>();
        if (isOn is not null)
        {
            // A run that switches the webhook off and keeps its groups ends in an exception.
            var written = new WantedBoolean(isOn.IsTrue, isFixed: groups is not null && !block.Program.MayThrow);
            members.Add($"Webhook = {written.Spell(choices, block)}");
        }

        if (groups is not null)
        {
            members.Add($"WebhookFilters = {groups.Spell(choices, block)}");
        }

        members.AddRange(more.Select(switched => $"{switched.Name} = {switched.Value.Spell(choices, block)}"));

        return members;
    }

    private string TargetTyped(Wanted wanted, Choices choices, Block block)
    {
        var shared = block.Program.AddStaticClass(choices, $"public static {Type} Same({Type} value) => value;");
        return $"{shared}.Same(new() {{ {string.Join(", ", [Fixed, .. Members(choices, block)])} }})";
    }

    /// <summary>Members that are assigned later, perhaps in some runs only, perhaps twice.</summary>
    private string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", $"new {Type} {{ {Fixed} }}");
        foreach (var member in Members(choices, block))
        {
            block.Add(choices.Chance(30) ? $"if ({BranchSpellings.Condition(choices, block)}) {{ {local}.{member}; }}" : $"{local}.{member};");
        }

        return local;
    }

    private string FilledByHelper(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var body = block.OfMethod();
        foreach (var member in Members(choices, body))
        {
            body.Add($"props.{member};");
        }

        var shared = block.Program.AddStaticClass(choices, $"public static {Type} Fill(this {Type} props) {{ {body.Text} return props; }}");
        var local = block.Local("var", $"new {Type} {{ {Fixed} }}");
        if (choices.Next(2) == 0)
        {
            block.Add($"{shared}.Fill({local});");
            return local;
        }

        return $"{shared}.Fill({local})";
    }

    /// <summary>A props class with its own constructor.</summary>
    private string Derived(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("SourceSettings");
        var body = block.OfMethod();
        foreach (var member in Members(choices, body))
        {
            body.Add($"{member};");
        }

        block.Program.AddType($"class {name} : {Type} {{ public {name}() {{ {string.Join(' ', Fixed.Split(", ").Select(member => member + ";"))} {body.Text} }} }}");
        return $"(({Type})new {name}())";
    }

    /// <summary>Props that are changed after they were handed over: nobody sees that.</summary>
    private string ChangedAfterUse(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", Spell(choices, block));
        block.Add($"Source.{provider}({local});");
        block.Add($"{local}.Webhook = {(isOn ?? new WantedBoolean(true)).Spell(choices, block)};");
        return local;
    }
}

/// <summary>A source.</summary>
internal sealed class WantedSource(string provider, WantedSourceProps props) : Wanted
{
    public override string Type => "ISource";

    protected override IReadOnlyList<Spelling> Own => [Changed];

    public static WantedSource Any(Choices choices)
    {
        var provider = choices.OneOf("GitHub", "GitHub", "GitHub", "GitHub", "GitHubEnterprise", "BitBucket");
        return new(provider, WantedSourceProps.Any(choices, provider));
    }

    public override string Plain(Choices choices, Block block) => $"Source.{provider}({props.Spell(choices, block)})";

    public override Wanted Another(Choices choices) => Any(choices.Part());

    /// <summary>A source whose props are changed after it was made.</summary>
    private string Changed(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", props.Spell(choices, block));
        var source = block.Local("var", $"Source.{provider}({local})");
        block.Add($"{local}.WebhookFilters = {choices.OneOf("null", "new FilterGroup[0]", "new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) }")};");
        return source;
    }
}

/// <summary>The props of a project.</summary>
internal sealed class WantedProjectProps(WantedSource source) : Wanted
{
    private const string Fixed = "BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })";

    public override string Type => "ProjectProps";

    protected override IReadOnlyList<Spelling> Own => [Assigned, Derived];

    public static WantedProjectProps Any(Choices choices) => new(WantedSource.Any(choices));

    public override string Plain(Choices choices, Block block) => $"new ProjectProps {{ Source = {source.Spell(choices, block)}, {Fixed} }}";

    public override Wanted Another(Choices choices) => Any(choices.Part());

    private string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", $"new ProjectProps {{ {Fixed} }}");
        var value = source.Spell(choices, block);
        block.Add(choices.Chance(30) ? $"if ({BranchSpellings.Condition(choices, block)}) {{ {local}.Source = {value}; }}" : $"{local}.Source = {value};");
        return local;
    }

    private string Derived(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Settings");
        block.Program.AddType($"class {name} : ProjectProps {{ public {name}(ISource source, int level = 1) {{ Source = source; {Fixed}; }} }}");
        return $"(({Type})new {name}({source.Spell(choices, block)}))";
    }
}
