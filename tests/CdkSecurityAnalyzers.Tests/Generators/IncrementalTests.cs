using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators;

/// <summary>Generators run after every keystroke: what did not change is not made again.</summary>
public sealed class IncrementalTests
{
    private const string Contributors = "# A list.\n583231 octocat\n[docs]\n755743 releaser\n";

    private const string Policy = """{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::${BucketName}/*"}}""";

    private static readonly string[] Named = ["Project", "Read", "Model", "Problems", "Clashes"];

    private static readonly (string Name, string Text)[] Files = [("trusted-contributors.txt", Contributors), ("build.policy.json", Policy), ("broken.policy.json", "{")];

    [Fact]
    public void ASecondRunMakesNothing()
    {
        var compilation = Compilation("class A { }");

        var second = Generation.Driver(Files).RunGenerators(compilation, TestContext.Current.CancellationToken).RunGenerators(compilation, TestContext.Current.CancellationToken);

        AssertSteps(second, reads: IncrementalStepRunReason.Cached, models: IncrementalStepRunReason.Cached, outputs: IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnEditOfTheProgramMakesNothing()
    {
        var compilation = Compilation("class A { }");
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class A { int field; }", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, cancellationToken: TestContext.Current.CancellationToken));

        var second = Generation.Driver(Files).RunGenerators(compilation, TestContext.Current.CancellationToken).RunGenerators(edited, TestContext.Current.CancellationToken);

        AssertSteps(second, reads: IncrementalStepRunReason.Cached, models: IncrementalStepRunReason.Cached, outputs: IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("# Another comment, which moves the lines.\n\n583231    octocat\n[ docs ]\n755743 releaser\n", " " + Policy + "\n")]
    public void AnEditOfWhatSaysNothingIsReadAndMakesNothing(string contributors, string policy)
    {
        var second = Edited(contributors, policy);

        AssertSteps(second, reads: IncrementalStepRunReason.Unchanged, models: IncrementalStepRunReason.Cached, outputs: IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnEditOfOneFileMakesItsClassOnly()
    {
        var second = Edited(Contributors.Replace("583231", "480938", StringComparison.Ordinal), Policy);

        var outputs = Outputs(second).ToList();
        Assert.Equal(["TrustedContributors.g.cs"], outputs.Where(output => output.Reason == IncrementalStepRunReason.Modified).Select(output => output.Source));
        Assert.Equal(["BuildPolicy.g.cs"], outputs.Where(output => output.Source is not null && output.Reason == IncrementalStepRunReason.Cached).Select(output => output.Source));
    }

    [Fact]
    public void AMistakeThatMovesIsReportedWhereItIsNowAndMakesNothing()
    {
        var compilation = Compilation("class A { }");
        var file = Generation.File("trusted-contributors.txt", "583231 octocat\nmistake\n");
        var driver = Generation.Driver([]).AddAdditionalTexts([file]).RunGenerators(compilation, TestContext.Current.CancellationToken);

        var second = driver.ReplaceAdditionalText(file, Generation.File("trusted-contributors.txt", "# Moved.\n583231 octocat\nmistake\n")).RunGenerators(compilation, TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.Single(second.GetRunResult().Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(second).Where(output => output.Source is not null).Select(output => output.Reason));
    }

    [Fact]
    public void TheReferenceOfTheCdkChangesTheClasses()
    {
        var compilation = Compilation("class A { }");

        var second = Generation.Driver(Files).RunGenerators(compilation, TestContext.Current.CancellationToken).RunGenerators(compilation.WithReferences(CdkLibrary.FrameworkOnly), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Amazon.CDK", Assert.Single(second.GetRunResult().GeneratedTrees).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyValuesAreKept()
    {
        var results = Generation.Driver(Files).RunGenerators(Compilation("class A { }"), TestContext.Current.CancellationToken).GetRunResult().Results;

        foreach (var value in results.SelectMany(result => result.TrackedSteps).Where(step => Named.Contains(step.Key)).SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value))
        {
            AssertIsValue(value, []);
        }

        static void AssertIsValue(object? value, HashSet<object> seen)
        {
            if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            {
                return;
            }

            Assert.False(value is Microsoft.CodeAnalysis.Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or AdditionalText or Microsoft.CodeAnalysis.Text.SourceText or IOperation, $"{value.GetType()} is kept.");
            foreach (var field in value.GetType().GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public))
            {
                AssertIsValue(field.GetValue(value), seen);
            }

            if (value is Array elements)
            {
                foreach (var element in elements)
                {
                    AssertIsValue(element, seen);
                }
            }
        }
    }

    private static CSharpCompilation Compilation(string source) => Generation.Compilation(CdkLibrary.Newest, [source]);

    private static GeneratorDriver Edited(string contributors, string policy)
    {
        var compilation = Compilation("class A { }");
        var (list, document) = (Generation.File("trusted-contributors.txt", Contributors), Generation.File("build.policy.json", Policy));
        return Generation.Driver([])
            .AddAdditionalTexts([list, document])
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .ReplaceAdditionalText(list, Generation.File("trusted-contributors.txt", contributors))
            .ReplaceAdditionalText(document, Generation.File("build.policy.json", policy))
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    private static void AssertSteps(GeneratorDriver driver, IncrementalStepRunReason reads, IncrementalStepRunReason models, IncrementalStepRunReason outputs)
    {
        var results = driver.GetRunResult().Results;
        Assert.Equal(Generation.GeneratorCount, results.Length);
        foreach (var result in results)
        {
            Assert.All(Reasons(result, "Read"), reason => Assert.Equal(reads, reason));
            Assert.All(Reasons(result, "Model"), reason => Assert.Equal(models, reason));
            Assert.All(Reasons(result, "Project"), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
            Assert.NotEmpty(Reasons(result, "Read"));
        }

        Assert.All(Outputs(driver), output => Assert.Equal(outputs, output.Reason));
        Assert.NotEmpty(Outputs(driver));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    /// <summary>What each output says about itself, with the class that it makes, if it makes one.</summary>
    private static IEnumerable<(IncrementalStepRunReason Reason, string? Source)> Outputs(GeneratorDriver driver) =>
        from result in driver.GetRunResult().Results
        from step in result.TrackedOutputSteps.SelectMany(step => step.Value)
        from output in step.Outputs
        select (output.Reason, SourceOf(output.Value));

    /// <summary>The name of the file in the output's value, which is a pair of sources and diagnostics.</summary>
    private static string? SourceOf(object value) =>
        value is System.Runtime.CompilerServices.ITuple { Length: > 0 } pair && pair[0] is System.Collections.IEnumerable sources
            ? sources.Cast<object>().Select(source => (string?)source.GetType().GetProperty("HintName")?.GetValue(source)).FirstOrDefault()
            : null;
}
