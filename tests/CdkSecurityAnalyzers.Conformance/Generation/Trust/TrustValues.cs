namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes values down: most of them simply, because a program with several projects has many.</summary>
internal static class Saying
{
    private const int NestedPercent = 30;

    public static string Say(this Wanted wanted, Choices choices, Block block) => wanted.Spell(choices.Chance(NestedPercent) ? choices : choices.FlatPart(), block);
}

/// <summary>A construct that the method has in a variable.</summary>
/// <param name="pool">The variables of this type that the method has.</param>
internal sealed class WantedConstruct(string type, string name, IReadOnlyList<string> pool) : Wanted
{
    public override string Type => type;

    public override bool IsPlaced => true;

    public static WantedConstruct OneOf(Choices choices, string type, IReadOnlyList<string> pool) => new(type, choices.OneOf(pool), pool);

    public override string Plain(Choices choices, Block block) => name;

    public override Wanted Another(Choices choices) => OneOf(choices.Part(), type, pool);
}

/// <summary>Where a project keeps its cache.</summary>
/// <param name="bucket">The bucket; null when it has no cache in S3.</param>
internal sealed class WantedCache(WantedConstruct? bucket, WantedText? prefix, IReadOnlyList<string> buckets) : Wanted
{
    private static readonly string[] Prefixes = ["main", "pulls"];

    public override string Type => "Cache";

    public override bool IsPlaced => true;

    public static WantedCache Any(Choices choices, IReadOnlyList<string> buckets) => choices.Chance(15)
        ? new(bucket: null, prefix: null, buckets)
        : new(WantedConstruct.OneOf(choices, StackThings.Bucket, buckets), choices.Chance(50) ? WantedText.OneOf(choices, Prefixes) : null, buckets);

    public override string Plain(Choices choices, Block block) =>
        bucket is null ? choices.OneOf("Cache.None()", "Cache.Local(LocalCacheMode.SOURCE)")
        : prefix is null ? $"Cache.Bucket({bucket.Say(choices, block)})"
        : $"Cache.Bucket({bucket.Say(choices, block)}, new BucketCacheOptions {{ Prefix = {prefix.Say(choices, block)} }})";

    /// <summary>The same as a property of the resource.</summary>
    public string AsResource(Choices choices, Block block)
    {
        var name = bucket is null ? "" : $"({bucket.Say(choices, block)}).BucketName";
        return bucket is null ? "new CfnProject.ProjectCacheProperty { Type = \"NO_CACHE\" }"
            : prefix is null ? $"new CfnProject.ProjectCacheProperty {{ Type = \"S3\", Location = {name} }}"
            : $"new CfnProject.ProjectCacheProperty {{ Type = \"S3\", Location = {name} + {WantedText.Fixed("/").Say(choices, block)} + {prefix.Say(choices, block)} }}";
    }

    public override Wanted Another(Choices choices) => Any(choices.Part(), buckets);
}

/// <summary>The image of a build.</summary>
/// <param name="name">Its name in a registry; null when AWS provides it.</param>
internal sealed class WantedImage(WantedText? name) : Wanted
{
    private static readonly string[] Names = ["node:22", "node", "node:latest", "registry.example.com:5000/node", "node@sha256:0000000000000000000000000000000000000000000000000000000000000000"];

    public override string Type => "IBuildImage";

    public static WantedText AnyName(Choices choices) => WantedText.OneOf(choices, Names);

    public static WantedImage Any(Choices choices) => new(choices.Chance(60) ? AnyName(choices) : null);

    public override string Plain(Choices choices, Block block) => name is null ? "LinuxBuildImage.STANDARD_7_0" : $"LinuxBuildImage.FromDockerRegistry({name.Say(choices, block)})";

    public override Wanted Another(Choices choices) => Any(choices.Part());
}

/// <summary>A buildspec.</summary>
/// <param name="section">A section of its variables; null when it has none.</param>
/// <param name="path">Where it is in the repository; null when the program says it.</param>
internal sealed class WantedBuildSpec(WantedText? section, WantedText? path) : Wanted
{
    private static readonly string[] Sections = ["variables", "secrets-manager", "parameter-store"];

    private static readonly string[] Texts =
    [
        "version: 0.2", "buildspec.yml", "ci/buildspec.yml", "version: 0.2\nenv:\n  secrets-manager:\n    A: codebuild/a\n", "version: 0.2\nenv:\n  variables:\n    A: b\n",
        "{ \"version\": 0.2, \"env\": { \"parameter-store\": { \"A\": \"/a\" } } }",
    ];

    public override string Type => "BuildSpec";

    public static WantedBuildSpec Any(Choices choices) => choices.Next(3) switch
    {
        0 => new(section: null, path: null),
        1 => new(WantedText.OneOf(choices, Sections), path: null),
        _ => new(section: null, WantedText.OneOf(choices, ["buildspec.yml", "ci/build.yml"])),
    };

    /// <summary>One as the resource has it.</summary>
    public static WantedText AnyText(Choices choices) => WantedText.OneOf(choices, Texts);

    public override string Plain(Choices choices, Block block)
    {
        if (path is not null)
        {
            return $"BuildSpec.FromSourceFilename({path.Say(choices, block)})";
        }

        var variables = section is null ? "" : $", [\"env\"] = new Dictionary<string, object> {{ [{section.Say(choices, block)}] = new Dictionary<string, object> {{ [\"A\"] = \"codebuild/a\" }} }}";
        return $"BuildSpec.{choices.OneOf("FromObject", "FromObjectToYaml")}(new Dictionary<string, object> {{ [\"version\"] = \"0.2\"{variables} }})";
    }

    public override Wanted Another(Choices choices) => Any(choices.Part());
}

/// <summary>A variable of a build, which may be a secret.</summary>
internal sealed class WantedBuildVariable(WantedMember type) : Wanted
{
    private static readonly string[] Types = ["PLAINTEXT", "SECRETS_MANAGER", "PARAMETER_STORE"];

    public override string Type => "BuildEnvironmentVariable";

    public static WantedBuildVariable Any(Choices choices) => new(WantedMember.OneOf(choices, "BuildEnvironmentVariableType", Types));

    public static WantedText AnyType(Choices choices) => WantedText.OneOf(choices, Types);

    public override string Plain(Choices choices, Block block) => $"new BuildEnvironmentVariable {{ Value = \"codebuild/a\", Type = {type.Say(choices, block)} }}";

    public override Wanted Another(Choices choices) => Any(choices.Part());
}

/// <summary>Webhooks of which most are simple.</summary>
internal static class Reach
{
    private static readonly string[] Events = ["PULL_REQUEST_CREATED", "PULL_REQUEST_UPDATED", "PUSH", "PULL_REQUEST_MERGED"];

    /// <summary>The filter groups of a webhook.</summary>
    public static WantedArray Groups(Choices choices, string provider) => choices.Chance(30)
        ? WantedGroup.OfProvider(choices, provider)
        : new("FilterGroup", choices.Many<Wanted>(1, 2, group => Group(group, provider)), another => Groups(another, provider));

    private static WantedGroup Group(Choices choices, string provider) => new(
        provider,
        new WantedArray("EventAction", [WantedMember.OneOf(choices, "EventAction", Events)], another: null),
        choices.Chance(20) ? [("AndActorAccountIs", WantedText.Fixed("^123$"))] : []);

    /// <summary>A source of a repository.</summary>
    public static WantedSource Source(Choices choices)
    {
        var provider = choices.OneOf("GitHub", "GitHub", "GitHub", "GitHubEnterprise", "BitBucket");
        var more = new List<(string Name, WantedBoolean Value)>();
        var isOn = choices.Next(6) switch { 0 => new WantedBoolean(value: false), 1 or 2 => new WantedBoolean(value: true), _ => null };
        var groups = isOn is not { IsTrue: false } && choices.Chance(85) ? Groups(choices, provider) : null;
        if ((groups is not null || isOn is { IsTrue: true }) && choices.Chance(15))
        {
            more.Add(("WebhookTriggersBatchBuild", new WantedBoolean(choices.Next(2) == 0)));
        }

        if (provider == "GitHubEnterprise" && choices.Chance(60))
        {
            more.Add(("IgnoreSslErrors", new WantedBoolean(choices.Next(2) == 0)));
        }

        return new(provider, new WantedSourceProps(provider, isOn, groups, [.. more]));
    }
}
