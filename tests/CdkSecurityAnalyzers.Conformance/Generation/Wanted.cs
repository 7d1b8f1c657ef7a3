namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A way to write a value; it may add statements to the block in front of the expression that it gives.</summary>
internal delegate string Spelling(Wanted wanted, Choices choices, Block block);

/// <summary>A value that some place of the program wants, however it gets there.</summary>
internal abstract class Wanted
{
    /// <summary>How deeply forms are nested.</summary>
    private const int DepthLimit = 4;

    /// <summary>How often, of a hundred times, a value is simply written down.</summary>
    private const int PlainPercent = 40;

    /// <summary>Its type in C#.</summary>
    public abstract string Type { get; }

    /// <summary>Whether a literal writes it, so that it may be a constant.</summary>
    public virtual bool IsConstant => false;

    public virtual bool IsReference => true;

    /// <summary>Whether it holds constructs, which only the method knows that makes them or is given them.</summary>
    public virtual bool IsPlaced => false;

    /// <summary>Ways to write this kind of value and no other.</summary>
    protected virtual IReadOnlyList<Spelling> Own => [];

    /// <summary>The simplest way to write it; its parts may come in any way.</summary>
    public abstract string Plain(Choices choices, Block block);

    /// <summary>Another value of the type that the same place may have.</summary>
    public abstract Wanted Another(Choices choices);

    /// <summary>
    /// A value of the type that must not be taken for the wanted one, simply written down: what calls or reads elsewhere leave where control never gets are
    /// counted as used when an interface stands between.
    /// </summary>
    public string Decoy(Choices choices, Block block) => Another(choices.Part()).Plain(choices.FlatPart(), block);

    /// <summary>Writes the value in some way.</summary>
    public string Spell(Choices choices, Block block)
    {
        var part = choices.Part(isDeeper: true);
        if (part.Depth > DepthLimit || part.Next(100) < PlainPercent)
        {
            return Plain(part, block);
        }

        var spellings = Own.Count > 0 && part.Chance(35) ? Own : GeneralSpellings.For(this, block);
        return part.OneOf(spellings)(this, part, block);
    }
}
