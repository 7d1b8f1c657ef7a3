using System.Globalization;
using CdkSecurityAnalyzers.Benchmarks.Workloads;

namespace CdkSecurityAnalyzers.Benchmarks.Measurements;

/// <summary>Prints where the bytes and the time go, stage by stage: the first thing to look at when a budget is broken.</summary>
internal static class StageTable
{
    public static void Print(IEnumerable<Workload> workloads)
    {
        foreach (var workload in workloads)
        {
            workload.Analyze(new MeteredAnalyzer());
            var metered = new MeteredAnalyzer();
            workload.Analyze(metered);
            Console.WriteLine($"\n{workload}");
            Line("whole", metered.Total);
            foreach (var (stage, meter) in metered.Stages)
            {
                Line(stage, meter);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"steps",-24} {metered.Steps,12:N0}"));
        }
    }

    private static void Line(string name, Meter meter) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {meter.Bytes,12:N0} B {meter.Time.TotalMilliseconds,10:F1} ms"));
}
