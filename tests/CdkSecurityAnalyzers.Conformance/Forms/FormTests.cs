using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Every form of C# that a value may arrive through, in both twins, by analysis and by synthesis.</summary>
public sealed class FormTests
{
    private static readonly FormConformance OfTexts = new(TextForms.Patterns, TextForms.Programs);
    private static readonly FormConformance OfValues = new(ValueForms.Patterns, ValueForms.Programs);
    private static readonly FormConformance OfBranches = new(BranchForms.Patterns, BranchForms.Programs);
    private static readonly FormConformance OfCollections = new(CollectionForms.Patterns, CollectionForms.Programs);
    private static readonly FormConformance OfCalls = new(CallForms.Patterns, CallForms.Programs);
    private static readonly FormConformance OfLifetimes = new(LifetimeForms.Patterns, LifetimeForms.Programs);
    private static readonly FormConformance OfQueries = new(QueryForms.Patterns);
    private static readonly FormConformance OfLibraries = new(LibraryForms.Patterns);
    private static readonly FormConformance OfTypes = new(TypeForms.Patterns);

    public static TheoryData<string> Texts => [.. OfTexts.Names];

    public static TheoryData<string> Values => [.. OfValues.Names];

    public static TheoryData<string> Branches => [.. OfBranches.Names];

    public static TheoryData<string> Collections => [.. OfCollections.Names];

    public static TheoryData<string> Calls => [.. OfCalls.Names];

    public static TheoryData<string> Lifetimes => [.. OfLifetimes.Names];

    public static TheoryData<string> Queries => [.. OfQueries.Names];

    public static TheoryData<string> Libraries => [.. OfLibraries.Names];

    public static TheoryData<string> Types => [.. OfTypes.Names];

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Text(string form) => OfTexts.Check(form);

    [Theory]
    [MemberData(nameof(Values))]
    public Task Value(string form) => OfValues.Check(form);

    [Theory]
    [MemberData(nameof(Branches))]
    public Task Branch(string form) => OfBranches.Check(form);

    [Theory]
    [MemberData(nameof(Collections))]
    public Task Collection(string form) => OfCollections.Check(form);

    [Theory]
    [MemberData(nameof(Calls))]
    public Task Call(string form) => OfCalls.Check(form);

    [Theory]
    [MemberData(nameof(Lifetimes))]
    public Task Lifetime(string form) => OfLifetimes.Check(form);

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Query(string form) => OfQueries.Check(form);

    [Theory]
    [MemberData(nameof(Libraries))]
    public Task Library(string form) => OfLibraries.Check(form);

    [Theory]
    [MemberData(nameof(Types))]
    public Task Type(string form) => OfTypes.Check(form);
}
