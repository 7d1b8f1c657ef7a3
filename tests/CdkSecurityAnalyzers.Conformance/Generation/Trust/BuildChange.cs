namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes a statement that changes the resource of a project, perhaps in some runs only.</summary>
/// <param name="resource">The variable that holds the resource.</param>
/// <param name="isOfConstruct">Whether a construct makes it, whose role has the bucket that the construct is given for its cache, wherever the cache is moved.</param>
internal sealed class BuildChange(string resource, bool isOfConstruct, Choices choices, Block block, StackThings things)
{
    public void Write()
    {
        if (!choices.Chance(25))
        {
            block.Add($"{resource}.{Change(block)};");
            return;
        }

        var body = block.Inner();
        body.Add($"{resource}.{Change(body)};");
        block.Add($"if ({BranchSpellings.Condition(choices, block)}) {{ {body.Text} }}");
    }

    private string Change(Block place) => choices.OneWay(
        () => Override("Environment.PrivilegedMode", new WantedBoolean(choices.Next(2) == 0), place),
        () => Override("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", new WantedText("ALL_PULL_REQUESTS", ["DISABLED", "FORK_PULL_REQUESTS"]), place),
        () => Deletion("Triggers", place),
        () => Deletion("Triggers.FilterGroups", place),
        () => Override("Triggers.Webhook", new WantedBoolean(choices.Next(2) == 0), place),
        () => Override("Visibility", WantedText.OneOf(choices, ["PUBLIC_READ", "PRIVATE"]), place),
        () => Override("Source.InsecureSsl", new WantedBoolean(choices.Next(2) == 0), place),
        () => Override("Environment.Image", WantedImage.AnyName(choices), place),
        () => Override("Triggers.BuildType", WantedText.OneOf(choices, ["BUILD_BATCH", "BUILD"]), place),
        () => Override("Source.BuildSpec", WantedBuildSpec.AnyText(choices), place),
        () => Role(place),
        () => Role(place),
        () => Cache(place),
        () => Cache(place));

    private string Role(Block place)
    {
        if (things.Roles.Count == 0)
        {
            return Deletion("Visibility", place);
        }

        var role = $"({WantedConstruct.OneOf(choices, "IRole", things.Roles).Say(choices, place)}).RoleArn";
        return choices.OneOf($"ServiceRole = {role}", $"AddPropertyOverride(\"ServiceRole\", {role})", $"AddOverride(\"Properties.ServiceRole\", {role})");
    }

    private string Cache(Block place) => things.CacheBuckets.Count == 0
        ? Deletion("Cache", place)
        : isOfConstruct
            ? Override("Cache.CacheNamespace", WantedText.OneOf(choices, ["one", "other"]), place)
            : choices.OneWay(
                () => $"Cache = {WantedCache.Any(choices, things.CacheBuckets).AsResource(choices, place)}",
                () => Deletion("Cache", place),
                () => $"AddPropertyOverride(\"Cache.Location\", ({WantedConstruct.OneOf(choices, StackThings.Bucket, things.CacheBuckets).Say(choices, place)}).BucketName)",
                () => Override("Cache.CacheNamespace", WantedText.OneOf(choices, ["one", "other"]), place));

    private string Override(string path, Wanted value, Block place) => choices.Next(2) == 0
        ? $"AddPropertyOverride({WantedText.Fixed(path).Say(choices, place)}, {value.Say(choices, place)})"
        : $"AddOverride({WantedText.Fixed("Properties." + path).Say(choices, place)}, {value.Say(choices, place)})";

    private string Deletion(string path, Block place) => choices.Next(2) == 0
        ? $"AddPropertyDeletionOverride({WantedText.Fixed(path).Say(choices, place)})"
        : $"AddDeletionOverride({WantedText.Fixed("Properties." + path).Say(choices, place)})";
}
