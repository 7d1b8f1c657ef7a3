using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>Somebody goes through the vulnerable sample in an editor and takes the first fix at every squiggle, until no squiggle has one.</summary>
public sealed class EditorTests
{
    /// <summary>Far more fixes than the sample has findings: fixes that bring each other about would never end.</summary>
    private const int MostFixes = 200;

    /// <summary>
    /// What is left of rules that have fixes: statements whose scope only a human can tell, and an account id that is to be filled in.
    /// </summary>
    private static readonly string[] LeftToAHuman = ["RolesStack.cs: CDKSEC203", "RolesStack.cs: CDKSEC205", "WidgetsStack.cs: CDKSEC108"];

    /// <summary>A repository and a branch that are to be filled in after the fix of the trust in GitHub.</summary>
    private const string Placeholder = "RolesStack.cs: CDKSEC211";

    private static readonly ProgramOptions Options = Sample.Vulnerable.Options;

    /// <summary>The sample, synthesizing to where the harness looks.</summary>
    private static readonly string Program =
        Sample.Vulnerable.Program.Replace("""new AppProps { Outdir = "cdk.out" }""", "new AppProps()", StringComparison.Ordinal);

    [Fact]
    public async Task TheFirstFixesEndInAnAppThatSynthesizesAndHasOnlyFindingsWithoutAFix()
    {
        using var editor = new Editor(Program, Options);
        var applied = 0;
        foreach (var document in editor.Documents)
        {
            editor.Open(document);
            while (await FirstWithFix(editor, document) is var (squiggle, fix))
            {
                Assert.True(++applied <= MostFixes, $"The fixes do not end: '{fix.Title}' for {squiggle}");
                await editor.Apply(fix);
                await Mistype(editor, document, squiggle.Location.SourceSpan.Start);
            }
        }

        var left = (await Left(editor)).ToLookup(mark => RulePage.Of(mark.RuleId).Fact("Fix safety") == "No fix", Described);
        Assert.Equal(LeftToAHuman, left[false].Order(StringComparer.Ordinal));
        // What has no fix may go with what has one: who cannot start a build does no harm in it.
        Assert.Empty(left[true].Except(Sample.Vulnerable.Marks.Select(Described).Append(Placeholder)));
        Assert.Equal(Stacks(Program, Options), Stacks(await TextOf(editor, TestProgram.FileName), Options with { MoreSources = await OtherSources(editor) }));
    }

    private static async Task<(Diagnostic Squiggle, CodeAction Fix)?> FirstWithFix(Editor editor, DocumentId document)
    {
        foreach (var squiggle in await editor.Squiggles(document))
        {
            if (await editor.Offers(document, squiggle) is [var first, ..])
            {
                await IsAlsoFoundWhenOnlyItsLineIsAsked(editor, document, squiggle);
                return (squiggle, first);
            }
        }

        return null;
    }

    /// <summary>A light bulb does not wait for the document: it asks about the line that the caret stands on.</summary>
    private static async Task IsAlsoFoundWhenOnlyItsLineIsAsked(Editor editor, DocumentId document, Diagnostic squiggle)
    {
        var text = squiggle.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        var onLine = await editor.Squiggles(document, text.Lines.GetLineFromPosition(squiggle.Location.SourceSpan.Start).Span);
        Assert.Contains(onLine, found => found.Id == squiggle.Id && found.Location.SourceSpan == squiggle.Location.SourceSpan);
    }

    /// <summary>A character that breaks the code, and its correction.</summary>
    private static async Task Mistype(Editor editor, DocumentId document, int position)
    {
        await editor.Type(document, position, ".");
        await editor.Squiggles(document);
        await editor.TakeBack(document, position, 1);
    }

    private static async Task<IReadOnlyList<Mark>> Left(Editor editor)
    {
        var left = new List<Mark>();
        foreach (var document in editor.Documents)
        {
            left.AddRange((await editor.Squiggles(document)).Select(Mark.Of));
        }

        return left;
    }

    private static string Described(Mark mark) => $"{mark.File}: {mark.RuleId}";

    private static IEnumerable<string> Stacks(string program, ProgramOptions options) =>
        Synthesis.Templates(program, options).Keys.Order(StringComparer.Ordinal);

    private static async Task<string> TextOf(Editor editor, string file) =>
        await editor.Text(editor.Documents.Single(document => editor.Project.GetDocument(document)!.Name == file));

    private static async Task<IReadOnlyList<(string Name, string Text)>> OtherSources(Editor editor)
    {
        var sources = new List<(string, string)>();
        foreach (var (name, _) in Options.MoreSources)
        {
            sources.Add((name, await TextOf(editor, name)));
        }

        return sources;
    }
}
