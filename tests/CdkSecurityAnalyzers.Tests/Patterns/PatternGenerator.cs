namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>A random pattern as a tree, so that a failing one can be made smaller.</summary>
internal abstract record GeneratedPattern
{
    public sealed record Atom(string Text) : GeneratedPattern
    {
        public override string ToString() => Text;

        public override IEnumerable<GeneratedPattern> Smaller() => [];
    }

    public sealed record Joined(GeneratedPattern Left, string Separator, GeneratedPattern Right) : GeneratedPattern
    {
        public override string ToString() => Left + Separator + Right;

        public override IEnumerable<GeneratedPattern> Smaller() =>
        [
            Left,
            Right,
            .. Left.Smaller().Select(smaller => this with { Left = smaller }),
            .. Right.Smaller().Select(smaller => this with { Right = smaller }),
        ];
    }

    public sealed record Group(string Opening, GeneratedPattern Body, string Quantifier) : GeneratedPattern
    {
        public override string ToString() => $"{Opening}{Body}){Quantifier}";

        public override IEnumerable<GeneratedPattern> Smaller() =>
            [Body, .. Quantifier.Length > 0 ? [this with { Quantifier = "" }] : Array.Empty<GeneratedPattern>(), .. Body.Smaller().Select(smaller => this with { Body = smaller })];
    }

    public abstract IEnumerable<GeneratedPattern> Smaller();
}

/// <summary>Draws patterns from a grammar: alternation, sequence, groups, repetition, and given atoms.</summary>
internal sealed class PatternGenerator(int seed, string[] atoms, string[] quantifiers)
{
    private readonly Random random = new(seed);

    public GeneratedPattern Next(int depth = 3) => (depth == 0 ? 0 : random.Next(8)) switch
    {
        0 or 1 => new GeneratedPattern.Atom(Pick(atoms) + (random.Next(4) == 0 ? Pick(quantifiers) : "")),
        2 or 3 or 4 => new GeneratedPattern.Joined(Next(depth - 1), "", Next(depth - 1)),
        5 => new GeneratedPattern.Joined(Next(depth - 1), "|", Next(depth - 1)),
        6 => new GeneratedPattern.Group(Pick(["(", "(?:"]), Next(depth - 1), random.Next(3) == 0 ? Pick(quantifiers) : ""),
        _ => new GeneratedPattern.Joined(new GeneratedPattern.Atom("^"), "", new GeneratedPattern.Joined(Next(depth - 1), "", new GeneratedPattern.Atom("$"))),
    };

    /// <summary>Every text over the letters up to a length, the shortest first.</summary>
    public static IReadOnlyList<string> Texts(string letters, int longest)
    {
        List<string> texts = [""];
        for (int begin = 0, length = 0; length < longest; length++)
        {
            var end = texts.Count;
            for (; begin < end; begin++)
            {
                var text = texts[begin];
                texts.AddRange(letters.Select(letter => text + letter));
            }
        }

        return texts;
    }

    /// <summary>Checks patterns; the smallest failing one that can be found is reported with the seed.</summary>
    public void Check(int count, Func<string, string?> complaint)
    {
        for (var index = 0; index < count; index++)
        {
            var pattern = Next();
            if (complaint(pattern.ToString()!) is null)
            {
                continue;
            }

            while (pattern.Smaller().FirstOrDefault(smaller => complaint(smaller.ToString()!) is not null) is { } smaller)
            {
                pattern = smaller;
            }

            Xunit.Assert.Fail($"seed {seed}, pattern {index}, smallest failing '{pattern}': {complaint(pattern.ToString()!)}");
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
