using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>
/// The oracle: compiles a program, runs it on the real CDK (<see cref="CdkLibrary.Runnable"/>) and reads the CloudFormation template that comes out.
/// </summary>
public static partial class Synthesis
{
    private const string StackName = "TestStack";

    private const string TemplateSuffix = ".template.json";

    private const string EntryPoint = """
        public static class SynthesisEntryPoint
        {
            public static void Run()
            {
                var app = new Amazon.CDK.App(new Amazon.CDK.AppProps { AnalyticsReporting = false, AutoSynth = false });
                new TestStack(app, "TestStack");
                app.Synth();
            }
        }
        """;

    /// <summary>The jsii kernel is one process with one conversation: one synthesis at a time.</summary>
    private static readonly Lock Kernel = new();

    /// <summary>Where an app writes that does not say where.</summary>
    private static readonly DirectoryInfo DefaultOutput = Directory.CreateTempSubdirectory("cdk-synthesis-");

    private static int programs;

    static Synthesis()
    {
        // The kernel takes over the environment when it starts, at the first synthesis.
        Environment.SetEnvironmentVariable("CDK_OUTDIR", DefaultOutput.FullName);
        // The kernel otherwise prints a notice about the age of this Node version into the output of the tests.
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        // An app that writes to the default folder listens for the end of the process; Node thinks that many of them must be a leak.
        Environment.SetEnvironmentVariable("NODE_NO_WARNINGS", "1");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DefaultOutput.Delete(recursive: true);
    }

    /// <summary>
    /// The template of the stack class <c>TestStack</c> in <paramref name="source"/>. The first synthesis of a process takes some seconds, later
    /// ones about 0.1 s. What the CDK throws at synthesis is thrown here.
    /// </summary>
    public static JsonNode Template(string source, ProgramOptions? options = null)
    {
        var program = Compile(source, (options ?? ProgramOptions.Default) with { OutputKind = OutputKind.DynamicallyLinkedLibrary }, EntryPoint);
        return Templates(Assembly.Load(program).GetType("SynthesisEntryPoint")!.GetMethod("Run")!)[StackName];
    }

    /// <summary>
    /// The templates of a whole program, by stack name: top-level statements or a <c>Main</c> that make an <c>App</c> without an output folder
    /// of its own and end with <c>Synth()</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonNode> Templates(string program, ProgramOptions? options = null) =>
        Templates(Assembly.Load(Compile(program, (options ?? ProgramOptions.Default) with { OutputKind = OutputKind.ConsoleApplication })).EntryPoint!);

    /// <summary>A program as an assembly, for those who run parts of it, again and again.</summary>
    public static byte[] Image(string source, ProgramOptions options) => Compile(source, options);

    /// <summary>
    /// The templates, by stack name, of the apps without an output folder of their own that a method makes and synthesizes. What it throws is thrown here.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonNode> Templates(MethodInfo entryPoint)
    {
        lock (Kernel)
        {
            foreach (var leftOver in DefaultOutput.EnumerateFiles())
            {
                leftOver.Delete();
            }

            object?[] arguments = entryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
            entryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return DefaultOutput.EnumerateFiles("*" + TemplateSuffix)
                .ToDictionary(file => file.Name[..^TemplateSuffix.Length], file => JsonNode.Parse(File.ReadAllText(file.FullName))!);
        }
    }

    /// <summary>
    /// The <c>Triggers</c> of every CodeBuild project of a template (null for a project without), by the project's logical id without the hash
    /// that the CDK appends: <c>new Project(this, "Build", …)</c> is found under <c>Build</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonNode?> Triggers(JsonNode template) =>
        template["Resources"]!.AsObject()
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::CodeBuild::Project")
            .ToDictionary(resource => LogicalIdHash().Replace(resource.Key, ""), resource => resource.Value!["Properties"]!["Triggers"]);

    [GeneratedRegex("[0-9A-F]{8}$")]
    private static partial Regex LogicalIdHash();

    private static byte[] Compile(string source, ProgramOptions options, params string[] more)
    {
        var trees = TestSettings.Sources(source, options, CdkLibrary.Runnable)
            .Concat(more.Select((text, index) => ($"More{index}.cs", text)))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, TestSettings.Parse(options), "/" + file.Item1));
        var written = CSharpCompilation.Create(
            $"SynthesizedProgram{Interlocked.Increment(ref programs)}",
            trees,
            CdkLibrary.Runnable.References,
            TestSettings.Compile(options, AnalyzerUnderTest.Product));
        var compilation = Generation.Add(written, options);
        Analysis.AssertCompiles(compilation);

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return image.ToArray();
    }
}
