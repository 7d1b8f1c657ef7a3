namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes statements that make a project in some scope, and change it afterwards.</summary>
/// <param name="id">The id of the project, which the comparison knows it by.</param>
internal sealed class ProjectWriter(string id, Choices choices, Block block)
{
    private static readonly string[] Defaults = ["({0}.Node.DefaultChild as CfnProject)!", "(CfnProject){0}.Node.DefaultChild!", "(CfnProject){0}.Node.FindChild(\"Resource\")", "(CfnProject){0}.Node.TryFindChild(\"Resource\")!"];

    private string Id => WantedText.Literal(id);

    public void Write()
    {
        var resource = choices.Next(10) switch
        {
            1 => Classes(),
            2 => Dictionaries(),
            3 => Conditional(),
            4 => Derived(),
            5 => ByFactory(),
            6 => InConstruct(),
            7 => InLoop(),
            8 => OfTemplateMethod(),
            _ => Direct(),
        };
        if (resource is not null)
        {
            choices.Many(0, 2, change => WriteChange(change, resource));
        }
    }

    private string? Direct()
    {
        var creation = $"new Project(this, {Id}, {WantedProjectProps.Any(choices).Spell(choices, block)})";
        if (!choices.Chance(40))
        {
            block.Add(creation + ";");
            return null;
        }

        return ResourceOf(block.Local("var", creation));
    }

    private string Classes()
    {
        var triggers = WantedTriggers.Any(choices, isClass: true);
        var provider = choices.OneOf("GITHUB", "GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET", "GITLAB");
        return block.Local("var", $$"""
            new CfnProject(this, {{Id}}, new CfnProjectProps
            {
                ServiceRole = "arn:aws:iam::111122223333:role/build",
                Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
                Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
                Source = new CfnProject.SourceProperty { Type = {{WantedText.Fixed(provider).Spell(choices, block)}}, Location = "https://example.com/octo/app.git" },
                Triggers = {{triggers.Spell(choices, block)}},
            })
            """);
    }

    private string Dictionaries() => block.Local("var", $$"""
        new CfnResource(this, {{Id}}, new CfnResourceProps
        {
            Type = "AWS::CodeBuild::Project",
            Properties = new Dictionary<string, object>
            {
                ["Source"] = new Dictionary<string, object> { ["Type"] = {{WantedText.Fixed("GITHUB").Spell(choices, block)}} },
                ["Triggers"] = {{WantedTriggers.Any(choices, isClass: false).Spell(choices, block)}},
            },
        })
        """);

    private string? Conditional()
    {
        var body = block.Inner();
        new ProjectWriter(id, choices.Part(), body).Direct();
        block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
        return null;
    }

    private string ResourceOf(string project)
    {
        var format = choices.OneOf(Defaults);
        return block.Local("var", string.Format(System.Globalization.CultureInfo.InvariantCulture, format, project));
    }

    private string Derived()
    {
        var name = block.Program.NewName("WebhookProject");
        block.Program.AddType(choices.OneOf(
            $"class {name} : Project {{ public {name}(Construct scope, string id, ProjectProps props) : base(scope, id, props) {{ }} }}",
            $"class {name}(Construct scope, string id, IProjectProps props) : Project(scope, id, props);"));
        return ResourceOf(block.Local("var", $"new {name}(this, {Id}, {WantedProjectProps.Any(choices).Spell(choices, block)})"));
    }

    private string ByFactory()
    {
        var body = block.OfMethod();
        var (parameter, argument, used) = choices.Next(3) switch
        {
            0 => ("ProjectProps props", WantedProjectProps.Any(choices).Spell(choices, block), "props"),
            1 => ("ISource source", WantedSource.Any(choices).Spell(choices, block), "new ProjectProps { Source = source }"),
            _ => ("bool isOn", new WantedBoolean(choices.Next(2) == 0).Spell(choices, block), $"new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = isOn ? {WantedGroup.OfProvider(choices, "GitHub").Spell(choices, body)} : null }}) }}"),
        };
        var shared = block.Program.AddStaticClass(choices, $"public static Project Add(Construct scope, string id, {parameter}) {{ {body.Text} return new Project(scope, id, {used}); }}");
        return ResourceOf(block.Local("var", $"{shared}.Add(this, {Id}, {argument})"));
    }

    private string? InConstruct()
    {
        var name = block.Program.NewName("Ci");
        var body = block.OfMethod();
        new ProjectWriter(id, choices.Part(), body).Write();
        block.Program.AddType($"class {name} : Construct {{ public {name}(Construct scope, string id, bool isOpen = false) : base(scope, id) {{ {body.Text} }} }}");
        block.Add($"new {name}(this, \"{name}\");");
        return null;
    }

    private string? InLoop()
    {
        var each = block.Program.NewName("each");
        var (first, second) = (WantedSource.Any(choices), WantedSource.Any(choices.Part()));
        var sources = (First: first.Spell(choices, block), Second: second.Spell(choices, block));
        block.Add(choices.OneOf(
            $"foreach (var ({each}Id, {each}) in new[] {{ ({WantedText.Literal(id + "One")}, {sources.First}), ({WantedText.Literal(id + "Two")}, {sources.Second}) }}) {{ new Project(this, {each}Id, new ProjectProps {{ Source = {each} }}); }}",
            $"foreach (var {each} in new Dictionary<string, ISource> {{ [{WantedText.Literal(id + "One")}] = {sources.First}, [{WantedText.Literal(id + "Two")}] = {sources.Second} }}) {{ new Project(this, {each}.Key, new ProjectProps {{ Source = {each}.Value }}); }}",
            $"for (var {each} = 0; {each} < 2; {each}++) {{ new Project(this, $\"{id}At{{{each}}}\", new ProjectProps {{ Source = {each} == 0 ? {sources.First} : {sources.Second} }}); }}"));
        return null;
    }

    /// <summary>A base class that asks its derived class for a part.</summary>
    private string? OfTemplateMethod()
    {
        var name = block.Program.NewName("Ci");
        var body = block.OfMethod();
        var groups = WantedGroup.OfProvider(choices, "GitHub").Spell(choices, body);
        block.Program.AddType($$"""
            abstract class {{name}}Base : Construct
            {
                protected {{name}}Base(Construct scope, string id) : base(scope, id) =>
                    new Project(this, {{Id}}, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = Groups() }) });

                protected abstract FilterGroup[] Groups();
            }
            """);
        block.Program.AddType($"class {name}(Construct scope, string id) : {name}Base(scope, id) {{ protected override FilterGroup[] Groups() {Block.Returning(body, groups)} }}");
        block.Add($"new {name}(this, \"{name}\");");
        return null;
    }

    private bool WriteChange(Choices change, string resource)
    {
        var body = change.Chance(25) ? block.Inner() : null;
        var place = body ?? block;
        var target = resource;
        if (change.Chance(20))
        {
            target = place.Local("CfnResource", resource);
        }

        var statement = $"{target}.{change.OneWay(
            () => Override("Triggers.Webhook", new WantedBoolean(change.Next(2) == 0)),
            () => Override("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", new WantedText("ALL_PULL_REQUESTS", ["DISABLED", "FORK_PULL_REQUESTS"])),
            () => Deletion("Triggers.Webhook"),
            () => Deletion("Triggers.FilterGroups"),
            () => Deletion("Triggers"),
            () => Override("Triggers.FilterGroups", WantedTriggers.Groups(change, isClass: false)),
            () => Override("Triggers.FilterGroups.0.1.Pattern", WantedText.OneOf(change, WebhookGenerator.Actors)),
            () => Override("Triggers.FilterGroups.0.0.Pattern", WantedText.OneOf(change, WebhookGenerator.Events)),
            () => Deletion("Triggers.FilterGroups.0.1"))};";
        if (body is null)
        {
            block.Add(statement);
        }
        else
        {
            body.Add(statement);
            var condition = BranchSpellings.Condition(change, block);
            block.Add($"if ({condition}) {{ {body.Text} }}");
        }

        return true;

        string Override(string path, Wanted value) => change.Next(2) == 0
            ? $"AddPropertyOverride({WantedText.Fixed(path).Spell(change, place)}, {value.Spell(change, place)})"
            : $"AddOverride({WantedText.Fixed("Properties." + path).Spell(change, place)}, {value.Spell(change, place)})";

        string Deletion(string path) => change.Next(2) == 0
            ? $"AddPropertyDeletionOverride({WantedText.Fixed(path).Spell(change, place)})"
            : $"AddDeletionOverride({WantedText.Fixed("Properties." + path).Spell(change, place)})";
    }
}
