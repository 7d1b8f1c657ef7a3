using System.Collections.Immutable;
using System.Reflection;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// One assignment of what a run gets and nobody knows before. A program reads it from the class <c>Inputs</c>: from a property that anybody may set, from
/// the environment, and as a text that may be missing.
/// </summary>
internal sealed record Inputs(bool A, bool B, bool Prod, bool Made, string? Name, string Stage, int Count)
{
    public const string FileName = "Inputs.cs";

    public const string Source = """
        static class Inputs
        {
            public static bool A { get; set; }
            public static bool Prod { get; set; }
            public static bool Made { get; set; }
            public static bool B => System.Environment.GetEnvironmentVariable("CONFORMANCE_B") == "yes";
            public static string? Name => System.Environment.GetEnvironmentVariable("CONFORMANCE_NAME");
            public static string Stage => System.Environment.GetEnvironmentVariable("CONFORMANCE_STAGE")!;
            public static int Count { get; set; }
        }
        """;

    /// <summary>
    /// The assignments that can make a difference to a program. Conditions that ask different questions about one input are not told apart from independent
    /// ones by the analyzer, so that a program has one question about each input that has more than two answers.
    /// </summary>
    public static ImmutableArray<Inputs> AssignmentsFor(IEnumerable<string> sources)
    {
        var text = string.Concat(sources);
        return
        [
            .. from a in Values("Inputs.A", false, true)
               from b in Values("Inputs.B", false, true)
               from prod in Values("Inputs.Prod", false, true)
               from made in Values("Inputs.Made", false, true)
               from name in Values<string?>("Inputs.Name", null, "755743")
               from stage in Values("Inputs.Stage", "test", "prod")
               from count in Values("Inputs.Count", 0, 3)
               select new Inputs(a, b, prod, made, name, stage, count),
        ];

        T[] Values<T>(string input, params T[] all) => text.Contains(input, StringComparison.Ordinal) ? all : [all[0]];
    }

    public void Give(Assembly program)
    {
        var inputs = program.GetType("Inputs")!;
        inputs.GetProperty("A")!.SetValue(null, A);
        inputs.GetProperty("Prod")!.SetValue(null, Prod);
        inputs.GetProperty("Made")!.SetValue(null, Made);
        inputs.GetProperty("Count")!.SetValue(null, Count);
        Environment.SetEnvironmentVariable("CONFORMANCE_B", B ? "yes" : "no");
        Environment.SetEnvironmentVariable("CONFORMANCE_NAME", Name);
        Environment.SetEnvironmentVariable("CONFORMANCE_STAGE", Stage);
    }
}
