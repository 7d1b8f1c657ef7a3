using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>The characters that a part of a token may have.</summary>
internal sealed class Alphabet
{
    private const string Digit = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly List<Alphabet> Known = [];

    public static readonly Alphabet Digits = new(Digit);
    public static readonly Alphabet LowerHex = new(Digit + "abcdef");
    public static readonly Alphabet UpperHex = new(Digit + "ABCDEF");
    public static readonly Alphabet LowerBase32 = new(Lower + "234567");
    public static readonly Alphabet UpperBase32 = new(Upper + "234567");
    public static readonly Alphabet Letters = new(Lower + Upper);
    public static readonly Alphabet LowerAlphanumeric = new(Digit + Lower);
    public static readonly Alphabet UpperAlphanumeric = new(Digit + Upper);
    public static readonly Alphabet Alphanumeric = new(Digit + Lower + Upper);
    public static readonly Alphabet Word = new(Digit + Lower + Upper + "_");
    public static readonly Alphabet WordOrDash = new(Digit + Lower + Upper + "_-");
    public static readonly Alphabet AlphanumericOrDash = new(Digit + Lower + Upper + "-");
    public static readonly Alphabet WordOrDashOrEquals = new(Digit + Lower + Upper + "_-=");
    public static readonly Alphabet WordOrDashOrDot = new(Digit + Lower + Upper + "_-.");
    public static readonly Alphabet WordOrDashOrSlash = new(Digit + Lower + Upper + "_-/");
    public static readonly Alphabet AppPassword = new(Digit + Lower + Upper + "_-.=");
    public static readonly Alphabet Base64 = new(Digit + Lower + Upper + "+/");
    public static readonly Alphabet PaddedBase64 = new(Digit + Lower + Upper + "+/=");
    public static readonly Alphabet ClientSecret = new(Digit + Lower + Upper + "_~.-");
    public static readonly Alphabet KeyLabel = new(Digit + Upper + "_ ");
    public static readonly Alphabet KeyText = new(Digit + Lower + Upper + "+/=:,\\ \t\r\n");
    public static readonly Alphabet Assignment = new("=:\"' ");

    private readonly bool[] members = new bool[128];

    private Alphabet(string characters)
    {
        Characters = characters;
        foreach (var character in characters)
        {
            members[character] = true;
        }

        Index = Known.Count;
        Known.Add(this);
    }

    /// <summary>How many alphabets there are.</summary>
    public static int Count => Known.Count;

    /// <summary>The alphabet's number, from 0.</summary>
    public int Index { get; }

    public string Characters { get; }

    public bool Has(char character) => character < members.Length && members[character];
}
