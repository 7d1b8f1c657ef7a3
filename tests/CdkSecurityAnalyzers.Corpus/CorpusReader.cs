using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Hosting;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Corpus;

/// <summary>Reads programs as the analyzer does, and keeps what it read instead of judging it.</summary>
internal sealed class CorpusReader : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new("CORPUS001", "Value", "Value", "Corpus", DiagnosticSeverity.Info, true);

    private readonly List<ReadValue> values = [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    /// <summary>The values of a program, once for each member that was read and each world of it.</summary>
    public static IReadOnlyList<ReadValue> Read(Compilation compilation)
    {
        var reader = new CorpusReader();
        var settings = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The reading failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        compilation.WithAnalyzers([reader], settings).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return reader.values;
    }

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var program = new ProgramAnalysis(start.Compilation, ExternalCode.Instance);
            start.RegisterOperationBlockAction(block =>
            {
                if (Root.From(block.OwningSymbol, block.OperationBlocks, program.Bodies, block.CancellationToken) is { } root)
                {
                    Read(root, program, block.CancellationToken);
                }
            });
        });
    }

    private void Read(Root root, ProgramAnalysis program, CancellationToken cancellationToken)
    {
        var model = program.ModelOf(root, cancellationToken);
        values.AddRange(model.Values(cancellationToken).Select(ReadValue.From));
        foreach (var webhook in model.Webhooks(cancellationToken))
        {
            values.AddRange(webhook.Groups.SelectMany(group => group.Filters).Select(filter => Pattern(filter, webhook, cancellationToken)).OfType<ReadValue>());
        }
    }

    /// <summary>Whether a pattern whose text is known can be understood; null when there is none.</summary>
    private static ReadValue? Pattern(WebhookFilter filter, Webhook webhook, CancellationToken cancellationToken)
    {
        var actor = FilterPatterns.OfActor(filter, webhook, cancellationToken);
        var reference = FilterPatterns.OfRef(filter, cancellationToken);
        if (filter.PatternBinding is not { } pattern || (actor is null && reference is null))
        {
            return null;
        }

        var isUnreadable = actor?.Kind == ActorPatternKind.Unreadable || reference?.Kind == RefPatternKind.Unreadable;
        var reason = isUnreadable ? actor?.UnreadableReason ?? reference?.UnreadableReason : null;
        return new ReadValue("What a pattern matches", pattern.Site.Location, reason, pattern.Site.Operation.Kind.ToString());
    }
}
