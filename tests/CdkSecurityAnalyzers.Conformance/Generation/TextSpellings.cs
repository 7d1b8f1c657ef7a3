namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to build a text.</summary>
internal static class TextSpellings
{
    public static readonly Spelling[] All =
    [
        Of("({0} + {1})"),
        Of("$\"{{{0}}}{{{1}}}\""),
        Of("string.Concat({0}, {1})"),
        Of("string.Join(\"\", new[] {{ {0}, {1} }})"),
        Of("string.Join(string.Empty, new List<string> {{ {0}, {1} }})"),
        Of("string.Concat(new List<string> {{ {0}, {1} }})"),
        Of("string.Format(\"{{0}}{{1}}\", {0}, {1})"),
        Of("string.Format(System.Globalization.CultureInfo.InvariantCulture, \"{{1}}{{0}}\", {1}, {0})"),
        Of("(\"~\" + {0} + {1}).Substring(1)"),
        Of("(\"~\" + {0} + {1})[1..]"),
        Of("({0} + {1} + \"~~\")[..^2]"),
        Of("(\"~\" + {1}).Replace(\"~\", {0})"),
        Of("(\"~~\" + {0} + {1} + \"~\").Trim('~')"),
        Of("({0} + {1} + \"~\").TrimEnd('~')"),
        Of("(\"a;\" + {0} + {1} + \";b\").Split(';')[1]"),
        Of("({1}).Insert(0, {0})"),
        Of("(\"~~\" + {0} + {1}).Remove(0, 2)"),
        Of("new[] {{ {0}, {1} }}.Aggregate(\"\", (first, second) => first + second)"),
        Of("new System.Text.StringBuilder().Append({0}).Append({1}).ToString()"),
        Of("new System.Text.StringBuilder({0}).AppendFormat(\"{{0}}\", {1}).ToString()"),
        Joined,
        Numbers,
        Cased,
        Accumulated,
        Appended,
        Guarded,
    ];

    private static Spelling Of(string format) => (wanted, choices, block) => Parts(wanted, choices, block, format);

    private static string Parts(Wanted wanted, Choices choices, Block block, string format)
    {
        var (first, second) = ((WantedText)wanted).Split(choices);
        var text = (First: first.Spell(choices, block), Second: second.Spell(choices, block));

        // An interpolation reads a colon as the beginning of a format.
        return format.StartsWith('$')
            ? $"$\"{{({text.First})}}{{({text.Second})}}\""
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, text.First, text.Second);
    }

    /// <summary>Alternatives that are joined.</summary>
    private static string Joined(Wanted wanted, Choices choices, Block block)
    {
        var parts = ((WantedText)wanted).Text.Split('|').Select(Wanted (part) => WantedText.Part(part));
        return $"string.Join({choices.OneOf("\"|\"", "'|'")}, {new WantedArray("string", [.. parts], another: null).Spell(choices, block)})";
    }

    /// <summary>A number in the text.</summary>
    private static string Numbers(Wanted wanted, Choices choices, Block block)
    {
        var (first, second) = ((WantedText)wanted).Split(choices);
        return second.Text is [>= '1' and <= '9', ..] && second.Text.Length < 9 && second.Text.All(char.IsAsciiDigit)
            ? $"({first.Spell(choices, block)} + {choices.OneOf(second.Text, $"({second.Text} - 1 + 1).ToString()", $"int.Parse(\"{second.Text}\")")})"
            : wanted.Spell(choices, block);
    }

    private static string Cased(Wanted wanted, Choices choices, Block block)
    {
        var text = ((WantedText)wanted).Text;
        return !text.Any(char.IsUpper) ? $"({wanted.Spell(choices, block)}).ToUpperInvariant().ToLowerInvariant()" : $"({wanted.Spell(choices, block)}).ToString()";
    }

    private static string Accumulated(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Spell(choices, block);
        }

        var (first, second) = ((WantedText)wanted).Split(choices);
        var local = block.Local("var", first.Spell(choices, block));
        block.Add($"{local} += {second.Spell(choices, block)};");
        return local;
    }

    private static string Appended(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Spell(choices, block);
        }

        var (first, second) = ((WantedText)wanted).Split(choices);
        var local = block.Local("var", "new System.Text.StringBuilder()");
        block.Add($"{local}.Append({first.Spell(choices, block)});");
        block.Add($"{local}.Append({second.Spell(choices, block)});");
        return local + ".ToString()";
    }

    /// <summary>A question about the text itself.</summary>
    private static string Guarded(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return wanted.Spell(choices, block);
        }

        var local = block.Local("var", wanted.Spell(choices, block));
        var text = WantedText.Literal(((WantedText)wanted).Text);
        var condition = choices.OneOf($"{local} == {text}", $"{local}.StartsWith('^')", $"{local}.Length > 3", $"{local}.Contains(\"123\")", $"{local} is {text} or \"123\"", $"{local}.EndsWith(\"$\")");
        return $"({condition} ? {local} : {wanted.Decoy(choices, block)})";
    }
}
