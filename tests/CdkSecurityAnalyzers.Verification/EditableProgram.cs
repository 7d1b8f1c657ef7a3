using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>A program in a workspace that fixes are applied to, one after the other, and whose result is synthesized.</summary>
internal sealed class EditableProgram
{
    private readonly Project project;

    private EditableProgram(Project project) => this.project = project;

    /// <summary>A program whose stack runs some statements.</summary>
    /// <param name="enabled">Rules that are switched on whatever their default.</param>
    public static EditableProgram InStack(string statements, params string[] enabled) =>
        Of(TestProgram.InStack(statements), new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = [.. enabled] });

    /// <summary>A whole program.</summary>
    public static EditableProgram Of(string source, ProgramOptions? options = null) =>
        new(Analysis.ProjectFor(AnalyzerUnderTest.Product, source, options ?? new ProgramOptions { CdkVersions = [CdkLibrary.Runnable] }));

    /// <summary>What is reported; fails when the program does not compile.</summary>
    public Task<ImmutableArray<Diagnostic>> Findings() => Analysis.Run(AnalyzerUnderTest.Product, project);

    /// <summary>Names and texts of the files that are no source.</summary>
    public IReadOnlyList<(string Name, string Text)> AdditionalFiles =>
        [.. project.AdditionalDocuments.Select(file => (file.Name, file.TryGetText(out var text) ? text.ToString() : ""))];

    public async Task<SyntaxTree> Syntax() =>
        (await project.Documents.Single(document => document.Name == TestProgram.FileName).GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;

    /// <summary>The texts of all files, without the global usings.</summary>
    public async Task<IReadOnlyList<(string Name, string Text)>> Sources()
    {
        var sources = new List<(string, string)>();
        foreach (var document in project.Documents.Where(document => document.Name != TestProgram.GlobalUsingsFileName))
        {
            sources.Add((document.Name, (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString()));
        }

        return sources;
    }

    /// <summary>The template of the stack <c>TestStack</c>.</summary>
    public async Task<JsonNode> Template()
    {
        var sources = await Sources();
        return Synthesis.Template(
            sources.Single(file => file.Name == TestProgram.FileName).Text,
            new ProgramOptions { MoreSources = [.. sources.Where(file => file.Name != TestProgram.FileName)] });
    }

    /// <summary>The program after the fix with a title was applied to the only finding of a rule; fails when it is not offered there.</summary>
    public async Task<EditableProgram> Fixed(string ruleId, string title)
    {
        var finding = Assert.Single(await Findings(), finding => finding.Id == ruleId);
        var offers = await Offers(finding);
        var chosen = offers.FirstOrDefault(offer => offer.Title == title);
        Assert.True(chosen is not null, $"'{title}' is not offered, but: {string.Join(", ", offers.Select(offer => $"'{offer.Title}'"))}.");
        return await After(chosen);
    }

    /// <summary>The program after each single fix that is offered for any finding.</summary>
    public async Task<IReadOnlyList<(Diagnostic Finding, string Title, EditableProgram Result)>> EveryFix()
    {
        var results = new List<(Diagnostic, string, EditableProgram)>();
        foreach (var finding in await Findings())
        {
            foreach (var offer in await Offers(finding))
            {
                var result = await After(offer);
                // What only adds a file mends nothing yet.
                if (result.project.AdditionalDocumentIds.Count == project.AdditionalDocumentIds.Count)
                {
                    results.Add((finding, offer.Title, result));
                }
            }
        }

        return results;
    }

    /// <summary>The titles of the fixes that are offered for the only finding of a rule.</summary>
    public async Task<IEnumerable<string>> Titles(string ruleId) =>
        (await Offers(Assert.Single(await Findings(), finding => finding.Id == ruleId))).Select(offer => offer.Title);

    private async Task<List<CodeAction>> Offers(Diagnostic finding)
    {
        var offers = new List<CodeAction>();
        foreach (var provider in AnalyzerUnderTest.Product.CreateFixes().Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                project.GetDocument(finding.Location.SourceTree)!, finding, (offer, _) => offers.Add(offer), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    private async Task<EditableProgram> After(CodeAction fix)
    {
        var change = Assert.Single((await fix.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>());
        return new(change.ChangedSolution.GetProject(project.Id)!);
    }
}
