using static CdkSecurityAnalyzers.Conformance.Scenarios.ScenarioText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>One fact in the spellings that the CDK has for it.</summary>
internal static class SpellingScenarios
{
    private const string Open = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)";
    private const string OpenFilter = "new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" }";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["resource by FindChild"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\n((CfnProject)project.Node.FindChild(\"Resource\")).AddPropertyDeletionOverride(\"Triggers\");",
        ["resource by TryFindChild"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\n((CfnProject)project.Node.TryFindChild(\"Resource\")!).AddPropertyOverride(\"Triggers.Webhook\", false);",
        ["resource by a pattern"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nif (project.Node.DefaultChild is CfnProject found)\n{\n    found.AddPropertyDeletionOverride(\"Triggers\");\n}",
        ["resource of another project"] = "// Build: 101\n// Other: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nvar other = " + Project("Other", $"WebhookFilters = new[] {{ {Open} }}") + "\n((CfnProject)other.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers\");",
        ["resources of two projects in a loop"] = "// One: 101\n// Two: 101\nvar projects = new[] { " + Project("One", $"WebhookFilters = new[] {{ {Open} }}").TrimEnd(';') + ", " + Project("Two", $"WebhookFilters = new[] {{ {Open} }}").TrimEnd(';') + " };\nforeach (var project in projects)\n{\n    ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Description\", \"x\");\n}",
        ["resources of two projects closed in a loop"] = "// One: none\n// Two: none\nvar projects = new[] { " + Project("One", $"WebhookFilters = new[] {{ {Open} }}").TrimEnd(';') + ", " + Project("Two", $"WebhookFilters = new[] {{ {Open} }}").TrimEnd(';') + " };\nforeach (var project in projects)\n{\n    ((CfnProject)project.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers\");\n}",
        ["classes beside methods"] = "// One: 101\n// Two: 101\n" + Project("One", $"WebhookFilters = new[] {{ {Open} }}") + "\n" + Resource("Two", $"FilterGroups = new object[] {{ new object[] {{ {OpenFilter} }} }}"),
        ["classes with a condition"] = "// Build: 104\n" + Resource("Build", $"FilterGroups = new object[] {{ new object[] {{ {OpenFilter}, new CfnProject.WebhookFilterProperty {{ Type = \"ACTOR_ACCOUNT_ID\", Pattern = Inputs.A ? \"^123$\" : \"^.*$\" }} }} }}"),
        ["classes with a type on a condition"] = "// Build: 101 109\n" + Resource("Build", "FilterGroups = new object[] { new object[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = Inputs.A ? \"PUSH\" : \"PULL_REQUEST_REOPENED\" } } }"),
        ["classes that exclude on a condition"] = "// Build: 101\n" + Resource("Build", $"FilterGroups = new object[] {{ new object[] {{ {OpenFilter}, new CfnProject.WebhookFilterProperty {{ Type = \"ACTOR_ACCOUNT_ID\", Pattern = \"^123$\", ExcludeMatchedPattern = Inputs.A ? true : false }} }} }}"),
        ["misspelt type of a filter"] = "// Build: 108\n" + Resource("Build", $"FilterGroups = new object[] {{ new object[] {{ {OpenFilter}, new CfnProject.WebhookFilterProperty {{ Type = Inputs.A ? \"ACTOR_ACCOUNT_ID\" : \"GITHUB_ACTOR_ACCOUNT_ID\", Pattern = \"^123$\" }} }} }}"),
        ["weak role on a condition"] = "// Build: 106\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\ncfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy\", new Dictionary<string, object> { [\"RequiresCommentApproval\"] = \"ALL_PULL_REQUESTS\", [\"ApproverRoles\"] = new[] { Inputs.A ? \"GITHUB_READ\" : \"GITHUB_ADMIN\" } });",
        ["event changed by an override"] = "// Build: 101\n" + Kept("WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_MERGED) }") + "\ncfn.AddPropertyOverride(\"Triggers.FilterGroups.0.0.Pattern\", Inputs.A ? \"PULL_REQUEST_CREATED\" : \"PULL_REQUEST_MERGED\");",
        ["path on a condition"] = "// Build: 101\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\ncfn.AddPropertyOverride(Inputs.A ? \"Triggers.Webhook\" : \"Description\", false);",
        ["path that is put together"] = "// Build: none\n" + Kept($"WebhookFilters = new[] {{ {Open} }}") + "\nvar section = nameof(CfnProjectProps.Triggers);\ncfn.AddOverride(string.Join('.', \"Properties\", section, \"Webhook\"), false);",
        ["organisation without repositories"] = "// Build: 110\n" + Organisation(""),
        ["organisation with a repository"] = "// Build: none\n" + Organisation("group.Add(new Dictionary<string, object> { [\"Type\"] = \"REPOSITORY_NAME\", [\"Pattern\"] = \"^app$\" });"),
        ["organisation with a repository on a condition"] = "// Build: 110\n" + Organisation("if (Inputs.A)\n{\n    group.Add(new Dictionary<string, object> { [\"Type\"] = \"REPOSITORY_NAME\", [\"Pattern\"] = \"^app$\" });\n}"),
    };

    private static string Organisation(string more) => $$"""
        var group = new List<object> { new Dictionary<string, object> { ["Type"] = "EVENT", ["Pattern"] = "WORKFLOW_JOB_QUEUED" } };
        {{more}}
        new CfnResource(this, "Build", new CfnResourceProps
        {
            Type = "AWS::CodeBuild::Project",
            Properties = new Dictionary<string, object>
            {
                ["Source"] = new Dictionary<string, object> { ["Type"] = "GITHUB" },
                ["Triggers"] = new Dictionary<string, object>
                {
                    ["Webhook"] = true,
                    ["ScopeConfiguration"] = new Dictionary<string, object> { ["Name"] = "octo", ["Scope"] = "GITHUB_ORGANIZATION" },
                    ["FilterGroups"] = new object[] { group.ToArray() },
                },
            },
        });
        """;
}
