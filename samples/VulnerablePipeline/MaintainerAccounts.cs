namespace VulnerablePipeline;

/// <summary>GitHub account ids of the people whose pull requests may be built.</summary>
internal static class MaintainerAccounts
{
    public const string Octocat = "583231";

    public const string Releaser = "755743";

    public static readonly string[] All = [Octocat, Releaser];
}
