namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes statements that make a project, or two that are made alike, and change it afterwards.</summary>
/// <param name="number">What the id of the project ends with, which the comparison knows it by.</param>
/// <param name="things">What it may have in common with other projects.</param>
/// <param name="isConditional">Whether it is made in some runs only: a class is judged without what its callers ask before they make an instance.</param>
internal sealed class BuildWriter(int number, Choices choices, Block block, StackThings things, bool isConditional = false)
{
    private const string ProjectProps = "ProjectProps";

    private string Id => WantedText.Literal($"Build{number}");

    public void Write()
    {
        switch (choices.Next(12))
        {
            case 1:
                Keep($"new PipelineProject(this, {Id}, {Props("PipelineProjectProps")})");
                break;
            case 2 or 3:
                ChangeResource(new ResourceWriter(Id, choices.Part(), block, things).Write());
                break;
            case 4:
                Keep($"new {DerivedProject()}(this, {Id}, {Props(ProjectProps)})");
                break;
            case 5:
                Keep($"{Factory()}.Add(this, {Id}, {Source()}, {Role()})");
                break;
            case 6:
                Twins();
                break;
            case 7:
                Loop();
                break;
            case 8 when !isConditional:
                InConstruct();
                break;
            case 9:
                Conditional();
                break;
            default:
                Keep($"new Project(this, {Id}, {Props(ProjectProps)})");
                break;
        }
    }

    private string Props(string type) => WantedBuildProps.Any(choices, things, type).Say(choices, block);

    private string Source() => Reach.Source(choices.Part()).Say(choices, block);

    /// <summary>A role, or none.</summary>
    private string Role() => things.Roles.Count > 0 && choices.Chance(80) ? WantedConstruct.OneOf(choices, "IRole", things.Roles).Say(choices, block) : "null";

    private void Keep(string creation)
    {
        if (!choices.Chance(60))
        {
            block.Add(creation + ";");
            return;
        }

        var project = block.Local("var", creation);
        things.Projects.Add(project);
        if (choices.Chance(45))
        {
            ChangeResource(block.Local("var", $"(CfnProject){project}.Node.DefaultChild!"), isOfConstruct: true);
        }
        else
        {
            things.PlainProjects.Add(project);
        }
    }

    private void ChangeResource(string resource, bool isOfConstruct = false) =>
        choices.Many(0, 2, change =>
        {
            new BuildChange(resource, isOfConstruct, change, block, things).Write();
            return true;
        });

    private string DerivedProject()
    {
        var name = block.Program.NewName("CiProject");
        block.Program.AddType($"class {name}(Construct scope, string id, ProjectProps props) : Project(scope, id, props);");
        return name;
    }

    private string Factory() => block.Program.AddStaticClass(choices, choices.OneOf(
        "public static Project Add(Construct scope, string id, ISource source, IRole? role) => new Project(scope, id, new ProjectProps { Source = source, Role = role });",
        "public static Project Add(Construct scope, string id, ISource source, IRole? role) { var props = new ProjectProps { Source = source }; props.Role = role; return new Project(scope, id, props); }",
        "public static Project Add(Construct scope, string id, ISource source, IRole? role) => new Project(scope, id, Props(source, role)); private static ProjectProps Props(ISource source, IRole? role) => new ProjectProps { Source = source, Role = role };"));

    /// <summary>Two projects that one helper makes.</summary>
    private void Twins()
    {
        var factory = Factory();
        foreach (var name in new[] { "One", "Two" })
        {
            block.Add($"{factory}.Add(this, \"Build{number}{name}\", {Source()}, {Role()});");
        }
    }

    private void Loop()
    {
        var each = block.Program.NewName("each");
        var (first, second) = ((Source(), RoleOrNull()), (Source(), RoleOrNull()));
        block.Add($"foreach (var ({each}Id, {each}, {each}Role) in new[] {{ (\"Build{number}One\", {first.Item1}, {first.Item2}), (\"Build{number}Two\", {second.Item1}, {second.Item2}) }}) {{ new Project(this, {each}Id, new ProjectProps {{ Source = {each}, Role = {each}Role }}); }}");

        string RoleOrNull() => $"(IRole?){Role()}";
    }

    private void InConstruct()
    {
        var name = block.Program.NewName("Ci");
        var body = block.OfMethod();
        var isGivenBucket = things.CacheBuckets.Count > 0;
        var inner = StackThings.Inside(body, choices, things.Roles.Count > 0 ? ["role"] : [], isGivenBucket ? ["bucket"] : []);
        new BuildWriter(number, choices.Part(), body, inner).Write();
        if (choices.Chance(30))
        {
            new BuildWriter(number + 500, choices.Part(), body, inner).Write();
        }

        var (parameters, arguments) = (new List<string> { "Construct scope", "string id" }, new List<string> { "this", $"\"{name}\"" });
        if (things.Roles.Count > 0)
        {
            parameters.Add("IRole role");
            arguments.Add(WantedConstruct.OneOf(choices, "IRole", things.Roles).Say(choices, block));
        }

        if (isGivenBucket)
        {
            parameters.Add(StackThings.Bucket + " bucket");
            arguments.Add(WantedConstruct.OneOf(choices, StackThings.Bucket, things.CacheBuckets).Say(choices, block));
        }

        block.Program.AddType($"class {name} : Construct {{ {inner.Members} public {name}({string.Join(", ", parameters)}) : base(scope, id) {{ {body.Text} }} }}");
        block.Add($"new {name}({string.Join(", ", arguments)});");
    }

    private void Conditional()
    {
        var body = block.Inner();
        new BuildWriter(number, choices.Part(), body, things.InBranch(body), isConditional: true).Write();
        block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
    }
}
