namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to make a statement.</summary>
internal static class StatementSpellings
{
    public static readonly Spelling[] All = [Built, Assigned, OfJson, Copied, OverriddenCopy, OfDerivedProps, OfHelper, CopiedAsItIs, Changed];

    /// <summary>A statement that gets its parts by its methods.</summary>
    private static string Built(Wanted wanted, Choices choices, Block block)
    {
        var parts = ((WantedStatement)wanted).Parts;
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", $"new PolicyStatement {{ Sid = \"{parts.Id}\" }}");
        if (!parts.Allows)
        {
            block.Add($"{local}.Effect = Effect.DENY;");
        }

        var (method, list) = (parts.IsInverted ? "AddNotActions" : "AddActions", parts.Actions);
        block.Add($"{local}.{method}({(choices.Chance(50) ? list.Spell(choices, block) : list.List(choices, block))});");
        block.Add($"{local}.AddResources({(choices.Chance(50) ? parts.Resources.Spell(choices, block) : parts.Resources.List(choices, block))});");
        if (parts.Condition is { } condition)
        {
            block.Add($"{local}.AddConditions({StatementParts.Dictionary(condition)});");
        }

        return local;
    }

    /// <summary>Props that are filled in one by one.</summary>
    private static string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", "new PolicyStatementProps()");
        foreach (var member in ((WantedStatement)wanted).Members(choices, block))
        {
            block.Add($"{local}.{member};");
        }

        return block.Local("var", $"new PolicyStatement({local})");
    }

    private static string OfJson(Wanted wanted, Choices choices, Block block) =>
        $"PolicyStatement.FromJson({new WantedWrittenStatement(((WantedStatement)wanted).Parts).Spell(choices, block)})";

    private static string Copied(Wanted wanted, Choices choices, Block block) => $"({wanted.Spell(choices, block)}).Copy()";

    private static string OverriddenCopy(Wanted wanted, Choices choices, Block block)
    {
        var parts = ((WantedStatement)wanted).Parts;
        return parts.Condition is null && !parts.IsInverted
            ? $"new PolicyStatement(new PolicyStatementProps {{ Sid = \"Base\", Actions = new[] {{ \"sqs:SendMessage\" }}, Resources = new[] {{ \"*\" }} }}).Copy({((WantedStatement)wanted).Props(choices, block)})"
            : wanted.Plain(choices, block);
    }

    private static string OfDerivedProps(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("StatementSettings");
        var body = block.OfMethod();
        foreach (var member in ((WantedStatement)wanted).Members(choices, body))
        {
            body.Add($"{member};");
        }

        block.Program.AddType($"class {name} : PolicyStatementProps {{ public {name}() {{ {body.Text} }} }}");
        return $"new PolicyStatement(new {name}())";
    }

    private static string OfHelper(Wanted wanted, Choices choices, Block block)
    {
        var parts = ((WantedStatement)wanted).Parts;
        if (parts.IsInverted || parts.Condition is not null)
        {
            return wanted.Plain(choices, block);
        }

        var shared = block.Program.AddStaticClass(
            choices,
            "public static PolicyStatement Of(string id, bool allows, string[] resources, params string[] actions) => new PolicyStatement(new PolicyStatementProps { Sid = id, Effect = allows ? Effect.ALLOW : Effect.DENY, Actions = actions, Resources = resources });");
        var allows = new WantedBoolean(parts.Allows).Spell(choices, block);
        var resources = parts.Resources.Spell(choices, block);
        return $"{shared}.Of(\"{parts.Id}\", {allows}, {resources}, {(choices.Chance(50) ? parts.Actions.Spell(choices, block) : parts.Actions.List(choices, block))})";
    }

    private static string CopiedAsItIs(Wanted wanted, Choices choices, Block block) => $"({wanted.Plain(choices, block)}).Copy(new PolicyStatementProps())";

    /// <summary>A statement that changes after it was made.</summary>
    private static string Changed(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Plain(choices, block);
        }

        var local = block.Local("var", wanted.Spell(choices, block));
        PolicyWriter.WriteChange(local, ((WantedStatement)wanted).Parts, choices, block);
        return local;
    }
}
