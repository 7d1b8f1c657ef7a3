namespace CdkSecurityAnalyzers.Patterns;

/// <summary>A cursor over a pattern's text; it keeps the first reason for which the pattern was refused.</summary>
internal sealed class PatternReader(string pattern)
{
    public int Position { get; private set; }

    public string? Reason { get; private set; }

    public bool AtEnd => Position >= pattern.Length;

    /// <summary>The character at the cursor; there must be one.</summary>
    public char Current => pattern[Position];

    public bool IsFollowedBy(char next) => Position + 1 < pattern.Length && pattern[Position + 1] == next;

    public char Read() => pattern[Position++];

    public bool TryRead(char expected)
    {
        if (AtEnd || Current != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public string TextSince(int begin) => pattern.Substring(begin, Position - begin);

    /// <summary>Reads a decimal number; refuses the pattern when there is none or it is too large.</summary>
    public bool TryReadNumber(int largest, out int number)
    {
        number = 0;
        var begin = Position;
        while (!AtEnd && CharacterSet.Digits.Contains(Current))
        {
            number = number * 10 + (Read() - '0');
            if (number > largest)
            {
                Refuse($"a repetition count is larger than {largest}");
                return false;
            }
        }

        if (Position > begin)
        {
            return true;
        }

        Refuse("a repetition count is malformed");
        return false;
    }

    /// <summary>Remembers why the pattern is not readable; the answer is always null, to be returned.</summary>
    public PatternNode? Refuse(string reason)
    {
        Reason ??= reason;
        return null;
    }
}
