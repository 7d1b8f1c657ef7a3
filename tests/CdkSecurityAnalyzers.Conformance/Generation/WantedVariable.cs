namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A variable of a build, without its name.</summary>
/// <param name="type">Where its value comes from; null when that is not said.</param>
internal sealed class WantedVariable(int number, Wanted value, WantedVariableType? type) : Wanted
{
    public Wanted Value => value;

    /// <summary>Whether it has nothing but a value.</summary>
    public bool IsPlain => type is null;

    public override string Type => "IBuildEnvironmentVariable";

    protected override IReadOnlyList<Spelling> Own => [Assigned, Derived, OfHelper];

    public static WantedVariable Any(Choices choices, int number) =>
        new(number, WantedCredential.Value(choices, number), choices.Chance(25) ? new WantedVariableType(choices.OneOf(WantedVariableType.Names)) : null);

    public override string Plain(Choices choices, Block block) =>
        $"((IBuildEnvironmentVariable)new BuildEnvironmentVariable {{ {string.Join(", ", Members(choices, block))} }})";

    public override Wanted Another(Choices choices) => Any(choices.Part(), number);

    private IEnumerable<string> Members(Choices choices, Block block)
    {
        yield return $"Value = {value.Spell(choices, block)}";
        if (type is not null)
        {
            yield return $"Type = {type.Spell(choices, block)}";
        }
    }

    /// <summary>A variable whose members are assigned later.</summary>
    private string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var local = block.Local("var", $"new BuildEnvironmentVariable {{ Value = {value.Decoy(choices, block)} }}");
        foreach (var member in Members(choices, block))
        {
            block.Add($"{local}.{member};");
        }

        return $"((IBuildEnvironmentVariable){local})";
    }

    private string Derived(Wanted wanted, Choices choices, Block block)
    {
        var name = block.Program.NewName("Variable");
        block.Program.AddType($"class {name} : BuildEnvironmentVariable {{ public {name}(string value) {{ Value = value; }} }}");
        return IsPlain ? $"((IBuildEnvironmentVariable)new {name}({value.Spell(choices, block)}))" : Plain(choices, block);
    }

    private string OfHelper(Wanted wanted, Choices choices, Block block)
    {
        var shared = block.Program.AddStaticClass(
            choices,
            "public static IBuildEnvironmentVariable Of(string value, BuildEnvironmentVariableType? type = null) => new BuildEnvironmentVariable { Value = value, Type = type };");
        var given = value.Spell(choices, block);
        return $"{shared}.Of({given}{(type is null ? "" : ", " + type.Spell(choices, block))})";
    }
}

/// <summary>Where the value of a variable comes from.</summary>
internal sealed class WantedVariableType(string name) : Wanted
{
    public static readonly string[] Names = ["PLAINTEXT", "SECRETS_MANAGER", "PARAMETER_STORE"];

    public override string Type => "BuildEnvironmentVariableType";

    public override bool IsConstant => true;

    public override bool IsReference => false;

    public override string Plain(Choices choices, Block block) => "BuildEnvironmentVariableType." + name;

    public override Wanted Another(Choices choices) => new WantedVariableType(choices.OneOf(Names));
}

/// <summary>A variable as the template's class or as a dictionary writes it.</summary>
/// <param name="isClass">Whether it is an <c>EnvironmentVariableProperty</c>.</param>
internal sealed class WantedTemplateVariable(bool isClass, int number, WantedText name, Wanted value, WantedText? type) : Wanted
{
    public override string Type => isClass ? "CfnProject.EnvironmentVariableProperty" : "Dictionary<string, object>";

    public static WantedTemplateVariable Any(Choices choices, bool isClass, int number) => new(
        isClass,
        number,
        WantedText.OneOf(choices, SecretPools.Names(number)),
        WantedCredential.Value(choices, number),
        choices.Chance(25) ? WantedText.OneOf(choices, WantedVariableType.Names) : null);

    /// <summary>Variables with numbers that begin alike.</summary>
    public static WantedArray Many(Choices choices, bool isClass, int number)
    {
        var count = 0;
        return new("object", choices.Many<Wanted>(1, 2, one => Any(one, isClass, number + ++count)), another => Many(another, isClass, number + 10));
    }

    public override string Plain(Choices choices, Block block)
    {
        var members = new List<string> { Member("Name", name), Member("Value", value) };
        if (type is not null)
        {
            members.Add(Member("Type", type));
        }

        return $"new {Type} {{ {string.Join(", ", members)} }}";

        string Member(string member, Wanted wanted) => $"{(isClass ? member : $"[\"{member}\"]")} = {wanted.Spell(choices, block)}";
    }

    public override Wanted Another(Choices choices) => Any(choices.Part(), isClass, number);
}
