using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>A program whose findings are known and marked, as a whole or after it was spelled differently.</summary>
internal sealed class VariedProgram
{
    private const string HardCodedToken = "CDKSEC303";

    private readonly Lazy<IReadOnlyList<ValuePlace>> values;
    private readonly ImmutableDictionary<string, ImmutableArray<Cause>> causes;

    private VariedProgram(Compilation compilation, SyntaxTree tree, AnalyzerOptions analyzerOptions, ImmutableDictionary<string, ImmutableArray<Cause>> causes)
    {
        (Compilation, Tree, AnalyzerOptions, this.causes) = (compilation, tree, analyzerOptions, causes);
        Model = compilation.GetSemanticModel(tree);
        Text = tree.ToString();
        values = new(() => [.. ValuePlace.In(this).Where(value => !IsText(value))]);
    }

    /// <summary>Whether an expression is reported for what it says and not for what becomes of it: such a finding moves with it.</summary>
    private bool IsText(ValuePlace value) => Causes.Any(cause => cause.Span == value.Expression.Span && cause.RuleId == HardCodedToken);

    public Compilation Compilation { get; }

    public AnalyzerOptions AnalyzerOptions { get; }

    /// <summary>The file that is spelled differently.</summary>
    public SyntaxTree Tree { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Root => Tree.GetRoot(TestContext.Current.CancellationToken);

    /// <summary>The plain text of <see cref="Tree"/>.</summary>
    public string Text { get; }

    /// <summary>The expressions whose values are used.</summary>
    public IReadOnlyList<ValuePlace> Values => values.Value;

    /// <summary>What is reported in <see cref="Tree"/>.</summary>
    public ImmutableArray<Cause> Causes => CausesIn(Tree.FilePath);

    /// <summary>The program as it is written, marked where the analyzer reports.</summary>
    /// <param name="fileName">The file to spell differently.</param>
    public static async Task<VariedProgram> Of(string source, ProgramOptions options, string fileName = TestProgram.FileName)
    {
        var project = Analysis.ProjectFor(AnalyzerUnderTest.Product, source, options);
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Analysis.AssertCompiles(compilation);
        var findings = await Analysis.Run(AnalyzerUnderTest.Product, compilation, project.AnalyzerOptions);
        return new(
            compilation,
            compilation.SyntaxTrees.Single(tree => tree.FilePath == "/" + fileName),
            project.AnalyzerOptions,
            findings.GroupBy(finding => finding.Location.SourceTree!.FilePath).ToImmutableDictionary(file => file.Key, file => file.Select(CauseOf).ToImmutableArray()));
    }

    /// <summary>The program with another text in the place of <see cref="Text"/>, and with further files; both are marked.</summary>
    public VariedProgram With(string marked, IEnumerable<(string Name, string Marked)> files)
    {
        var (plain, ownCauses) = MarkedText.Read(marked);
        var tree = Tree.WithChangedText(SourceText.From(plain));
        var compilation = Compilation.ReplaceSyntaxTree(Tree, tree);
        var all = causes.SetItem(Tree.FilePath, ownCauses);
        foreach (var (name, text) in files)
        {
            var (plainFile, fileCauses) = MarkedText.Read(text);
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(plainFile, (CSharpParseOptions)tree.Options, "/" + name));
            all = all.Add("/" + name, fileCauses);
        }

        return new VariedProgram(compilation, tree, AnalyzerOptions, all);
    }

    /// <summary>Why the program does not keep its promise: it does not compile, or something else is reported than is marked. Null when it keeps it.</summary>
    public async Task<string?> Failure()
    {
        var errors = Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            return $"does not compile:\n{string.Join('\n', errors.Take(3))}\n{this}";
        }

        var findings = await Analysis.Run(AnalyzerUnderTest.Product, Compilation, AnalyzerOptions);
        var reported = findings.Select(finding => Described(finding.Location.SourceTree!.FilePath, CauseOf(finding))).ToArray();
        var marked = Compilation.SyntaxTrees.SelectMany(tree => CausesIn(tree.FilePath).Select((cause, index) => (Choice: cause.Choice ?? $"{tree.FilePath}{index}", Place: Described(tree.FilePath, cause)))).ToArray();
        var unmarked = reported.Except(marked.Select(cause => cause.Place)).Concat(reported.GroupBy(place => place).Where(places => places.Count() > 1).Select(places => places.Key)).ToArray();
        var missed = marked.GroupBy(cause => cause.Choice).Where(choice => !choice.Any(cause => reported.Contains(cause.Place))).SelectMany(choice => choice.Select(cause => cause.Place)).ToArray();
        return unmarked.Length + missed.Length == 0 ? null : $"reported:\n{Listed(unmarked)}instead of:\n{Listed(missed)}in:\n{this}";
    }

    /// <summary>Every file of the program with its marks.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(TestProgram.GlobalUsingsFileName, StringComparison.Ordinal))
                .Select(tree => $"// {tree.FilePath}\n{MarkedText.Write(tree.ToString(), new TextSpan(0, tree.Length), CausesIn(tree.FilePath), [])}"));

    private ImmutableArray<Cause> CausesIn(string path) => causes.GetValueOrDefault(path, []);

    private static Cause CauseOf(Diagnostic finding) => new(finding.Id, finding.Location.SourceSpan, Choice: null);

    private string Described(string path, Cause cause)
    {
        var text = Compilation.SyntaxTrees.First(tree => tree.FilePath == path).GetText(TestContext.Current.CancellationToken);
        return $"{path}{text.Lines.GetLinePosition(cause.Span.Start)}: {cause.RuleId} on {text.ToString(cause.Span)}";
    }

    private static string Listed(IEnumerable<string> lines) => string.Concat(lines.DefaultIfEmpty("nothing").Select(line => $"    {line}\n"));
}
