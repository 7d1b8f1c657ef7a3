using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Tests.Verification;

/// <summary>
/// The oracle: compiles a program, runs it on the real CDK (<see cref="CdkLibrary.Runnable"/>) and reads the CloudFormation template that comes out.
/// </summary>
public static partial class Synthesis
{
    private const string StackName = "TestStack";

    private const string EntryPoint = """
        public static class SynthesisEntryPoint
        {
            public static void Run(string outputFolder)
            {
                var app = new Amazon.CDK.App(new Amazon.CDK.AppProps { Outdir = outputFolder, AnalyticsReporting = false });
                new TestStack(app, "TestStack");
                app.Synth();
            }
        }
        """;

    /// <summary>The jsii kernel is one process with one conversation: one synthesis at a time.</summary>
    private static readonly Lock Kernel = new();

    private static int programs;

    /// <summary>The kernel otherwise prints a notice about the age of this Node version into the output of the tests.</summary>
    static Synthesis() => Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");

    /// <summary>
    /// The template of the stack class <c>TestStack</c> in <paramref name="source"/>. The first synthesis of a process takes some seconds, later
    /// ones about 0.1 s. What the CDK throws at synthesis is thrown here.
    /// </summary>
    public static JsonNode Template(string source, ProgramOptions? options = null)
    {
        var run = Load(source, options ?? ProgramOptions.Default);
        var folder = Directory.CreateTempSubdirectory("cdk-synthesis-");
        try
        {
            lock (Kernel)
            {
                run(folder.FullName);
            }

            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, StackName + ".template.json")))!;
        }
        finally
        {
            folder.Delete(recursive: true);
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

    private static Action<string> Load(string source, ProgramOptions options)
    {
        var trees = TestSettings.Sources(source, options, CdkLibrary.Runnable)
            .Append(("SynthesisEntryPoint.cs", EntryPoint))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, TestSettings.Parse(options), "/" + file.Item1));
        var compilation = CSharpCompilation.Create(
            $"SynthesizedProgram{Interlocked.Increment(ref programs)}",
            trees,
            CdkLibrary.Runnable.References,
            TestSettings.Compile(options with { OutputKind = OutputKind.DynamicallyLinkedLibrary }, AnalyzerUnderTest.Product));
        Analysis.AssertCompiles(compilation);

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return System.Reflection.Assembly.Load(image.ToArray())
            .GetType("SynthesisEntryPoint")!
            .GetMethod("Run")!
            .CreateDelegate<Action<string>>();
    }
}
