namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Ways to write a value of any type.</summary>
internal static class GeneralSpellings
{
    private static readonly Spelling[] Anywhere = [.. MemberSpellings.Anywhere, .. CallSpellings.Anywhere, .. BranchSpellings.Anywhere, .. ElementSpellings.Anywhere];

    private static readonly Spelling[] InStatements =
        [.. MemberSpellings.InStatements, .. CallSpellings.InStatements, .. BranchSpellings.InStatements, .. ElementSpellings.InStatements, .. Anywhere];

    private static readonly Spelling[] OfConstants = [.. MemberSpellings.OfConstants, .. CallSpellings.OfConstants];

    private static readonly Spelling[] OfReferences = [.. BranchSpellings.OfReferences];

    public static IReadOnlyList<Spelling> For(Wanted wanted, Block block) =>
    [
        .. block.HasStatements ? InStatements : Anywhere,
        .. wanted.IsConstant ? OfConstants : [],
        .. wanted.IsReference ? OfReferences : [],
    ];
}
