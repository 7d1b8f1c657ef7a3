using static CdkSecurityAnalyzers.Conformance.Scenarios.ScenarioText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Objects that are changed after they were passed on, or known under two names.</summary>
internal static class LifetimeScenarios
{
    private const string Open = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)";
    private const string Gated = Open + ".AndActorAccountIs(\"^123$\")";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["array changed after the source was made"] = $"// Build: 101\nvar groups = new[] {{ {Open} }};\nvar source = {Source("WebhookFilters = groups")};\ngroups[0] = {Gated};\nnew Project(this, \"Build\", new ProjectProps {{ Source = source }});",
        ["array changed after the props were made"] = $"// Build: none\nvar groups = new[] {{ {Open} }};\nvar settings = new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = groups }};\ngroups[0] = {Gated};\nnew Project(this, \"Build\", new ProjectProps {{ Source = Source.GitHub(settings) }});",
        ["array opened after the props were made"] = $"// Build: 101\nvar groups = new[] {{ {Gated} }};\nvar settings = new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = groups }};\ngroups[0] = {Open};\nnew Project(this, \"Build\", new ProjectProps {{ Source = Source.GitHub(settings) }});",
        ["array opened after the source was made"] = $"// Build: none\nvar groups = new[] {{ {Gated} }};\nvar source = {Source("WebhookFilters = groups")};\ngroups[0] = {Open};\nnew Project(this, \"Build\", new ProjectProps {{ Source = source }});",
        ["list changed after it was copied"] = $"// Build: none\nvar groups = new List<FilterGroup> {{ {Gated} }};\nvar copy = groups.ToArray();\ngroups.Add({Open});\n" + Project("Build", "WebhookFilters = copy"),
        ["one array for two projects"] = $"// One: none\n// Two: 101\nvar groups = new[] {{ {Gated} }};\n{Project("One", "WebhookFilters = groups")}\ngroups[0] = {Open};\n" + Project("Two", "WebhookFilters = groups"),
        ["one source for two projects"] = $"// One: 103\n// Two: 103\nvar source = {Source($"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(\"123\") }}")};\nnew Project(this, \"One\", new ProjectProps {{ Source = source }});\nnew Project(this, \"Two\", new ProjectProps {{ Source = source }});",
        ["one props object for two sources"] = $"// One: 102\n// Two: none\nvar settings = new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", Webhook = true }};\nnew Project(this, \"One\", new ProjectProps {{ Source = Source.GitHub(settings) }});\nsettings.WebhookFilters = new[] {{ {Gated} }};\nnew Project(this, \"Two\", new ProjectProps {{ Source = Source.GitHub(settings) }});",
        ["project props under two names"] = $"// Build: 102\nvar settings = new ProjectProps();\nvar same = settings;\nsame.Source = {Source("Webhook = true")};\nnew Project(this, \"Build\", settings);",
        ["project props changed after use"] = $"// Build: 102\nvar settings = new ProjectProps {{ Source = {Source("Webhook = true")} }};\nnew Project(this, \"Build\", settings);\nsettings.Source = {Source("Webhook = false")};",
        ["group extended under another name"] = $"// Build: 101\nvar group = {Open};\nvar gated = group.AndActorAccountIs(\"^123$\");\n" + Project("Build", "WebhookFilters = new[] { group }") + "\nConsole.Write(gated.ToString());",
        ["triggers changed after the resource was made"] = "// Build: 102\nvar triggers = new CfnProject.ProjectTriggersProperty { Webhook = true };\nvar cfn = " + Resource("Build", "").Replace("new CfnProject.ProjectTriggersProperty { Webhook = true,  }", "triggers") + "\ntriggers.Webhook = false;",
        ["dictionary changed after the resource was made"] = "// Build: 102\nvar triggers = new Dictionary<string, object> { [\"Webhook\"] = true };\nvar cfn = new CfnResource(this, \"Build\", new CfnResourceProps { Type = \"AWS::CodeBuild::Project\", Properties = new Dictionary<string, object> { [\"Triggers\"] = triggers } });\ntriggers[\"Webhook\"] = false;",
        ["dictionary changed before the resource was made"] = "// Build: none\nvar triggers = new Dictionary<string, object> { [\"Webhook\"] = true };\ntriggers[\"Webhook\"] = false;\nvar cfn = new CfnResource(this, \"Build\", new CfnResourceProps { Type = \"AWS::CodeBuild::Project\", Properties = new Dictionary<string, object> { [\"Triggers\"] = triggers } });",
        ["record copied before it changes"] = "// One: 103\n// Two: none\nvar settings = new Settings(\"123\");\nvar anchored = settings with { Actors = \"^123$\" };\n" + Project("One", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(settings.Actors) }}") + "\n" + Project("Two", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(anchored.Actors) }}") + "\n---\n---\nrecord Settings(string Actors);",
        ["struct copied before it changes"] = "// Build: 103\nvar settings = new Settings { Actors = \"123\" };\nvar copy = settings;\ncopy.Actors = \"^123$\";\n" + Project("Build", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(settings.Actors) }}") + "\n---\n---\nstruct Settings { public string Actors; }",
        ["class changed under another name"] = "// Build: none\nvar settings = new Settings { Actors = \"123\" };\nvar same = settings;\nsame.Actors = \"^123$\";\n" + Project("Build", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(settings.Actors) }}") + "\n---\n---\nclass Settings { public string Actors { get; set; } = \"\"; }",
        ["change by a callee"] = "// Build: 101\nvar groups = new List<FilterGroup>();\nFill(groups);\n" + Project("Build", "WebhookFilters = groups.ToArray()") + $"\n---\nprivate static void Fill(ICollection<FilterGroup> groups) => groups.Add({Open});",
        ["resource changed by a callee"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nHarden(cfn);\n---\nprivate static void Harden(CfnProject resource) => resource.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");",
        ["array element from the end"] = $"// Build: none\nvar groups = new[] {{ {Gated}, {Open} }};\ngroups[^1] = {Gated};\n" + Project("Build", "WebhookFilters = groups"),
        ["list element from the end"] = $"// Build: 101\nvar groups = new List<FilterGroup> {{ {Gated}, {Gated} }};\ngroups[^1] = {Open};\n" + Project("Build", "WebhookFilters = groups.ToArray()"),
    };
}
