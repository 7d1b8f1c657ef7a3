using System.Globalization;
using System.Text;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>Reviewed files of sizes that nobody reviews.</summary>
internal static class ReviewedFiles
{
    private static readonly Lazy<Compilation> Program = new(() => Generation.Compilation(CdkLibrary.Newest, ["class A { }"]));

    /// <summary>A list of contributors.</summary>
    public static AdditionalText Contributors(int lines)
    {
        var text = new StringBuilder("# Who may start builds.\n");
        for (var index = 0; index < lines; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_000_000 + index}    contributor-{index}    note {index}\n");
        }

        return Generation.File("trusted-contributors.txt", text.ToString());
    }

    /// <summary>A policy of at least some bytes.</summary>
    public static AdditionalText Policy(int bytes)
    {
        var text = new StringBuilder("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n");
        for (var index = 0; text.Length < bytes; index++)
        {
            text.Append(index == 0 ? "" : ",\n")
                .Append(CultureInfo.InvariantCulture, $"    {{ \"Sid\": \"S{index}\", \"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"s3:PutObject\"], \"Resource\": [\"arn:${{Partition}}:s3:::${{BucketName}}/{index}/*\"] }}");
        }

        return Generation.File("big.policy.json", text.Append("\n  ]\n}\n").ToString());
    }

    /// <summary>Bytes that the generators allocate for a file, warm; the fewest of some runs.</summary>
    public static long Generate(AdditionalText file) =>
        Least(() =>
        {
            var driver = Generation.Driver([]).AddAdditionalTexts([file]);
            return () => driver.RunGenerators(Program.Value);
        });

    /// <summary>The same for a run after an edit of the program.</summary>
    public static long GenerateAgain(AdditionalText file) =>
        Least(() =>
        {
            var driver = Generation.Driver([]).AddAdditionalTexts([file]).RunGenerators(Program.Value);
            var edited = Program.Value.AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class B { }", (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)Program.Value.SyntaxTrees.First().Options));
            return () => driver.RunGenerators(edited);
        });

    /// <summary>Bytes of judging a policy, beyond those of a program without one.</summary>
    public static long Judge(AdditionalText file) => Least(() => Analysis([file])) - Least(() => Analysis([]));

    private static Action Analysis(AdditionalText[] files)
    {
        var analysis = Program.Value.WithAnalyzers([new CdkSecurityAnalyzer()], new AnalyzerOptions([.. files]));
        return () => analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static long Least(Func<Action> prepare) =>
        Enumerable
            .Range(0, 4)
            .Min(_ =>
            {
                var run = prepare();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                run();
                return GC.GetTotalAllocatedBytes(precise: true) - before;
            });

    /// <summary>Prints bytes and time of both kinds of files.</summary>
    public static void Print()
    {
        var (list, policy) = (Contributors(5_000), Policy(2_000_000));
        Line("5,000 contributors, generated", () => Generate(list));
        Line("5,000 contributors, after an edit of the program", () => GenerateAgain(list));
        Line("2 MB of policy, generated", () => Generate(policy));
        Line("2 MB of policy, after an edit of the program", () => GenerateAgain(policy));
        Line("2 MB of policy, judged", () => Judge(policy));

        static void Line(string name, Func<long> measure)
        {
            measure();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var bytes = measure();
            // Each measure is four runs; that of judging has four others beside, of nothing.
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-52} {bytes,14:N0} B {watch.Elapsed.TotalMilliseconds / 4,8:F1} ms"));
        }
    }
}
