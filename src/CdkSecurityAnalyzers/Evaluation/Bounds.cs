namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>How much work one root may take. Past a bound a value is unknown; nothing hangs and nothing throws.</summary>
internal static class Bounds
{
    /// <summary>
    /// Operations evaluated for one root, callees included. A stack with a thousand CodeBuild projects takes about sixty thousand.
    /// </summary>
    public const int Steps = 100_000;

    /// <summary>Calls nested in one another.</summary>
    public const int CallDepth = 16;

    /// <summary>Calls of one member nested in one another.</summary>
    public const int Recursion = 8;

    /// <summary>Callbacks that may run some time, nested in one another.</summary>
    public const int LaterCallbacks = 3;

    /// <summary>Expressions and statements nested in one another, all frames together: protects the host's stack.</summary>
    public const int Nesting = 300;

    /// <summary>Rounds of a loop over known elements or with a known condition, and jumps to one label.</summary>
    public const int LoopRounds = 64;

    /// <summary>Elements of one collection.</summary>
    public const int Elements = 5_000;

    /// <summary>Alternatives that one value may have before they are joined.</summary>
    public const int Alternatives = 16;

    /// <summary>Characters of one text.</summary>
    public const int TextLength = 100_000;

    /// <summary>Known and unknown parts of one text: a text that is joined with itself again and again doubles them.</summary>
    public const int TextParts = 256;
}
