using System;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>What is left of a pattern when texts consist of some characters only; the rest of it cannot take part in any match.</summary>
internal static class PatternRestriction
{
    private static readonly PatternNode Nothing = new PatternNode.Sequence(ImmutableArray<PatternNode>.Empty);

    /// <summary>Removes what cannot match within texts over the alphabet; null when nothing can.</summary>
    public static PatternNode? Within(this PatternNode node, CharacterSet alphabet)
    {
        switch (node)
        {
            case PatternNode.Symbol symbol:
                var characters = symbol.Characters.Intersect(alphabet);
                return characters.IsEmpty ? null : new PatternNode.Symbol(characters, symbol.IsWildcard);
            case PatternNode.Sequence sequence:
                var parts = sequence.Parts.Select(part => part.Within(alphabet)).ToImmutableArray();
                return parts.Contains(null) ? null : new PatternNode.Sequence(parts.Select(static part => part!).ToImmutableArray());
            case PatternNode.Alternation alternation:
                var alternatives = alternation
                    .Alternatives.Select(alternative => alternative.Within(alphabet))
                    .OfType<PatternNode>()
                    .ToImmutableArray();
                return alternatives.IsEmpty ? null : new PatternNode.Alternation(alternatives);
            case PatternNode.Repetition repetition:
                return WithinRepetition(repetition, alphabet);
            default:
                return node;
        }
    }

    /// <summary>Whether part of the pattern stands for characters or counts that it does not name.</summary>
    public static bool HasWildcard(this PatternNode node) =>
        node switch
        {
            PatternNode.Symbol symbol => symbol.IsWildcard,
            PatternNode.Sequence sequence => sequence.Parts.Any(HasWildcard),
            PatternNode.Alternation alternation => alternation.Alternatives.Any(HasWildcard),
            PatternNode.Repetition repetition => repetition.Maximum is null || repetition.Body.HasWildcard(),
            _ => false,
        };

    /// <summary>Whether part of the pattern repeats without a maximum.</summary>
    public static bool HasOpenRepetition(this PatternNode node) =>
        node switch
        {
            PatternNode.Sequence sequence => sequence.Parts.Any(HasOpenRepetition),
            PatternNode.Alternation alternation => alternation.Alternatives.Any(HasOpenRepetition),
            PatternNode.Repetition repetition => repetition.Maximum is null || repetition.Body.HasOpenRepetition(),
            _ => false,
        };

    private static PatternNode? WithinRepetition(PatternNode.Repetition repetition, CharacterSet alphabet)
    {
        if (repetition.Maximum == 0)
        {
            return Nothing;
        }

        var body = repetition.Body.Within(alphabet);
        if (body is null)
        {
            return repetition.Minimum == 0 ? Nothing : null;
        }

        // Repeating what consumes nothing changes nothing: once says it all.
        return Consumes(body)
            ? new PatternNode.Repetition(body, repetition.Minimum, repetition.Maximum)
            : new PatternNode.Repetition(body, Math.Min(repetition.Minimum, 1), 1);
    }

    private static bool Consumes(PatternNode node) =>
        node switch
        {
            PatternNode.Symbol => true,
            PatternNode.Sequence sequence => sequence.Parts.Any(Consumes),
            PatternNode.Alternation alternation => alternation.Alternatives.Any(Consumes),
            PatternNode.Repetition repetition => Consumes(repetition.Body),
            _ => false,
        };
}
