using static CdkSecurityAnalyzers.Conformance.Scenarios.ScenarioText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Verdicts that depend on what the inputs are.</summary>
internal static class BranchScenarios
{
    private const string Open = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED)";
    private const string Main = "FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\")";
    private const string Gated = Open + ".AndActorAccountIs(\"^123$\")";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["switch on a condition"] = "// Build: 102\n" + Project("Build", "Webhook = Inputs.A ? true : false"),
        ["switch and groups on the same condition"] = "// Build: none\n" + Project("Build", $"Webhook = Inputs.A ? true : null, WebhookFilters = Inputs.A ? new[] {{ {Main} }} : null"),
        ["switch and groups on opposite conditions"] = "// Build: 102\n" + Project("Build", $"Webhook = Inputs.A ? true : null, WebhookFilters = !Inputs.A ? new[] {{ {Main} }} : null"),
        ["switch and groups on conditions of their own"] = "// Build: 102\n" + Project("Build", $"Webhook = Inputs.A ? true : null, WebhookFilters = Inputs.B ? new[] {{ {Main} }} : null"),
        ["groups on either condition"] = "// Build: none\n" + Project("Build", $"WebhookFilters = Inputs.A || Inputs.B ? new[] {{ {Main} }} : new[] {{ {Gated} }}"),
        ["actors on a stage"] = "// Build: 104\n" + Project("Build", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(Inputs.Stage == \"prod\" ? \"^123$\" : \".*\") }}"),
        ["actors on a missing name"] = "// Build: 103\n" + Project("Build", $"WebhookFilters = new[] {{ {Open}.AndActorAccountIs(Inputs.Name is null ? \"123\" : \"^123$\") }}"),
        ["gate on a condition"] = $"// Build: 101\nvar group = {Open};\nif (Inputs.Count > 2)\n{{\n    group = group.AndActorAccountIs(\"^123$\");\n}}\n" + Project("Build", "WebhookFilters = new[] { group }"),
        ["gate on both sides"] = $"// Build: none\nvar group = {Open};\ngroup = Inputs.A ? group.AndActorAccountIs(\"^123$\") : group.AndActorAccountIs(\"^456$\");\n" + Project("Build", "WebhookFilters = new[] { group }"),
        ["open where there is no webhook"] = $"// Build: none\nvar groups = Inputs.A ? new[] {{ {Open} }} : new[] {{ {Gated} }};\nif (!Inputs.A)\n{{\n    {Project("Build", "WebhookFilters = groups")}\n}}",
        ["open where there is a webhook"] = $"// Build: 101\nvar groups = Inputs.A ? new[] {{ {Open} }} : new[] {{ {Gated} }};\nif (Inputs.A)\n{{\n    {Project("Build", "WebhookFilters = groups")}\n}}",
        ["open for one stage and built for another"] = $"// Build: none\nvar groups = Inputs.Stage == \"test\" ? new[] {{ {Open} }} : new[] {{ {Gated} }};\nif (\"prod\" == Inputs.Stage)\n{{\n    {Project("Build", "WebhookFilters = groups")}\n}}",
        ["open for one stage and built for it"] = $"// Build: 101\nvar groups = Inputs.Stage == \"test\" ? new[] {{ {Open} }} : new[] {{ {Gated} }};\nif (\"test\" == Inputs.Stage)\n{{\n    {Project("Build", "WebhookFilters = groups")}\n}}",
        ["open for one stage of a switch and built for another"] = $"// Build: none\nvar groups = new List<FilterGroup>();\nswitch (Inputs.Stage)\n{{\n    case \"test\":\n        groups.Add({Open});\n        break;\n    default:\n        groups.Add({Gated});\n        break;\n}}\n\nif (Inputs.Stage is \"prod\")\n{{\n    {Project("Build", "WebhookFilters = groups.ToArray()")}\n}}",
        ["open without a name and built with one"] = $"// Build: none\nvar groups = Inputs.Name is null ? new[] {{ {Open} }} : new[] {{ {Gated} }};\nif (Inputs.Name == \"755743\")\n{{\n    {Project("Build", "WebhookFilters = groups")}\n}}",
        ["events on a condition"] = "// Build: 101 109\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(Inputs.A ? EventAction.PUSH : EventAction.PULL_REQUEST_CREATED) }"),
        ["branch filter on a condition"] = "// Build: 107\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(Inputs.B ? \"^refs/heads/main$\" : \"refs/heads/main\") }"),
        ["dead branch on a condition"] = "// Build: 108\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs(Inputs.B ? \"^main$\" : \".*\") }"),
        ["list that grows on a condition"] = $"// Build: 101\nvar groups = new List<FilterGroup> {{ {Main} }};\nif (Inputs.A)\n{{\n    groups.Add({Open});\n}}\n" + Project("Build", "WebhookFilters = groups.ToArray()"),
        ["list that is emptied on a condition"] = $"// Build: 102\nvar groups = new List<FilterGroup> {{ {Main} }};\nif (Inputs.A)\n{{\n    groups.Clear();\n}}\n" + Project("Build", "Webhook = true, WebhookFilters = groups.ToArray()"),
        ["list that shrinks on a condition"] = $"// Build: 101\nvar groups = new List<FilterGroup> {{ {Open}, {Main} }};\nif (Inputs.A)\n{{\n    groups.RemoveAt(0);\n}}\n" + Project("Build", "WebhookFilters = groups.ToArray()"),
        ["exception where it is open"] = $"// Build: none\nif (Inputs.A)\n{{\n    throw new InvalidOperationException();\n}}\n" + Project("Build", $"WebhookFilters = new[] {{ Inputs.A ? {Open} : {Gated} }}"),
        ["exception where it is not open"] = $"// Build: 101\nif (!Inputs.A)\n{{\n    throw new InvalidOperationException();\n}}\n" + Project("Build", $"WebhookFilters = new[] {{ Inputs.A ? {Open} : {Gated} }}"),
        ["return before it is open"] = $"// Build: none\n// Late: 101\n{Project("Build", $"WebhookFilters = new[] {{ {Gated} }}")}\nif (Inputs.A)\n{{\n    return;\n}}\n" + Project("Late", $"WebhookFilters = new[] {{ {Open} }}"),
        ["one project of two on a condition"] = "// One: 102\n// Two: none\n" + Project("One", "Webhook = Inputs.A ? true : false") + "\n" + Project("Two", "Webhook = Inputs.A ? false : null"),
        ["policy on a condition"] = "// Build: 101\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nif (Inputs.A)\n{\n    cfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");\n}",
        ["weak policy on a condition"] = "// Build: 106\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\ncfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", Inputs.A ? \"ALL_PULL_REQUESTS\" : \"DISABLED\");",
        ["deletion on a condition"] = "// Build: 101\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nif (Inputs.A)\n{\n    cfn.AddPropertyDeletionOverride(\"Triggers\");\n}",
        ["deletion on both sides"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nif (Inputs.A)\n{\n    cfn.AddPropertyDeletionOverride(\"Triggers\");\n}\nelse\n{\n    cfn.AddPropertyOverride(\"Triggers.Webhook\", false);\n}",
        ["runner beside pull requests on a condition"] = "// Build: 110\n" + Project("Build", $"WebhookFilters = new[] {{ {Gated}, Inputs.A ? FilterGroup.InEventOf(EventAction.WORKFLOW_JOB_QUEUED) : {Main} }}"),
        ["condition that is compared"] = "// Build: none\n" + Project("Build", $"Webhook = Inputs.A is true ? true : null, WebhookFilters = (Inputs.A ^ true) == false ? new[] {{ {Main} }} : null"),
        ["condition in a tuple"] = "// Build: none\n" + Project("Build", $"WebhookFilters = new[] {{ (Inputs.A, Inputs.B) switch {{ (false, _) => Inputs.A ? {Open} : {Gated}, _ => {Main} }} }}"),
        ["loop that ends early"] = $"// Build: none\nFilterGroup? chosen = null;\nforeach (var group in new[] {{ {Gated}, {Open} }})\n{{\n    chosen = group;\n    break;\n}}\n" + Project("Build", "WebhookFilters = new[] { chosen! }"),
        ["switch over a stage"] = $"// Build: 101\nFilterGroup group;\nswitch (Inputs.Stage)\n{{\n    case \"prod\":\n        group = {Gated};\n        break;\n    default:\n        group = {Open};\n        break;\n}}\n" + Project("Build", "WebhookFilters = new[] { group }"),
        ["coalescing on a missing name"] = $"// Build: 101\n" + Project("Build", $"WebhookFilters = new[] {{ (Inputs.Name is null ? null : {Gated}) ?? {Open} }}"),
    };
}
