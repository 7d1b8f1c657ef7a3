using static CdkSecurityAnalyzers.Conformance.Scenarios.ScenarioText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>What random programs found, as small as it gets.</summary>
internal static class ReducedScenarios
{
    private const string Open = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)";
    private const string Gated = Open + ".AndActorAccountIs(\"^123$\")";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["indexer whose other entry is open"] = "// Build: none\nvar table = new Table();\n" + Project("Build", "WebhookFilters = table[\"closed\"]") + $"\n---\n---\nclass Table\n{{\n    public FilterGroup[] this[string key] => key == \"closed\" ? new[] {{ {Gated} }} : new[] {{ {Open} }};\n}}",
        ["field that is replaced before it is read"] = "// Build: none\nvar builder = new Builder();\nbuilder.With(" + Gated + ");\n" + Project("Build", "WebhookFilters = builder.Build()") + $"\n---\n---\nclass Builder\n{{\n    private FilterGroup[] groups = new[] {{ {Open} }};\n    public void With(FilterGroup group) => groups = new[] {{ group }};\n    public FilterGroup[] Build() => groups;\n}}",
        ["field that is read as it began"] = "// Build: 101\nvar builder = new Builder();\n" + Project("Build", "WebhookFilters = builder.Build()") + $"\n---\n---\nclass Builder\n{{\n    private FilterGroup[] groups = new[] {{ {Open} }};\n    public void With(FilterGroup group) => groups = new[] {{ group }};\n    public FilterGroup[] Build() => groups;\n}}",
        ["static constructor whose value is not used"] = "// Build: none\nvar groups = Inputs.A ? Shared.Groups : null;\ngroups = new[] { " + Gated + " };\n" + Project("Build", "WebhookFilters = groups") + $"\n---\n---\nstatic class Shared\n{{\n    static Shared() => Groups = new[] {{ {Open} }};\n    public static FilterGroup[] Groups {{ get; }}\n}}",
        ["element at a position of two arrays"] = "// Build: 101\n" + Project("Build", $"WebhookFilters = new[] {{ new[] {{ {Gated} }}.Concat(new[] {{ {Open} }}).ElementAt(1) }}"),
        ["stack of two"] = $"// Build: none\nvar groups = new Stack<FilterGroup>();\ngroups.Push({Open});\ngroups.Push({Gated});\n" + Project("Build", "WebhookFilters = new[] { groups.Pop() }"),
        ["queue of two"] = $"// Build: 101\nvar groups = new Queue<FilterGroup>();\ngroups.Enqueue({Open});\ngroups.Enqueue({Gated});\n" + Project("Build", "WebhookFilters = new[] { groups.Dequeue() }"),
        ["list whose first is removed"] = $"// Build: none\nvar groups = new List<FilterGroup> {{ {Open}, {Gated} }};\ngroups.RemoveAt(0);\n" + Project("Build", "WebhookFilters = new[] { groups[0] }"),
        ["list that is emptied and filled"] = $"// Build: 101\nvar groups = new List<FilterGroup[]> {{ new[] {{ {Gated} }} }};\ngroups.Clear();\ngroups.AddRange(new[] {{ new[] {{ {Open} }} }});\n" + Project("Build", "WebhookFilters = groups[0]"),
        ["query by position"] = "// Build: none\n" + Project("Build", $"WebhookFilters = new[] {{ {Open}, {Gated} }}.Where((_, index) => index == 1).ToArray()"),
        ["switch on what an if has asked"] = $"// Build: none\nif (Inputs.A)\n{{\n    FilterGroup[]? groups;\n    switch (Inputs.A)\n    {{\n        case true:\n            groups = new[] {{ {Gated} }};\n            break;\n        default:\n            groups = new[] {{ {Open} }};\n            break;\n    }}\n\n" + Project("Build", "WebhookFilters = groups") + "\n}",
        ["helper that a property's initializer calls"] = "// Build: none\n" + Project("Build", "WebhookFilters = Shared.Groups") + $"\n---\n---\nstatic class Shared\n{{\n    public static FilterGroup[] Groups {{ get; }} = Pick(\"closed\");\n    private static FilterGroup[] Pick(string key) => key == \"closed\" ? new[] {{ {Gated} }} : new[] {{ {Open} }};\n}}",
        ["delegate that no run calls"] = "// Build: none\nif (Inputs.A)\n{\n    Func<FilterGroup> make = Shared.Make;\n    " + Project("Build", $"WebhookFilters = new[] {{ Inputs.A ? {Gated} : make() }}") + $"\n}}\n---\n---\nstatic class Shared\n{{\n    public static FilterGroup Make() => {Open};\n}}",
        ["delegate that some run calls"] = "// Build: 101\nFunc<FilterGroup> make = Shared.Make;\n" + Project("Build", $"WebhookFilters = new[] {{ Inputs.A ? {Gated} : make() }}") + $"\n---\n---\nstatic class Shared\n{{\n    public static FilterGroup Make() => {Open};\n}}",
        ["local function around a helper that no run calls"] = "// Build: none\nif (Inputs.A)\n{\n    " + Project("Build", $"WebhookFilters = new[] {{ Inputs.A ? {Gated} : Make() }}") + $"\n    FilterGroup Make() => Shared.Make();\n}}\n---\n---\nstatic class Shared\n{{\n    public static FilterGroup Make() => {Open};\n}}",
        ["override by a path that is thrown for in all other runs"] = "// Build: none\nvar build = " + Project("Build", "Webhook = true") + "\nvar path = Inputs.A && Inputs.B ? \"Triggers.Webhook\" : throw new InvalidOperationException(\"no\");\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(path, false);",
        ["override by a path, and an exception in some of the other runs"] = "// Build: 102\nvar build = " + Project("Build", "Webhook = true") + "\nif (Inputs.A && Inputs.B)\n{\n    ((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Triggers.Webhook\", false);\n}\nelse if (Inputs.A)\n{\n    throw new InvalidOperationException(\"no\");\n}",
    };
}
