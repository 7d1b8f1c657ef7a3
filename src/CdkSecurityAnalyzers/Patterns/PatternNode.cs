using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>A parsed search pattern, or a part of one. Groups leave no trace: they only bind.</summary>
internal abstract class PatternNode
{
    /// <summary>One character out of a set.</summary>
    /// <param name="characters">The characters that match.</param>
    /// <param name="isWildcard">Written as something that stands for characters it does not name: <c>.</c>, <c>\d</c>, a negated class.</param>
    public sealed class Symbol(CharacterSet characters, bool isWildcard) : PatternNode
    {
        public CharacterSet Characters { get; } = characters;

        public bool IsWildcard { get; } = isWildcard;
    }

    /// <summary>A place in the text: it matches without consuming.</summary>
    public sealed class Place(PatternPlace place) : PatternNode
    {
        public PatternPlace Position { get; } = place;
    }

    /// <summary>One after the other; no parts match the empty text.</summary>
    public sealed class Sequence(ImmutableArray<PatternNode> parts) : PatternNode
    {
        public ImmutableArray<PatternNode> Parts { get; } = parts;
    }

    /// <summary>One of several.</summary>
    public sealed class Alternation(ImmutableArray<PatternNode> alternatives) : PatternNode
    {
        public ImmutableArray<PatternNode> Alternatives { get; } = alternatives;
    }

    /// <summary>Repetition; greedy and lazy find the same texts. Without a maximum it is open-ended.</summary>
    public sealed class Repetition(PatternNode body, int minimum, int? maximum) : PatternNode
    {
        public PatternNode Body { get; } = body;

        public int Minimum { get; } = minimum;

        public int? Maximum { get; } = maximum;
    }
}

/// <summary>The places in a text that a pattern can name.</summary>
internal enum PatternPlace
{
    /// <summary><c>^</c> and <c>\A</c>: before the first character.</summary>
    Start,

    /// <summary><c>$</c> and <c>\Z</c>: after the last character, or before a line feed that is the last character.</summary>
    End,

    /// <summary><c>\z</c>: after the last character.</summary>
    StrictEnd,
}
