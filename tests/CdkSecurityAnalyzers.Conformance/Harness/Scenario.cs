using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>A program that is analyzed and run: a class <c>Program</c> with a <c>Main</c> that makes an app and calls <c>Synth</c>.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Files">Its sources, without a namespace.</param>
internal sealed record Scenario(string Name, ImmutableArray<SourceFile> Files)
{
    /// <summary>Its reviewed files, which become classes that its sources may name.</summary>
    public ImmutableArray<SourceFile> ReviewedFiles { get; init; } = [];

    private const string MainOfStack = """
        static class Program
        {
            public static void Main()
            {
                var app = new App();
                new TestStack(app, "TestStack");
                app.Synth();
            }
        }
        """;

    /// <summary>A stack whose constructor runs some statements.</summary>
    public static Scenario InStack(string name, string statements, string members = "", params ReadOnlySpan<SourceFile> others) =>
        OfStack(name, TestProgram.InStack(statements, members), others);

    /// <summary>A class <c>TestStack</c>, and a program that makes one.</summary>
    public static Scenario OfStack(string name, string stack, params ReadOnlySpan<SourceFile> others) =>
        new(name, [new(TestProgram.FileName, stack), new("Main.cs", MainOfStack), .. others]);

    /// <summary>A whole program in one file.</summary>
    public static Scenario Of(string name, string program, params ReadOnlySpan<SourceFile> others) =>
        new(name, [new(TestProgram.FileName, program), .. others]);

    public override string ToString() => $"// {Name}\n" + string.Join('\n', Files.Concat(ReviewedFiles).Select(file => $"// {file.Name}\n{file.Text}"));
}

internal sealed record SourceFile(string Name, string Text);
