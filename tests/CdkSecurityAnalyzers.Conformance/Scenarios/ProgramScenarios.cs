namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Whole programs: what their entry point passes on decides.</summary>
internal static class ProgramScenarios
{
    private const string Stack = """
        class PipelineProps : StackProps
        {
            public bool IsOpen { get; set; }
            public string Actors { get; set; } = "^123$";
            public FilterGroup[]? Groups { get; set; }
        }

        class PipelineStack : Stack
        {
            public PipelineStack(Construct scope, string id, PipelineProps props) : base(scope, id, props)
            {
                var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
                if (!props.IsOpen)
                {
                    group = group.AndActorAccountIs(props.Actors);
                }

                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = props.Groups ?? new[] { group } }),
                });
            }
        }
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["entry that closes"] = Program("// Build: none", "new PipelineStack(app, \"Ci\", new PipelineProps { IsOpen = false });"),
        ["entry that passes a pattern"] = Program("// Build: 103", "new PipelineStack(app, \"Ci\", new PipelineProps { Actors = \"123\" });"),
        ["entry that passes a pattern on a condition"] = Program("// Build: 104", "new PipelineStack(app, \"Ci\", new PipelineProps { Actors = Inputs.A ? \"^123$\" : \".*\" });"),
        ["entry that passes groups"] = Program("// Build: 109", "new PipelineStack(app, \"Ci\", new PipelineProps { Groups = new[] { FilterGroup.InEventOf(EventAction.PUSH) } });"),
        ["entry that fills props later"] = Program("// Build: 103", "var props = new PipelineProps();\nprops.Actors = string.Join(\"|\", new[] { \"123\", \"456\" });\nnew PipelineStack(app, \"Ci\", props);"),
        ["entry with two stacks"] = Program("// Build: 103", "new PipelineStack(app, \"One\", new PipelineProps());\nnew PipelineStack(app, \"Two\", new PipelineProps { Actors = \"123\" });"),
        ["entry with a loop"] = Program("// Build: 103", "var count = 0;\nforeach (var actors in new[] { \"^123$\", \"123\" })\n{\n    new PipelineStack(app, \"Ci\" + count++, new PipelineProps { Actors = actors });\n}"),
        ["entry with stages"] = Program("// Build: 104", "foreach (var (stage, actors) in new Dictionary<string, string> { [\"Test\"] = \".*\", [\"Prod\"] = \"^123$\" })\n{\n    new PipelineStack(app, stage, new PipelineProps { Actors = actors });\n}"),
        ["constructs of one class with arguments"] = """
            // OpenBuild: 102
            // ClosedBuild: none
            class Ci : Construct
            {
                public Ci(Construct scope, string id, bool isOn) : base(scope, id) =>
                    new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = isOn }) });
            }

            class TestStack : Stack
            {
                public TestStack(Construct scope, string id) : base(scope, id)
                {
                    new Ci(this, "Open", true);
                    new Ci(this, "Closed", isOn: false);
                }
            }

            static class Program
            {
                public static void Main()
                {
                    var app = new App();
                    new TestStack(app, "Ci");
                    app.Synth();
                }
            }
            """,
        ["base stack with a template method"] = """
            // Build: 101
            abstract class CiStack : Stack
            {
                protected CiStack(Construct scope, string id) : base(scope, id) =>
                    new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = Groups().ToArray() }) });

                protected abstract IEnumerable<FilterGroup> Groups();
            }

            class OpenStack(Construct scope, string id) : CiStack(scope, id)
            {
                protected override IEnumerable<FilterGroup> Groups()
                {
                    yield return FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$");
                    if (Inputs.A)
                    {
                        yield return FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED);
                    }
                }
            }

            static class Program
            {
                public static void Main()
                {
                    var app = new App();
                    new OpenStack(app, "Ci");
                    app.Synth();
                }
            }
            """,
    };

    private static string Program(string verdict, string entry) => $$"""
        {{verdict}}
        {{Stack}}

        static class Program
        {
            public static void Main()
            {
                var app = new App();
                {{entry}}
                app.Synth();
            }
        }
        """;
}
