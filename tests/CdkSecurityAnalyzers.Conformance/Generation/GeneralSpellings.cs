namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to write a value of any type.</summary>
internal static class GeneralSpellings
{
    private static readonly Spelling[] Anywhere = [.. MemberSpellings.Anywhere, .. CallSpellings.Anywhere, .. BranchSpellings.Anywhere, .. ElementSpellings.Anywhere];

    private static readonly Spelling[] InStatements =
        [.. MemberSpellings.InStatements, .. CallSpellings.InStatements, .. BranchSpellings.InStatements, .. ElementSpellings.InStatements, .. Anywhere];

    private static readonly Spelling[] OfConstants = [.. MemberSpellings.OfConstants, .. CallSpellings.OfConstants];

    private static readonly Spelling[] OfReferences = [.. BranchSpellings.OfReferences];

    private static readonly Spelling[] OfPlaced = [.. InStatements.Concat(OfReferences).Where(StaysInPlace)];

    public static IReadOnlyList<Spelling> For(Wanted wanted, Block block) => wanted.IsPlaced
        ? OfPlaced
        :
        [
            .. block.HasStatements ? InStatements : Anywhere,
            .. wanted.IsConstant ? OfConstants : [],
            .. wanted.IsReference ? OfReferences : [],
        ];

    /// <summary>Whether a way leaves the value in the member that wants it, which is found out by going it.</summary>
    private static bool StaysInPlace(Spelling spelling)
    {
        var traveller = new Traveller();
        spelling(traveller, Choices.Told(ChoiceTree.Simplest), new Block(new ProgramText(), hasStatements: true));
        return !traveller.WasElsewhere;
    }

    /// <summary>A value that remembers where it was written.</summary>
    private sealed class Traveller : Wanted
    {
        public bool WasElsewhere { get; private set; }

        public override string Type => "object";

        public override string Plain(Choices choices, Block block)
        {
            WasElsewhere |= block.IsElsewhere;
            return "null";
        }

        public override Wanted Another(Choices choices) => this;
    }
}
