using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CdkSecurityAnalyzers.Benchmarks.Baselines;
using CdkSecurityAnalyzers.Benchmarks.Workloads;

namespace CdkSecurityAnalyzers.Benchmarks;

/// <summary>The table of docs/performance.md: each app with analyzers that do more and more, up to the product.</summary>
[Config(typeof(Settings))]
public class AnalysisBenchmarks
{
    private static readonly Dictionary<string, Func<Workload>> Workloads = new()
    {
        ["10 projects"] = static () => Apps.OfProjects(10),
        ["100 projects"] = static () => Apps.OfProjects(100),
        ["1,000 projects"] = static () => Apps.OfProjects(1_000),
        ["100 files"] = static () => Apps.OfFiles(100),
        ["400 files"] = static () => Apps.OfFiles(400),
        ["400 files, no CDK"] = static () => Apps.WithoutCdk(400),
        ["edit among 200 projects"] = static () => Apps.Edited(200),
    };

    private Workload workload = null!;
    private ReportingAnalyzer reporting = null!;

    /// <summary>The apps to measure; empty for all.</summary>
    public static IReadOnlyList<string> Chosen { get; set; } = [];

    public static IEnumerable<string> AppNames => Workloads.Keys.Where(name => Chosen.Count == 0 || Chosen.Contains(name));

    [ParamsSource(nameof(AppNames))]
    public string App { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        workload = Workloads[App]();
        var findings = workload.Analyze(new CdkSecurityAnalyzer());
        if (findings.Length != workload.Findings)
        {
            throw new InvalidOperationException($"{App}: {findings.Length} findings instead of {workload.Findings}.");
        }

        reporting = new ReportingAnalyzer(findings);
    }

    [Benchmark]
    public int Idle() => workload.Analyze(new IdleAnalyzer()).Length;

    [Benchmark]
    public int Empty() => workload.Analyze(new EmptyAnalyzer()).Length;

    [Benchmark(Baseline = true)]
    public int Reporting() => workload.Analyze(reporting).Length;

    [Benchmark]
    public int Product() => workload.Analyze(new CdkSecurityAnalyzer()).Length;

    private sealed class Settings : ManualConfig
    {
        /// <summary>For all iterations of one analyzer over one app.</summary>
        private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(30);

        public Settings()
        {
            AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeLimit, logOutput: true)).WithWarmupCount(3).WithIterationCount(8).WithUnrollFactor(1).WithInvocationCount(1));
            AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)));
            HideColumns(Column.RatioSD, Column.AllocRatio);
        }
    }
}
