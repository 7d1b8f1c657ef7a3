using System.Diagnostics.Tracing;
using System.Globalization;
using CdkSecurityAnalyzers.Benchmarks.Workloads;
using CdkSecurityAnalyzers.Hosting;

namespace CdkSecurityAnalyzers.Benchmarks.Measurements;

/// <summary>Which types the bytes go into, by samples that the runtime takes every hundred kilobytes.</summary>
internal sealed class AllocatedTypes : EventListener
{
    private const int Repetitions = 300;
    private const int Shown = 25;
    private const EventKeywords GarbageCollection = (EventKeywords)1;

    private readonly Dictionary<string, long> bytes = [];
    private bool isSampling;

    public static void Print(Workload workload)
    {
        using var sampler = new AllocatedTypes();
        var analyzer = new MeteredAnalyzer { Inspect = sampler.Repeat };
        workload.Analyze(analyzer);
        double total = sampler.bytes.Values.Sum();
        foreach (var (type, count) in sampler.bytes.OrderByDescending(pair => pair.Value).Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / total,7:P1}  {type}"));
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, GarbageCollection);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (!isSampling || eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true)
        {
            return;
        }

        var type = (string)eventData.Payload![eventData.PayloadNames!.IndexOf("TypeName")]!;
        var amount = (ulong)eventData.Payload[eventData.PayloadNames.IndexOf("AllocationAmount64")]!;
        bytes[type] = bytes.GetValueOrDefault(type) + (long)amount;
    }

    private void Repeat(Root root, ProgramAnalysis program)
    {
        isSampling = true;
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            program.ModelOf(root, CancellationToken.None).Webhooks(CancellationToken.None);
        }

        isSampling = false;
    }
}
