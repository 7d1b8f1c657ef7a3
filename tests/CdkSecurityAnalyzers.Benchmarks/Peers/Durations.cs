namespace CdkSecurityAnalyzers.Benchmarks.Peers;

/// <summary>What is told of several measurements of the same thing.</summary>
internal static class Durations
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
