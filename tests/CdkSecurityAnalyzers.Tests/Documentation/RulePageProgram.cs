using System.Collections.Immutable;
using CdkSecurityAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The code of a rule's page as a project, with the page's rule switched on whatever its default.</summary>
internal sealed class RulePageProgram
{
    private readonly Project project;

    private RulePageProgram(Project project) => this.project = project;

    /// <summary>A program whose stack runs the statements of a page.</summary>
    public static RulePageProgram Of(string ruleId, string statements) =>
        new(Analysis.ProjectFor(
            AnalyzerUnderTest.Product,
            TestProgram.InStack(statements),
            new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = [ruleId] }));

    /// <summary>What is reported; fails when the program does not compile.</summary>
    public Task<ImmutableArray<Diagnostic>> Findings() => Analysis.Run(AnalyzerUnderTest.Product, project);

    public async Task<SyntaxTree> Syntax() =>
        (await project.Documents.Single(document => document.Name == TestProgram.FileName).GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;

    /// <summary>The lines that the page marks.</summary>
    public async Task<IEnumerable<Mark>> Marks() => Mark.In(TestProgram.FileName, (await Syntax()).ToString());

    /// <summary>The program after the fix with a title was applied to the only finding of a rule; fails when it is not offered there.</summary>
    public async Task<RulePageProgram> Fixed(string ruleId, string title)
    {
        var finding = Assert.Single(await Findings(), finding => finding.Id == ruleId);
        var offers = new List<CodeAction>();
        foreach (var provider in AnalyzerUnderTest.Product.CreateFixes().Where(provider => provider.FixableDiagnosticIds.Contains(ruleId)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                project.GetDocument(finding.Location.SourceTree)!, finding, (offer, _) => offers.Add(offer), TestContext.Current.CancellationToken));
        }

        var chosen = offers.FirstOrDefault(offer => offer.Title == title);
        Assert.True(chosen is not null, $"'{title}' is not offered, but: {string.Join(", ", offers.Select(offer => $"'{offer.Title}'"))}.");
        var change = Assert.Single((await chosen.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>());
        return new(change.ChangedSolution.GetProject(project.Id)!);
    }
}
