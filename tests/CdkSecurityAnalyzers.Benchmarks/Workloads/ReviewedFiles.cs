using System.Diagnostics;
using System.Globalization;
using System.Text;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>What the generators take for a file, warm; the least of some runs. Roslyn's parsing of the generated code is a part of it.</summary>
    public static (long Bytes, TimeSpan Time) Generate(AdditionalText file) =>
        Least(() =>
        {
            var driver = Generation.Driver([]).AddAdditionalTexts([file]);
            return () => driver.RunGenerators(Program.Value);
        });

    /// <summary>The same for a run after an edit of the program.</summary>
    public static (long Bytes, TimeSpan Time) GenerateAgain(AdditionalText file) =>
        Least(() =>
        {
            var driver = Generation.Driver([]).AddAdditionalTexts([file]).RunGenerators(Program.Value);
            var edited = Program.Value.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B { }", (CSharpParseOptions)Program.Value.SyntaxTrees.First().Options));
            return () => driver.RunGenerators(edited);
        });

    /// <summary>What judging a policy takes beyond the analysis of a program without one.</summary>
    public static (long Bytes, TimeSpan Time) Judge(AdditionalText file)
    {
        var (with, without) = (Least(() => Analysis([file])), Least(() => Analysis([])));
        return (with.Bytes - without.Bytes, with.Time - without.Time);
    }

    private static Action Analysis(AdditionalText[] files)
    {
        var analysis = Program.Value.WithAnalyzers([new CdkSecurityAnalyzer()], new AnalyzerOptions([.. files]));
        return () => analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static (long Bytes, TimeSpan Time) Least(Func<Action> prepare)
    {
        var runs = Enumerable.Range(0, 5).Select(_ => Run(prepare())).ToList();
        return (runs.Min(run => run.Bytes), runs.Min(run => run.Time));
    }

    private static (long Bytes, TimeSpan Time) Run(Action action)
    {
        var (before, begin) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        action();
        return (GC.GetTotalAllocatedBytes(precise: true) - before, Stopwatch.GetElapsedTime(begin));
    }

    /// <summary>Prints bytes and time of both kinds of files.</summary>
    public static void Print()
    {
        var (list, policy) = (Contributors(5_000), Policy(2_000_000));
        Line("5,000 contributors, generated", Generate(list));
        Line("5,000 contributors, after an edit of the program", GenerateAgain(list));
        Line("2 MB of policy, generated", Generate(policy));
        Line("2 MB of policy, after an edit of the program", GenerateAgain(policy));
        Line("2 MB of policy, judged", Judge(policy));
    }

    private static void Line(string name, (long Bytes, TimeSpan Time) measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-52} {measured.Bytes,14:N0} B {measured.Time.TotalMilliseconds,8:F1} ms"));
}
