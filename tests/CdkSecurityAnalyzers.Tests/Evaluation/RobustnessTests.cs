using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>Programs that are large, deep, circular or odd: they are analysed to the end, and a finding beside them is still found.</summary>
public sealed class RobustnessTests
{
    private const string Open = """new Project(this, "Open", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs("755743")] }) });""";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable], Only = ["CDKSEC102", "CDKSEC103", "CDKSEC904"] };

    public static TheoryData<string, string, string> Programs => new()
    {
        { "dynamic", "dynamic any = parent; var text = any.Name + any[0]; any.Change(this);", "" },
        { "unsafe", "unsafe { int number = 1; int* pointer = &number; *pointer += 1; Span<int> some = stackalloc int[3]; some[0] = *pointer; }", "" },
        { "async", "Run().Wait();", "private static async System.Threading.Tasks.Task<int> Run() { await foreach (var x in Many()) { return x; } return await System.Threading.Tasks.Task.FromResult(1); } private static async IAsyncEnumerable<int> Many() { await System.Threading.Tasks.Task.Yield(); yield return 1; }" },
        { "expression tree", "System.Linq.Expressions.Expression<Func<int, string>> tree = number => (number + 1).ToString(); tree.Compile()(1);", "" },
        { "goto", "var n = 0; again: n++; if (n < 5) goto again; switch (n) { case 1: goto case 2; case 2: goto default; default: break; }", "" },
        { "mutual recursion", "Even(1000);", "private static bool Even(int n) => n == 0 || Odd(n - 1); private static bool Odd(int n) => n != 0 && Even(n - 1);" },
        { "recursion on an unknown", "Down(Environment!.Length);", "private static int Down(int n) => n > 0 ? Down(n - 1) + Down(n - 2) : 0;" },
        { "generic recursion", "Grow(1);", "private static int Grow<T>(T item) => item is null ? 0 : Grow(new[] { item });" },
        { "cycle of static initializers", "var n = First.One + Second.Two;", "static class First { public static readonly int One = Second.Two + 1; } static class Second { public static readonly int Two = First.One + 1; }" },
        { "cyclic objects", "var a = new Node(); var b = new Node { Next = a }; a.Next = b; a.All.Add(a); GC.KeepAlive(a); while (a.Next is { } next && next != b) { a = next; }", "class Node { public Node? Next { get; set; } public List<object> All { get; } = []; }" },
        { "list that holds itself", "var all = new List<object>(); all.Add(all); string.Join(\",\", all); new CfnOutput(this, \"Out\", new CfnOutputProps { Value = all.ToString()! });", "" },
        { "partial types", "Hook(); Named = \"x\";", "partial void Hook(); private string Named { get; set; } = \"\"; private partial class Inner { public int A = B; } private partial class Inner { public static int B = 2; }" },
        { "endless loop", "if (Environment == \"never\") { while (true) { } } for (;;) { break; }", "" },
        { "local functions that call each other", "A(3); void A(int n) { if (n > 0) B(n - 1); } void B(int n) => A(n);", "" },
        { "lambda that calls itself", "Func<int, int>? f = null; f = n => n <= 0 ? 0 : f!(n - 1) + f(n - 2); f(40);", "" },
        { "nested queries", "var q = from a in Enumerable.Range(0, 64) from b in Enumerable.Range(0, 64) from c in Enumerable.Range(0, 64) select a * b * c; q.ToList();", "" },
        { "text that doubles", "var text = \"x\"; for (var i = 0; i < 60; i++) { text += text; }", "" },
        { "list that doubles", "var all = new List<int> { 1 }; for (var i = 0; i < 60; i++) { all.AddRange(all); }", "" },
        { "using, lock and filters", "try { using var w = new System.IO.StringWriter(); lock (w) { } } catch (Exception e) when (e.Message.Length > 1) { } finally { }", "" },
    };

    public static TheoryData<string, int> Sizes => new()
    {
        { "concatenations", 10_000 }, { "calls", 1_000 }, { "conditionals", 300 }, { "elements", 5_000 }, { "arms", 2_000 }, { "ifs", 400 }, { "statements", 15_000 }, { "blocks", 400 },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task OddCodeDoesNotHideWhatStandsBesideIt(string name, string statements, string members)
    {
        var findings = await Findings(Program(Open + statements, members));

        Assert.True(findings.SequenceEqual(["CDKSEC103"]), name + ": " + string.Join(", ", findings));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task SizeIsBounded(string what, int count)
    {
        // Parsers and binders recurse, too: what they can take is asked of the analyzer, on a stack that is theirs alone.
        var findings = Array.Empty<string>();
        var thread = new Thread(() => findings = Findings(Program(Open + Large(what, count), "static string F(string x) => x;")).GetAwaiter().GetResult(), 256 << 20);
        thread.Start();
        await Task.Run(thread.Join, TestContext.Current.CancellationToken);

        Assert.Equal(["CDKSEC103"], findings);
    }

    [Fact]
    public async Task TopLevelStatementsAreARoot()
    {
        var findings = await Findings("""
            var app = new App();
            var stack = new Stack(app, "Stack");
            new Project(stack, "Open", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }) });
            app.Synth();
            """, Options with { OutputKind = OutputKind.ConsoleApplication });

        Assert.Equal(["CDKSEC102"], findings);
    }

    [Fact]
    public async Task ParallelAnalysesOfOneCompilationAgree()
    {
        var members = string.Concat(Enumerable.Range(0, 20).Select(number => $"void Build{number}(bool w) => new Project(this, \"P{number}\", new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"o\", Repo = \"r\", Webhook = w }}) }});\n"));
        var calls = string.Concat(Enumerable.Range(0, 20).Select(number => $"Build{number}({(number % 2 == 0 ? "true" : "false")});\n"));
        var compilation = (await Analysis.ProjectFor(AnalyzerUnderTest.Product, Program(calls, members), Options).GetCompilationAsync(TestContext.Current.CancellationToken))!;

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () => string.Join('\n', (await Analysis.Run(AnalyzerUnderTest.Product, compilation, cancellation: TestContext.Current.CancellationToken)).Select(finding => finding.ToString())),
            TestContext.Current.CancellationToken)));

        Assert.Equal(10, results[0].Split('\n').Length);
        Assert.Single(results.Distinct());
    }

    private static string Large(string what, int count) => what switch
    {
        "concatenations" => "var text = Environment" + Repeat(" + \"x\" + Environment", count / 2) + ";",
        "calls" => "var text = " + Repeat("F(", count) + "Environment" + Repeat(")", count) + ";",
        "conditionals" => "var text = " + Repeat("Environment == \"a\" ? \"b\" : (", count) + "\"c\"" + Repeat(")", count) + ";",
        "elements" => "var all = new[] { " + Repeat("\"x\", ", count) + " }; foreach (var one in all) { F(one); }",
        "arms" => "var text = Environment switch { " + string.Concat(Enumerable.Range(0, count).Select(number => $"\"{number}\" => \"{number}\", ")) + " _ => \"\" };",
        "ifs" => "var n = \"\"; " + string.Concat(Enumerable.Range(0, count).Select(number => $"if (Environment == \"{number}\") {{ n += \"{number}\"; }} ")),
        "statements" => Repeat("F(\"x\"); ", count),
        _ => Repeat("{ ", count) + Repeat("} ", count),
    };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Program(string statements, string members) =>
        $"partial class TestStack : Stack {{ public TestStack(Construct parent, string stackId) : base(parent, stackId) {{ {statements} }} {members} }}";

    private static async Task<string[]> Findings(string source, ProgramOptions? options = null) => [.. (await Analysis.Run(source, options ?? Options)).Select(finding => finding.Id)];
}
