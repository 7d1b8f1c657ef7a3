using System.Collections.Immutable;
using System.Diagnostics;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Hosting;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Measurements;

/// <summary>
/// The product with meters in it. Measures on the thread that does the work, and outside of the compiler, so that two runs give the same number of bytes.
/// </summary>
internal sealed class MeteredAnalyzer : DiagnosticAnalyzer
{
    private readonly Dictionary<string, Meter> stages = [];

    /// <summary>The whole of it: what the product does for a block that the compiler hands over.</summary>
    public Meter Total { get; private set; }

    /// <summary>Operations that were interpreted.</summary>
    public long Steps { get; private set; }

    /// <summary>What the stages take, each done once more by itself.</summary>
    public IEnumerable<KeyValuePair<string, Meter>> Stages => stages;

    /// <summary>Done with each root beside; for looking closer.</summary>
    public Action<Root, ProgramAnalysis> Inspect { get; init; } = static (_, _) => { };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var program = new ProgramAnalysis(start.Compilation, ExternalCode.Instance);
            start.RegisterOperationBlockAction(block => Analyze(block, program));
        });
    }

    private void Analyze(OperationBlockAnalysisContext context, ProgramAnalysis program)
    {
        var root = default(Root);
        var findings = ImmutableArray<Diagnostic>.Empty;
        Total += Meter.Of(() =>
        {
            root = Root.From(context.OwningSymbol, context.OperationBlocks, program.Bodies, context.CancellationToken);
            var ofRoot = root is null ? [] : program.Diagnose(root, context.CancellationToken);
            findings = [.. ofRoot, .. program.DiagnoseTexts(context.OwningSymbol, context.OperationBlocks, context.CancellationToken)];
        });
        foreach (var finding in findings)
        {
            context.ReportDiagnostic(finding);
        }

        if (root is not null)
        {
            Inspect(root, program);
            AnalyzeInStages(root, program, context.CancellationToken);
        }
    }

    private void AnalyzeInStages(Root root, ProgramAnalysis program, CancellationToken cancellationToken)
    {
        var model = Stage("evaluation", () => program.ModelOf(root, cancellationToken));
        Steps += model.Trace.Steps;
        Stage("model: projects", () => model.Projects(cancellationToken));
        Stage("model: other webhooks", () => model.Webhooks(cancellationToken));
        Stage("model: exposures", () => model.Exposures(cancellationToken));
        Stage("model: discarded groups", () => model.DiscardedGroups(cancellationToken));
        Stage("model: policies", () => model.Policies(cancellationToken));
        Stage("model: exposures", () => model.Exposures(cancellationToken));
        var findings = new FindingSink();
        foreach (var rule in RuleCatalogue.All.OfType<ModelRule>())
        {
            Stage(
                "rule " + rule.Descriptor.Id,
                () =>
                {
                    rule.Check(model, findings, cancellationToken);
                    return findings;
                });
        }
    }

    private T Stage<T>(string name, Func<T> run)
    {
        T? result = default;
        stages[name] = stages.GetValueOrDefault(name) + Meter.Of(() => result = run());
        return result!;
    }
}

/// <summary>Bytes that were allocated and time that passed.</summary>
internal readonly record struct Meter(long Bytes, TimeSpan Time)
{
    public static Meter Of(Action run)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        run();
        return new Meter(GC.GetAllocatedBytesForCurrentThread() - bytes, Stopwatch.GetElapsedTime(start));
    }

    public static Meter operator +(Meter left, Meter right) => new(left.Bytes + right.Bytes, left.Time + right.Time);
}
