using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
/// <param name="pool">What else may stand in its place.</param>
internal sealed partial class WantedText(string text, IReadOnlyList<string> pool) : Wanted
{
    public string Text => text;

    public override string Type => "string";

    public override bool IsConstant => true;

    protected override IReadOnlyList<Spelling> Own => TextSpellings.All;

    public static WantedText OneOf(Choices choices, IReadOnlyList<string> pool) => new(choices.OneOf(pool), pool);

    public static WantedText Fixed(string text) => new(text, [text]);

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public override string Plain(Choices choices, Block block) => Literal(text);

    public override Wanted Another(Choices choices) => OneOf(choices, pool);

    /// <summary>The text in two parts.</summary>
    public (WantedText First, WantedText Second) Split(Choices choices)
    {
        var words = Words().Matches(text);
        var end = words.Count == 0 ? 0 : words[choices.Next(words.Count)].Index;
        return (Part(text[..end]), Part(text[end..]));
    }

    /// <summary>A part that is a number may be another number; others have to stay, so that the whole stays a pattern.</summary>
    public static WantedText Part(string part) => part.Length > 0 && part.All(char.IsAsciiDigit) ? new(part, ["123", "456"]) : Fixed(part);

    [GeneratedRegex("[0-9]+|[A-Za-z]+|.")]
    private static partial Regex Words();
}

/// <summary>True or false.</summary>
/// <param name="value">The value.</param>
/// <param name="isFixed">Whether no run may have the other one in its place.</param>
internal sealed class WantedBoolean(bool value, bool isFixed = false) : Wanted
{
    public bool IsTrue => value;

    public override string Type => "bool";

    public override bool IsConstant => true;

    public override bool IsReference => false;

    protected override IReadOnlyList<Spelling> Own { get; } =
    [
        (_, choices, block) => $"!{new WantedBoolean(!value).Spell(choices, block)}",
        (_, choices, block) => $"({new WantedBoolean(value).Spell(choices, block)} && true)",
        (_, choices, block) => $"({new WantedBoolean(value).Spell(choices, block)} || false)",
        (_, choices, block) => $"bool.Parse({WantedText.Fixed(value ? "true" : "false").Spell(choices, block)})",
        (_, choices, block) => $"({WantedText.Fixed(value ? "yes" : "no").Spell(choices, block)} == \"yes\")",
    ];

    public override string Plain(Choices choices, Block block) => value ? "true" : "false";

    public override Wanted Another(Choices choices) => new WantedBoolean(choices.Next(2) == 0 && !isFixed ? !value : value, isFixed);
}

/// <summary>A member of an enumeration.</summary>
internal sealed class WantedMember(string type, string name, IReadOnlyList<string> pool) : Wanted
{
    public override string Type => type;

    public override bool IsConstant => true;

    public override bool IsReference => false;

    protected override IReadOnlyList<Spelling> Own { get; } =
    [
        (_, choices, block) => $"Enum.Parse<{type}>({WantedText.Fixed(name).Spell(choices, block)})",
    ];

    public static WantedMember OneOf(Choices choices, string type, IReadOnlyList<string> pool) => new(type, choices.OneOf(pool), pool);

    public override string Plain(Choices choices, Block block) => $"{type}.{name}";

    public override Wanted Another(Choices choices) => OneOf(choices, type, pool);
}
