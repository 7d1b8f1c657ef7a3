namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A text that may show a secret: one of the program, or one that is taken out of its protection.</summary>
internal static class WantedCredential
{
    /// <summary>The value of a variable, of a part of a buildspec.</summary>
    public static Wanted Value(Choices choices, int number) =>
        choices.Chance(25) ? new WantedUnwrapped(number) : WantedText.OneOf(choices, SecretPools.Values(number));

    /// <summary>What signs in to a source, or is shown.</summary>
    public static Wanted Text(Choices choices, int number) =>
        choices.Chance(35) ? new WantedUnwrapped(number) : WantedText.OneOf(choices, SecretPools.Credentials(number));
}

/// <summary>The text of a secret that is stored elsewhere.</summary>
internal sealed class WantedUnwrapped(int number) : Wanted
{
    public override string Type => "string";

    protected override IReadOnlyList<Spelling> Own { get; } =
    [
        Of("(\"\" + {0})"),
        Of("string.Concat({0}, \"\")"),
        Of("$\"{{({0})}}\""),
        Of("({0}).ToString()"),
        Of("({0}).Trim()"),
        Of("string.Join(\"\", new[] {{ {0} }})"),
        Of("string.Format(\"{{0}}\", {0})"),
    ];

    public override string Plain(Choices choices, Block block) => $"{WantedSecretValue.Stored(number).Spell(choices, block)}.UnsafeUnwrap()";

    public override Wanted Another(Choices choices) =>
        choices.Part().Chance(50) ? new WantedUnwrapped(number) : WantedText.OneOf(choices.Part(), SecretPools.Credentials(number));

    private static Spelling Of(string format) =>
        (wanted, choices, block) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, wanted.Spell(choices, block));
}

/// <summary>A secret as the CDK takes it: stored elsewhere, or a text of the program.</summary>
/// <param name="text">The text; null when it is stored elsewhere.</param>
internal sealed class WantedSecretValue(int number, Wanted? text, string format) : Wanted
{
    private static readonly string[] Formats = ["SecretValue.UnsafePlainText({0})", "new SecretValue({0})"];

    public override string Type => "SecretValue";

    public static WantedSecretValue Any(Choices choices, int number) =>
        choices.Chance(25) ? Stored(number) : new(number, WantedText.OneOf(choices, SecretPools.Credentials(number)), choices.OneOf(Formats));

    public static WantedSecretValue Stored(int number) => new(number, text: null, $"SecretValue.SecretsManager(\"{SecretPools.Stored(number)}\")");

    public override string Plain(Choices choices, Block block) =>
        text is null ? format : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, text.Spell(choices, block));

    public override Wanted Another(Choices choices) => text is null ? this : Any(choices.Part(), number);
}
