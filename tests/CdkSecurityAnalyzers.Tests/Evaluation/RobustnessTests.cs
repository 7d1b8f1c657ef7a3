using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        { "loops of unknown length", "while (Hook()) { Hook(); } for (var i = 0; i < Environment!.Length; i++) { Hook(); } foreach (var one in Environment!) { foreach (var other in Environment!) { if (one == other) { continue; } break; } } do { } while (Hook());", "private static bool Hook() => System.IO.File.Exists(\"x\");" },
        { "iterator without an end", "foreach (var n in Numbers()) { if (n > 1000) break; } Numbers().Take(3).ToArray();", "private static IEnumerable<int> Numbers() { var n = 0; while (true) { yield return n++; } }" },
        { "iterator that calls itself", "Numbers(9).ToArray();", "private static IEnumerable<int> Numbers(int n) { yield return n; foreach (var each in Numbers(n - 1)) { yield return each; } }" },
        { "property that reads itself", "var n = Endless + this[3];", "private static int Endless => Endless + 1; private int this[int n] => this[n + 1];" },
        { "operators that call themselves", "var a = new Number() + new Number(); string text = a; if (a) { }", "class Number { public static Number operator +(Number a, Number b) => a + b; public static implicit operator string(Number a) => a; public static bool operator true(Number a) => a ? true : false; public static bool operator false(Number a) => false; }" },
        { "constructors that create each other", "new First();", "class First { private Second second = new(); } class Second { private First first = new(); }" },
        { "nested lambdas", "Func<int, Func<int, Func<int, Func<int, Func<int, int>>>>> f = a => b => c => d => e => a + b + c + d + e; f(1)(2)(3)(4)(5); Func<object>? g = null; g = () => g!; g();", "" },
        { "delegates that are added", "Action? all = null; for (var i = 0; i < 100; i++) { all += () => { }; } all!(); all -= all; Changed += all; Changed?.Invoke();", "private event Action? Changed;" },
        { "default interface members", "IShape shape = new Square(); var n = shape.Area + shape.Twice();", "interface IShape { int Area => Twice(); int Twice() => Area; static int Count { get; set; } } class Square : IShape { }" },
        { "static abstract members", "Sum<int>([1, 2]);", "private static T Sum<T>(T[] all) where T : System.Numerics.INumber<T> { var sum = T.Zero; foreach (var one in all) { sum += one; } return sum; }" },
        { "ref locals and ref returns", "var numbers = new int[3]; ref var first = ref First(numbers); first = 2; ref readonly var other = ref first; Span<int> span = numbers; span[0] = other;", "private static ref int First(int[] all) => ref all[0];" },
        { "patterns of every kind", "object any = Environment!; var n = any switch { int and > 3 or < 1 => 1, string { Length: > 3 } text when text[0] == 'a' => 2, (int a, var b) => a, int[] and [1, .., 2] => 3, IEnumerable<int> => 4, not null => 5, _ => 6 };", "" },
        { "anonymous types and tuples", "var all = new[] { new { A = 1, B = (1, 2) } }.Select(x => new { x.A, C = x.B }).GroupBy(x => x.C).ToDictionary(x => x.Key, x => x.ToList()); var (one, (two, three)) = (1, (2, 3)); (one, two) = (two, one);", "" },
        { "records", "var a = new Point(1, 2); var b = a with { X = 3 }; var (x, y) = b; var c = a == b ? a.ToString() : b.GetHashCode().ToString();", "record Point(int X, int Y) { public Point Next => this with { X = X + 1 }; } record struct Size(int W);" },
        { "dictionary that holds itself", "var all = new Dictionary<string, object>(); all[\"all\"] = all; ((Dictionary<string, object>)all[\"all\"])[\"more\"] = all; new CfnResource(this, \"R\", new CfnResourceProps { Type = \"T\", Properties = all });", "" },
        { "array that holds itself", "var all = new object[2]; all[0] = all; all[1] = new[] { all }; new CfnResource(this, \"R\", new CfnResourceProps { Type = \"T\", Properties = new Dictionary<string, object> { [\"a\"] = all } });", "" },
        { "construct that holds its props", "var props = new CfnResourceProps { Type = \"T\" }; var resource = new CfnResource(this, \"R\", props); props.Properties = new Dictionary<string, object> { [\"r\"] = resource, [\"p\"] = props };", "" },
        { "conditions that multiply", string.Concat(Enumerable.Range(0, 40).Select(n => $"var v{n} = Environment == \"{n}\" ? v{(n == 0 ? "" : n - 1)} + \"a\" : v{(n == 0 ? "" : n - 1)} + \"b\"; ")).Insert(0, "var v = \"\"; "), "" },
        { "numbers at their limits", "var n = int.MaxValue; n++; n = unchecked(n * n); var d = 1.0 / 0; var m = decimal.MaxValue; var z = 0; if (z != 0) { n /= z; } n <<= 40; n = -n; var c = (char)n; checked { n += 0; }", "" },
        { "texts at their limits", "var text = \"abc\"; if (text.Length > 5) { text = text.Substring(7); text = text[9..]; } text = string.Format(\"{0}\", text, 1); text = text.PadLeft(1000000); text = new string('x', 1000000); text = string.Concat(Enumerable.Repeat(text, 1000)); text = text.Replace(\"x\", text);", "" },
        { "mistakes that throw", "if (Environment == \"never\") { var list = new List<int>(); list.RemoveAt(3); var n = list[7] + list.ToArray()[5]; string.Format(\"{7}\", 1); int.Parse(\"x\"); Enumerable.Range(0, -1).First(); n = -1; new int[n].ToString(); }", "" },
        { "using, lock and filters", "try { using var w = new System.IO.StringWriter(); lock (w) { } } catch (Exception e) when (e.Message.Length > 1) { } finally { }", "" },
    };

    public static TheoryData<string, int> Sizes => new()
    {
        { "concatenations", 10_000 }, { "calls", 1_000 }, { "conditionals", 300 }, { "elements", 5_000 }, { "arms", 2_000 }, { "ifs", 400 }, { "statements", 15_000 }, { "blocks", 400 }, { "lambdas", 100 }, { "parameters", 1_000 }, { "locals", 3_000 }, { "initializers", 100 }, { "chain", 500 },
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
    public async Task TypesOfTheProgramAreNotThoseOfTheCdk()
    {
        var findings = await Findings(Program(Open, "") + """

            namespace Own
            {
                static class FilterGroup { public static string InEventOf(string name) => name; public static string AndActorAccountIs(this string group, string pattern) => group + pattern; }
                class Project { public Project(object scope, string id, object props) { } }
                class GitHubSourceProps { public bool Webhook { get; set; } }

                static class Builds
                {
                    public static void Add()
                    {
                        new Project("", "", new GitHubSourceProps { Webhook = true });
                        FilterGroup.InEventOf("PUSH").AndActorAccountIs("755743");
                    }
                }
            }
            """);

        Assert.Equal(["CDKSEC103"], findings);
    }

    [Fact]
    public async Task ATypeOfTheProgramMayHideOneOfTheCdk()
    {
        var hiding = """
            namespace Amazon.CDK.AWS.CodeBuild { public class Project { public Project(object scope, string id, ProjectProps props) { } } }
            """;

        Assert.Empty(await Findings(Program(Open, ""), Options with { MoreSources = [("Hiding.cs", hiding)] }));
    }

    [Fact]
    public async Task AnotherAssemblyMayDeclareTypesOfTheSameNames()
    {
        var other = CSharpCompilation.Create(
            "Other",
            [CSharpSyntaxTree.ParseText("namespace Amazon.CDK.AWS.CodeBuild { public class GitHubSourceProps { public bool Webhook { get; set; } } public class Source { public static Source GitHub(GitHubSourceProps props) => new(); } }", cancellationToken: TestContext.Current.CancellationToken)],
            CdkLibrary.FrameworkOnly,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var compilation = await Compilation("extern alias other;\n" + Program(Open + "other::Amazon.CDK.AWS.CodeBuild.Source.GitHub(new other::Amazon.CDK.AWS.CodeBuild.GitHubSourceProps { Webhook = true });", ""));
        compilation = compilation.AddReferences(other.ToMetadataReference(["other"]));
        Analysis.AssertCompiles(compilation);

        Assert.Equal(["CDKSEC103"], await Findings(compilation));
    }

    [Fact]
    public async Task TwoAssembliesThatDeclareTheSameTypesMakeAnErrorOnly()
    {
        var other = CSharpCompilation.Create(
            "Other",
            [CSharpSyntaxTree.ParseText("namespace Amazon.CDK.AWS.CodeBuild { public class Project { } public class FilterGroup { } public class Source { } }", cancellationToken: TestContext.Current.CancellationToken)],
            CdkLibrary.FrameworkOnly,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var compilation = (await Compilation(Program(Open, ""))).AddReferences(other.ToMetadataReference());

        Assert.Empty(await Findings(compilation));
    }

    [Fact]
    public async Task TypesOfAFileMayShareANameWithTypesOfAnother()
    {
        const string Types = "file class Builds {{ public static string Actors => \"{0}\"; }} class Stack{1} : Stack {{ public Stack{1}(Construct scope) : base(scope, \"S\") {{ {2} }} }}";
        var project = Open.Replace("\"755743\"", "Builds.Actors");
        var findings = await Analysis.Run(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Types, "^755743$", 1, project),
            Options with { MoreSources = [("Two.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Types, "755743", 2, project))] });

        Assert.Equal("/Two.cs", Assert.Single(findings).Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task WhatASourceGeneratorAddsIsReported()
    {
        var compilation = await Compilation("partial class TestStack : Stack { }");
        CSharpGeneratorDriver.Create([new StackGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        Analysis.AssertCompiles(generated);

        Assert.Equal(["CDKSEC103"], await Findings(generated));
    }

    [Fact]
    public async Task InterceptorsAreReadLikeOtherCode()
    {
        var interceptor = """
            namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] file sealed class InterceptsLocationAttribute(string path, int line, int column) : Attribute { } }
            namespace Generated { static class Interceptors { [System.Runtime.CompilerServices.InterceptsLocation("/Program.cs", 1, 1)] public static string Text(this object stack) => "x"; } }
            """;

        Assert.Equal(
            ["CDKSEC103"],
            (await Analysis.Run(Program(Open, ""), Options with { MoreSources = [("Interceptors.g.cs", interceptor)] }, allowErrors: true)).Select(finding => finding.Id));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task StepsAreBounded(string name, string statements, string members)
    {
        var compilation = await Compilation(Program(Open + statements, members));
        var bodies = new MethodBodies(compilation);
        foreach (var root in Roots.Of(compilation, bodies))
        {
            var trace = Interpreter.Run(root.Member, root.Body, bodies, ExternalCode.Instance, TestContext.Current.CancellationToken);

            // Past the bound no operation is entered any more; those around it come to their end.
            Assert.True(trace.Steps <= Bounds.Steps * 2, $"{name}: {root.Member} takes {trace.Steps} steps.");
        }
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
        "lambdas" => "Func<int> f = () => " + Repeat("((Func<int>)(() => ", count) + "1" + Repeat("))()", count) + "; f();",
        "parameters" => $"Many({string.Join(", ", Enumerable.Range(0, count))}); int Many({string.Join(", ", Enumerable.Range(0, count).Select(number => $"int p{number}"))}) => p0;",
        "locals" => string.Concat(Enumerable.Range(1, count).Select(number => $"var v{number} = {(number == 1 ? "\"x\"" : $"v{number - 1}")}; ")),
        "initializers" => "object all = " + Repeat("new object[] { ", count) + "1" + Repeat(" }", count) + "; string.Join(\",\", all);",
        "chain" => "var text = new System.Text.StringBuilder()" + Repeat(".Append(Environment)", count) + ".ToString();",
        "statements" => Repeat("F(\"x\"); ", count),
        _ => Repeat("{ ", count) + Repeat("} ", count),
    };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Program(string statements, string members) =>
        $"partial class TestStack : Stack {{ public TestStack(Construct parent, string stackId) : base(parent, stackId) {{ {statements} }} {members} }}";

    private static async Task<Compilation> Compilation(string source) =>
        (await Analysis.ProjectFor(AnalyzerUnderTest.Product, source, Options).GetCompilationAsync(TestContext.Current.CancellationToken))!;

    private static async Task<string[]> Findings(Compilation compilation) => [.. (await Analysis.Run(AnalyzerUnderTest.Product, compilation)).Select(finding => finding.Id)];

    private static async Task<string[]> Findings(string source, ProgramOptions? options = null) => [.. (await Analysis.Run(source, options ?? Options)).Select(finding => finding.Id)];

    private sealed class StackGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(output => output.AddSource("TestStack.g.cs", "// <auto-generated/>\n" + Program(Open, "")));
    }
}
