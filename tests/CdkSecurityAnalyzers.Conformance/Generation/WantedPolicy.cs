namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>The parts that statements have in every spelling.</summary>
/// <param name="Id">The id, which the comparison knows the statement by.</param>
/// <param name="Allows">Whether it allows.</param>
/// <param name="IsInverted">Whether it is about all actions but those that it lists.</param>
internal sealed record StatementParts(string Id, bool Allows, bool IsInverted, WantedArray Actions, WantedArray Resources, (string Operator, string Key, string Value)? Condition)
{
    public static StatementParts Any(Choices choices, string id) => new(
        id,
        !choices.Chance(12),
        choices.Chance(6),
        AnyActions(choices),
        AnyResources(choices),
        choices.Chance(15) ? choices.OneOf(PolicyPools.Conditions) : null);

    public static WantedArray AnyActions(Choices choices) =>
        new("string", choices.Many<Wanted>(1, 3, action => WantedText.OneOf(action, PolicyPools.Actions)), another => AnyActions(another));

    public static WantedArray AnyResources(Choices choices) =>
        new("string", choices.Many(1, 2, AnyResource), another => AnyResources(another));

    public static string Dictionary((string Operator, string Key, string Value) condition) =>
        $"new Dictionary<string, object> {{ [\"{condition.Operator}\"] = new Dictionary<string, object> {{ [\"{condition.Key}\"] = \"{condition.Value}\" }} }}";

    private static Wanted AnyResource(Choices choices) =>
        choices.Chance(15) ? new WantedExpression("string", PolicyPools.DeployedResources, choices) : WantedText.OneOf(choices, PolicyPools.Resources);
}

/// <summary>A value that is written as one of some expressions.</summary>
internal sealed class WantedExpression(string type, IReadOnlyList<string> pool, Choices made) : Wanted
{
    private readonly string expression = made.OneOf(pool);

    public override string Type => type;

    public override string Plain(Choices choices, Block block) => expression;

    public override Wanted Another(Choices choices) => new WantedExpression(type, pool, choices.Part());
}

/// <summary>A statement.</summary>
internal sealed class WantedStatement(StatementParts parts) : Wanted
{
    public StatementParts Parts => parts;

    public override string Type => "PolicyStatement";

    protected override IReadOnlyList<Spelling> Own => StatementSpellings.All;

    public static WantedStatement Any(Choices choices, string id) => new(StatementParts.Any(choices, id));

    /// <summary>Statements with ids that begin alike.</summary>
    public static WantedArray Many(Choices choices, string id)
    {
        var count = 0;
        return new("PolicyStatement", choices.Many<Wanted>(1, 2, one => Any(one, $"{id}N{++count}")), another => Many(another, id + "Other"));
    }

    public override string Plain(Choices choices, Block block) => $"new PolicyStatement({Props(choices, block)})";

    public string Props(Choices choices, Block block) => $"new PolicyStatementProps {{ {string.Join(", ", Members(choices, block))} }}";

    /// <summary>The members of its props.</summary>
    public IEnumerable<string> Members(Choices choices, Block block)
    {
        yield return $"Sid = \"{parts.Id}\"";
        if (!parts.Allows || choices.Chance(20))
        {
            yield return "Effect = Amazon.CDK.AWS.IAM.Effect." + (parts.Allows ? "ALLOW" : "DENY");
        }

        yield return $"{(parts.IsInverted ? "NotActions" : "Actions")} = {parts.Actions.Spell(choices, block)}";
        yield return $"Resources = {parts.Resources.Spell(choices, block)}";
        if (parts.Condition is { } condition)
        {
            yield return $"Conditions = {StatementParts.Dictionary(condition)}";
        }
    }

    /// <summary>Another one has another id, so that the two are told apart.</summary>
    public override Wanted Another(Choices choices) => Any(choices.Part(), parts.Id + "Other");
}

/// <summary>A statement in the words of the template.</summary>
internal sealed class WantedWrittenStatement(StatementParts parts) : Wanted
{
    public override string Type => "Dictionary<string, object>";

    protected override IReadOnlyList<Spelling> Own => [Assigned];

    public static WantedWrittenStatement Any(Choices choices, string id) => new(StatementParts.Any(choices, id));

    public override string Plain(Choices choices, Block block) =>
        $"new Dictionary<string, object> {{ {string.Join(", ", Entries(choices, block).Select(entry => $"[\"{entry.Key}\"] = {entry.Value}"))} }}";

    public override Wanted Another(Choices choices) => Any(choices.Part(), parts.Id + "Other");

    private IEnumerable<(string Key, string Value)> Entries(Choices choices, Block block)
    {
        yield return ("Sid", $"\"{parts.Id}\"");
        yield return ("Effect", new WantedText(parts.Allows ? "Allow" : "Deny", ["Allow", "Deny"]).Spell(choices, block));
        yield return (parts.IsInverted ? "NotAction" : "Action", OneOrMany(parts.Actions));
        yield return ("Resource", OneOrMany(parts.Resources));
        if (parts.Condition is { } condition)
        {
            yield return ("Condition", StatementParts.Dictionary(condition));
        }

        string OneOrMany(WantedArray list) => list.Elements.Length == 1 && choices.Chance(50) ? list.Elements[0].Spell(choices, block) : list.Spell(choices, block);
    }

    /// <summary>Entries that are added one by one, the first ones perhaps in some runs only.</summary>
    private string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", "new Dictionary<string, object>()");
        foreach (var (key, value) in Entries(choices, block))
        {
            block.Add(choices.OneOf($"{local}[\"{key}\"] = {value};", $"{local}.Add(\"{key}\", {value});"));
        }

        return local;
    }
}

/// <summary>Who may assume a role.</summary>
internal sealed class WantedPrincipal(string format, WantedText arn) : Wanted
{
    public override string Type => "IPrincipal";

    public static WantedPrincipal Any(Choices choices) => choices.Chance(30)
        ? new("new WebIdentityPrincipal(\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\", new Dictionary<string, object> {{ [\"StringLike\"] = new Dictionary<string, object> {{ [\"token.actions.githubusercontent.com:sub\"] = {0} }} }})", WantedText.OneOf(choices, PolicyPools.Subjects))
        : new(choices.OneOf(PolicyPools.Principals).Replace("{", "{{").Replace("}", "}}").Replace("{{0}}", "{0}"), WantedText.OneOf(choices, PolicyPools.Arns));

    public override string Plain(Choices choices, Block block) =>
        $"((IPrincipal){string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arn.Spell(choices, block))})";

    public override Wanted Another(Choices choices) => Any(choices.Part());
}

/// <summary>A policy that AWS manages.</summary>
internal sealed class WantedManagedPolicy(WantedText name) : Wanted
{
    public override string Type => "IManagedPolicy";

    public static WantedManagedPolicy Any(Choices choices) => new(WantedText.OneOf(choices, PolicyPools.ManagedPolicies));

    public static WantedArray Many(Choices choices) => new("IManagedPolicy", choices.Many<Wanted>(0, 2, Any), another => Many(another));

    public override string Plain(Choices choices, Block block) => $"ManagedPolicy.FromAwsManagedPolicyName({name.Spell(choices, block)})";

    public override Wanted Another(Choices choices) => Any(choices.Part());
}
