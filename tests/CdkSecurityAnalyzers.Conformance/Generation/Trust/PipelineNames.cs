namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>What the pipelines of programs are about, whatever spells them.</summary>
internal static class PipelineNames
{
    public const string Connection = "arn:aws:codeconnections:eu-west-1:111122223333:connection/1";

    private static readonly string[] Names = ["Beta", "Prod", "Gamma", "NonProd", "LiveEu", "release", "Products"];

    private static readonly string[] Commands = ["make", "npm ci", "semgrep ci", "gitleaks detect --no-git", "npx cdk synth"];

    private static readonly string[] Refs = ["main", "**", "release/*", "*"];

    /// <summary>The name of a stage or an action, which nothing else in the pipeline has.</summary>
    public static WantedText Any(Choices choices, int number) => WantedText.OneOf(choices, [.. Names.Select(name => name + number)]);

    public static WantedArray AnyCommands(Choices choices) => new("string", choices.Many<Wanted>(1, 2, one => WantedText.OneOf(one, Commands)), another => AnyCommands(another));

    /// <summary>Names of branches or tags, as patterns.</summary>
    public static WantedArray AnyRefs(Choices choices) => new("string", choices.Many<Wanted>(1, 2, one => WantedText.OneOf(one, Refs)), another => AnyRefs(another));

    /// <summary>When in its stage an action runs.</summary>
    public static string Order(Choices choices, Block block) => choices.Chance(20) ? $"({BranchSpellings.Condition(choices, block)} ? 1 : 2)" : choices.OneOf("1", "2", "3");
}
