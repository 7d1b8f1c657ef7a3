namespace CdkSecurityAnalyzers.Conformance;

/// <summary>Makes random webhooks, likely and unlikely ones.</summary>
internal sealed class WebhookGenerator(int seed)
{
    internal static readonly string[] Events =
    [
        "PUSH", "PUSH", "PUSH", "PULL_REQUEST_CREATED", "PULL_REQUEST_CREATED", "PULL_REQUEST_UPDATED", "PULL_REQUEST_UPDATED", "PULL_REQUEST_REOPENED",
        "PULL_REQUEST_CLOSED", "PULL_REQUEST_MERGED", "RELEASED", "PRERELEASED", "WORKFLOW_JOB_QUEUED",
    ];

    private static readonly string[] Misspelt = ["PULL_REQUEST", "push", "PULL_REQUEST_OPENED", "RELEASE"];

    internal static readonly string[] Actors =
    [
        "^123$", "^(123|456)$", "^123$|^456$", "^(?:(?:123)|456)$", "^12[34]$", "^1234?$", "123", "755743|766538", "^123", "123$", "^123|456$", "(123)",
        "^(123|456)", ".*", "^.*$", "^[0-9]+$", @"^\d+$", "^123.*$", "^12.4$", "", "^123$|", "|^123$", "octocat", @"^123\$", "^octocat$", "^(123|octocat)$",
        "1{3}", "^1{2,}$", "^(GITHUB_ACCOUNT_ID)$", "^$", " 123", "^ 123$",
    ];

    internal static readonly string[] Names = ["main", "^main$", "main$", "^main", "release/.*", ".*", "v1", @"v1\.0", "(main|develop)", "main|develop", "feature/x", "", "my branch"];

    internal static readonly string[] Refs =
    [
        "^refs/heads/main$", "refs/heads/main", "^refs/heads/main", "refs/heads/main$", "^refs/heads/release/.*$", "^refs/heads/release/", "^refs/heads/(main|develop)$",
        "^refs/heads/main|refs/heads/develop$", "^refs/heads/.*", "^refs/tags/v.*", "^main$", "main", ".*", "", "refs/heads/^main$", "^refs/heads/release-[0-9]+$",
        @"^refs/tags/v1\.0$", "^heads/main$", "refs/heads/", "^refs/", "/main$", "^refs/heads/main $",
    ];

    internal static readonly string[] Texts = ["^src/", "buildspec.yml", "^buildspec.yml$", "release", "^CI$"];

    private static readonly string[] Types =
    [
        "ACTOR_ACCOUNT_ID", "ACTOR_ACCOUNT_ID", "ACTOR_ACCOUNT_ID", "HEAD_REF", "HEAD_REF", "BASE_REF", "FILE_PATH", "COMMIT_MESSAGE", "TAG_NAME", "RELEASE_NAME",
        "WORKFLOW_NAME", "GITHUB_ACTOR_ACCOUNT_ID", "ACTOR_ID", "BRANCH", "head_ref",
    ];

    private static readonly string[] Methods =
    [
        "AndActorAccountIs", "AndActorAccountIs", "AndActorAccountIs", "AndBranchIs", "AndBranchIs", "AndTagIs", "AndHeadRefIs", "AndHeadRefIs", "AndBaseBranchIs",
        "AndBaseRefIs", "AndFilePathIs", "AndCommitMessageIs",
    ];

    private static readonly string[] Policies = ["ALL_PULL_REQUESTS", "ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS", "DISABLED", "ALL", "all_pull_requests"];

    private static readonly string[] Changes =
    [
        "cfn.AddPropertyOverride(\"Triggers.Webhook\", false);",
        "cfn.AddPropertyOverride(\"Triggers.Webhook\", true);",
        "cfn.AddPropertyOverride(\"Triggers.Webhook\", \"true\");",
        "cfn.AddPropertyDeletionOverride(\"Triggers.Webhook\");",
        "cfn.AddPropertyDeletionOverride(\"Triggers.FilterGroups\");",
        "cfn.AddPropertyDeletionOverride(\"Triggers.FilterGroups.0\");",
        "cfn.AddDeletionOverride(\"Properties.Triggers.FilterGroups.1\");",
        "cfn.AddDeletionOverride(\"Properties.Triggers.FilterGroups.0.1\");",
        "cfn.AddPropertyDeletionOverride(\"Triggers\");",
        "cfn.AddPropertyDeletionOverride(\"Triggers.PullRequestBuildPolicy\");",
        "cfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy\", new Dictionary<string, object> { [\"RequiresCommentApproval\"] = \"ALL_PULL_REQUESTS\", [\"ApproverRoles\"] = new[] { \"GITHUB_READ\" } });",
        "cfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.ApproverRoles\", new[] { \"GITHUB_MAINTAIN\" });",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups.0.1.Pattern\", \"123\");",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups.0.1.Pattern\", \"^refs/heads/main$\");",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups.0.1.Type\", \"HEAD_REF\");",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups.0.1.ExcludeMatchedPattern\", true);",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups.0.0.Pattern\", \"PUSH, PULL_REQUEST_UPDATED\");",
        "cfn.AddOverride(\"Properties.Triggers.FilterGroups.1.0\", new Dictionary<string, object> { [\"Type\"] = \"EVENT\", [\"Pattern\"] = \"PULL_REQUEST_CREATED\" });",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups\", new object[] { new object[] { new Dictionary<string, object> { [\"Type\"] = \"EVENT\", [\"Pattern\"] = \"PUSH\" } } });",
        "cfn.AddPropertyOverride(\"Triggers.FilterGroups\", new object[0]);",
        "cfn.AddPropertyOverride(\"Source.Type\", \"BITBUCKET\");",
    ];

    private readonly Random random = new(seed);

    public GeneratedWebhook Next()
    {
        var spelling = (GeneratedSpelling)random.Next(4);
        var isConstruct = spelling == GeneratedSpelling.Construct;
        return new(
            spelling,
            OneOf("GitHub", "GitHub", "GitHub", "GitHubEnterprise", "BitBucket"),
            Switch(isConstruct),
            Chance(12) ? null : [.. Many(random.Next(4), () => Group(isConstruct))],
            Chance(20) ? OneOf(Policies) : null,
            [.. Many(Chance(35) ? random.Next(1, 4) : 0, () => OneOf(Changes)).Distinct()],
            Chance(40));
    }

    private string? Switch(bool isConstruct) =>
        isConstruct ? OneOf(null, null, "true", "true", "true", "false", "null") : OneOf(null, "true", "true", "true", "true", "true", "false");

    private GeneratedGroup Group(bool isConstruct)
    {
        var events = Many(Chance(60) ? 1 : random.Next(2, 4), () => !isConstruct && Chance(5) ? OneOf(Misspelt) : OneOf(Events)).Distinct();
        var filters = Many(random.Next(4), () => Filter(isConstruct)).Distinct();
        return new([.. events], [.. filters], isConstruct && Chance(8) ? [Filter(isConstruct)] : []);
    }

    private GeneratedFilter Filter(bool isConstruct)
    {
        var name = OneOf(isConstruct ? Methods : Types);
        var patterns = name switch
        {
            "AndBranchIs" or "AndTagIs" or "AndBaseBranchIs" => Names,
            "HEAD_REF" or "BASE_REF" or "AndHeadRefIs" or "AndBaseRefIs" => Refs,
            _ when name.Contains("Actor", StringComparison.OrdinalIgnoreCase) => Actors,
            _ => Texts,
        };
        return new(name, OneOf(patterns), Chance(15));
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T OneOf<T>(params T[] all) => all[random.Next(all.Length)];

    private static IEnumerable<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());
}
