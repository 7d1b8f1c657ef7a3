using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Verification;

/// <summary>The checks can fail: a check that cannot would prove nothing about the analyzers.</summary>
public sealed class VerificationTests
{
    private static readonly ProgramOptions WithoutCdk = new() { CdkVersions = [] };

    [Fact]
    public Task AFindingWhereTheMarkupSaysSoPasses() => Toy("class C { int one = {|TOY1:1|}; }");

    [Fact]
    public Task AFindingThatIsNotMarkedFails() => Fails(() => Toy("class C { int one = 1; }"));

    [Fact]
    public Task AMarkWithoutAFindingFails() => Fails(() => Toy("class C { int zero = {|TOY1:0|}; }"));

    [Fact]
    public Task AFindingBesideTheMarkFails() => Fails(() => Toy("class C { {|TOY1:int one = 1|}; }"));

    [Fact]
    public Task AProgramThatDoesNotCompileFails() => Fails(() => Toy("class C { Unknown x; }"));

    [Fact]
    public Task AMessageAndAnAdditionalLocationCanBeAsserted() =>
        Toy("class C { {|#1:int one = {|#0:1|};|} }", WithoutCdk, Toy1().WithMessage("The number is 1").WithLocation(1, DiagnosticLocationOptions.InterpretAsMarkupKey));

    [Fact]
    public Task AWrongMessageFails() =>
        Fails(() => Toy("class C { {|#1:int one = {|#0:1|};|} }", WithoutCdk, Toy1().WithMessage("The number is 2").WithLocation(1, DiagnosticLocationOptions.InterpretAsMarkupKey)));

    [Fact]
    public Task AWrongAdditionalLocationFails() =>
        Fails(() => Toy("class C { int {|#1:one|} = {|#0:1|}; }", WithoutCdk, Toy1().WithMessage("The number is 1").WithLocation(1, DiagnosticLocationOptions.InterpretAsMarkupKey)));

    [Fact]
    public Task ARuleThatIsOffIsSilentUntilItIsEnabled() => Toy("class C { int three = 3; }");

    [Fact]
    public Task AnEnabledRuleReports() => Toy("class C { int three = {|TOY3:3|}; }", WithoutCdk with { Enable = ["TOY3"] });

    [Fact]
    public Task ATestMayBeAboutSomeRulesOnly() => Toy("class C { int one = 1, two = {|TOY2:2|}; }", WithoutCdk with { Only = ["TOY2"] });

    [Fact]
    public Task AnEditorConfigIsObeyed() =>
        Toy("class C { int one = 1, two = {|TOY2:2|}; }", WithoutCdk with { EditorConfig = "[*.cs]\ndotnet_diagnostic.TOY1.severity = none" });

    [Fact]
    public Task MarkupWorksInEverySource() =>
        Toy("class C { }", WithoutCdk with { MoreSources = [("Other.cs", "class D { int one = {|TOY1:1|}; }")] });

    [Fact]
    public Task AStackBindsAgainstEveryRelease() =>
        Verify.Analyzer(
            new AnalyzerUnderTest(() => new ToyAnalyzer(), () => []),
            TestProgram.InStack("""
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", CloneDepth = {|TOY1:1|} }),
                });
                """),
            ProgramOptions.Default);

    [Fact]
    public Task ReleasesDiffer() =>
        // A project's visibility came after the oldest release.
        Fails(() => Verify.InStack("_ = ProjectVisibility.PRIVATE;", ProgramOptions.Default with { CdkVersions = [CdkLibrary.Oldest] }));

    [Fact]
    public async Task RawFindingsComeInSourceOrderWithTheirAdditionalLocations()
    {
        var findings = await Analysis.Run(ToySubject(), Analysis.ProjectFor(ToySubject(), "class C { int two = 2, one = 1; }", WithoutCdk));

        Assert.Equal(["TOY2", "TOY1"], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Equal("int two = 2, one = 1;", TextAt(finding.AdditionalLocations.Single())));
    }

    [Fact]
    public Task RawFindingsOfAProgramThatDoesNotCompileFail() =>
        Fails(() => Analysis.Run("class C { Unknown x; }", WithoutCdk));

    [Fact]
    public async Task AnAnalyzerThatThrowsFails()
    {
        var project = Analysis.ProjectFor(ToySubject(), "class C { int x = 13; }", WithoutCdk);

        var thrown = await Assert.ThrowsAsync<AggregateException>(() => Analysis.Run(ToySubject(), project));

        Assert.Equal("Unlucky.", thrown.InnerException!.Message);
    }

    [Fact]
    public Task AFixThatKeepsThePromisePasses() => ToyFixed("0", "class C { int one = {|TOY1:1|}; int two = {|TOY1:1|}; }", "class C { int one = 0; int two = 0; }");

    [Fact]
    public Task AFixIsFoundByItsKeyToo() =>
        CodeFixContract.Check(ToySubject("0"), "class C { int one = {|TOY1:1|}; }", "class C { int one = 0; }", "toy", WithoutCdk);

    [Fact]
    public Task AFixWithAnotherResultFails() => Fails(() => ToyFixed("5", "class C { int one = {|TOY1:1|}; }", "class C { int one = 0; }"));

    [Fact]
    public Task AFixThatIsNotOfferedFails() => Fails(() => ToyFixed("0", "class C { int two = {|TOY2:2|}; }", "class C { int two = 0; }"));

    [Fact]
    public Task AFixThatBringsANewFindingFails() => Fails(() => ToyFixed("2", "class C { int one = {|TOY1:1|}; }", "class C { int one = 2; }"));

    [Fact]
    public Task AFixMayBringAFindingThatIsNamed() => ToyFixed("2", "class C { int one = {|TOY1:1|}; }", "class C { int one = {|TOY2:2|}; }");

    [Fact]
    public Task AFixThatDoesNotCompileFails() =>
        Fails(() => ToyFixed("\"none\"", "class C { int one = {|TOY1:1|}; }", "class C { int one = \"none\"; }"));

    [Fact]
    public Task AFixThatNeverEndsFails() => Fails(() => ToyFixed("1 + 0", "class C { int one = {|TOY1:1|}; }", "class C { int one = {|TOY1:1|} + 0; }"));

    [Fact]
    public Task AFixThatShouldNotBeOfferedFails() =>
        Fails(() => CodeFixContract.CheckNotOffered(ToySubject("0"), "class C { int one = {|TOY1:1|}; }", ToyFix.Title, WithoutCdk));

    [Fact]
    public Task AFixThatIsRightlyNotOfferedPasses() =>
        CodeFixContract.CheckNotOffered(ToySubject("0"), "class C { int two = {|TOY2:2|}; }", ToyFix.Title, WithoutCdk);

    [Fact]
    public void TheProductsFixesAreDiscovered() => Assert.NotEmpty(AnalyzerUnderTest.Product.CreateFixes());

    [Fact]
    public async Task EveryTokenIsDeletedInTurn() => Assert.Equal(9, await TokenDeletion.Check(ToySubject(), "class C { int one = 1; }", WithoutCdk));

    [Fact]
    public async Task AVariantAtWhichTheAnalyzerThrowsFails()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => TokenDeletion.Check(ToySubject(), "class C { int x = 13; }", WithoutCdk));

        Assert.Contains("Unlucky.", failure.Message, StringComparison.Ordinal);
    }

    private static Task Toy(string markup, ProgramOptions? options = null, params DiagnosticResult[] expected) =>
        Verify.Analyzer(ToySubject(), markup, options ?? WithoutCdk, expected);

    private static Task ToyFixed(string replacement, string markup, string fixedMarkup) =>
        CodeFixContract.Check(ToySubject(replacement), markup, fixedMarkup, ToyFix.Title, WithoutCdk);

    private static AnalyzerUnderTest ToySubject(string? replacement = null) =>
        new(() => new ToyAnalyzer(), () => replacement is null ? [] : [new ToyFix(replacement)]);

    private static DiagnosticResult Toy1() => new DiagnosticResult("TOY1", DiagnosticSeverity.Warning).WithLocation(0);

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static async Task Fails(Func<Task> check)
    {
        var thrown = await Record.ExceptionAsync(check);
        Assert.True(thrown is InvalidOperationException or Xunit.Sdk.XunitException, $"The check should have failed, but: {thrown?.ToString() ?? "it passed"}");
    }
}
