using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Every form of C# that a value may arrive through, in both twins, by analysis and by synthesis.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Texts => Names(TextForms.Patterns, TextForms.Programs);

    public static TheoryData<string> Values => Names(ValueForms.Patterns, ValueForms.Programs);

    public static TheoryData<string> Branches => Names(BranchForms.Patterns, BranchForms.Programs);

    public static TheoryData<string> Collections => Names(CollectionForms.Patterns, CollectionForms.Programs);

    public static TheoryData<string> Calls => Names(CallForms.Patterns, CallForms.Programs);

    public static TheoryData<string> Lifetimes => Names(LifetimeForms.Patterns, LifetimeForms.Programs);

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Text(string form) => Check(form, TextForms.Patterns, TextForms.Programs);

    [Theory]
    [MemberData(nameof(Values))]
    public Task Value(string form) => Check(form, ValueForms.Patterns, ValueForms.Programs);

    [Theory]
    [MemberData(nameof(Branches))]
    public Task Branch(string form) => Check(form, BranchForms.Patterns, BranchForms.Programs);

    [Theory]
    [MemberData(nameof(Collections))]
    public Task Collection(string form) => Check(form, CollectionForms.Patterns, CollectionForms.Programs);

    [Theory]
    [MemberData(nameof(Calls))]
    public Task Call(string form) => Check(form, CallForms.Patterns, CallForms.Programs);

    [Theory]
    [MemberData(nameof(Lifetimes))]
    public Task Lifetime(string form) => Check(form, LifetimeForms.Patterns, LifetimeForms.Programs);

    private static TheoryData<string> Names(IReadOnlyDictionary<string, string> patterns, IReadOnlyDictionary<string, string> programs) => [.. patterns.Keys, .. programs.Keys];

    private static Task Check(string form, IReadOnlyDictionary<string, string> patterns, IReadOnlyDictionary<string, string> programs) =>
        FormConformance.Check(patterns.TryGetValue(form, out var statements) ? Scenario.Pattern(statements) : Scenario.Program(programs[form]));
}
