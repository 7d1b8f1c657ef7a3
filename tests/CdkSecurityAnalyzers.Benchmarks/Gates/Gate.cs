using System.Globalization;

namespace CdkSecurityAnalyzers.Benchmarks.Gates;

/// <summary>A measured number and the budget that it has to stay within.</summary>
internal readonly record struct Gate(string Name, double Measured, double Budget)
{
    public bool IsKept => Measured <= Budget;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsKept ? "passed" : "FAILED")}  {Name}: {Measured:#,0.###}{(IsKept ? " of" : ", more than")} {Budget:#,0.###}");
}
