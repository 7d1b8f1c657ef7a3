using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Tests.Verification;

/// <summary>
/// Reports <c>TOY1</c> on the number 1, <c>TOY2</c> on the number 2, <c>TOY3</c>, off by default, on the number 3, and throws at the number 13.
/// Each has the surrounding statement as an additional location.
/// </summary>
internal sealed class ToyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor One = Rule("TOY1", isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor Two = Rule("TOY2", isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor Three = Rule("TOY3", isEnabledByDefault: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [One, Two, Three];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(Report, SyntaxKind.NumericLiteralExpression);
    }

    private static void Report(SyntaxNodeAnalysisContext context)
    {
        var rule = context.Node.ToString() switch
        {
            "1" => One,
            "2" => Two,
            "3" => Three,
            "13" => throw new InvalidOperationException("Unlucky."),
            _ => null,
        };
        if (rule is not null)
        {
            var around = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.GetLocation() ?? context.Node.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Node.GetLocation(), additionalLocations: [around], messageArgs: context.Node.ToString()));
        }
    }

    private static DiagnosticDescriptor Rule(string id, bool isEnabledByDefault) =>
        new(id, "Toy", "The number is {0}", "Toys", DiagnosticSeverity.Warning, isEnabledByDefault);
}

/// <summary>Replaces every number on which <c>TOY1</c> reports by a fixed text, whether that is any good or not.</summary>
internal sealed class ToyFix(string replacement) : CodeFixProvider
{
    public const string Title = "Replace the number";

    public override ImmutableArray<string> FixableDiagnosticIds => ["TOY1"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken);
        var number = root!.FindNode(context.Span, getInnermostNodeForTie: true);
        var fixedRoot = root.ReplaceNode(number, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(number));
        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fixedRoot)), equivalenceKey: "toy"),
            context.Diagnostics);
    }
}
