using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>Runs the analyzer and hands out what it reported, for assertions that markup cannot express.</summary>
public static class Analysis
{
    /// <summary>
    /// The findings in one program, in source order. Fails when the program does not compile, unless <paramref name="allowErrors"/>,
    /// and when the analyzer throws.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> Run(string source, ProgramOptions? options = null, bool allowErrors = false) =>
        Run(AnalyzerUnderTest.Product, ProjectFor(AnalyzerUnderTest.Product, source, options ?? ProgramOptions.Default), allowErrors);

    /// <summary>The findings in the project of a workspace.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> Run(AnalyzerUnderTest subject, Project project, bool allowErrors = false)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        if (!allowErrors)
        {
            AssertCompiles(compilation!);
        }

        return [.. Generation.Problems(compilation!, project.AnalyzerOptions), .. await Run(subject, compilation!, project.AnalyzerOptions)];
    }

    /// <summary>The findings in a compilation that need not compile.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> Run(
        AnalyzerUnderTest subject, Compilation compilation, AnalyzerOptions? analyzerOptions = null, CancellationToken cancellation = default)
    {
        var exceptions = new List<Exception>();
        var settings = new CompilationWithAnalyzersOptions(
            analyzerOptions ?? new AnalyzerOptions([]),
            (exception, _, _) => { lock (exceptions) { exceptions.Add(exception); } },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var token = cancellation == default ? TestContext.Current.CancellationToken : cancellation;
        var findings = await compilation.WithAnalyzers([subject.CreateAnalyzer()], settings).GetAnalyzerDiagnosticsAsync(token);
        if (exceptions.Count > 0)
        {
            throw new AggregateException("The analyzer threw.", exceptions);
        }

        return [.. findings.OrderBy(f => f.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(f => f.Location.SourceSpan.Start).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }

    /// <summary>The program as the only project of a workspace, against the last release in <see cref="ProgramOptions.CdkVersions"/>.</summary>
    internal static Project ProjectFor(AnalyzerUnderTest subject, string source, ProgramOptions options)
    {
        var library = TestSettings.Libraries(options)[^1];
        var project = new AdhocWorkspace().CurrentSolution
            .AddProject("TestProgram", "TestProgram", LanguageNames.CSharp)
            .WithParseOptions(TestSettings.Parse(options))
            .WithCompilationOptions(TestSettings.Compile(options, subject))
            .WithMetadataReferences(TestSettings.References(library));
        foreach (var (name, text) in TestSettings.Sources(source, options, library))
        {
            project = project.AddDocument(name, text, filePath: "/" + name).Project;
        }

        foreach (var (name, text) in TestSettings.AnalyzerConfigs(options, subject))
        {
            project = project.AddAnalyzerConfigDocument(name, Microsoft.CodeAnalysis.Text.SourceText.From(text), filePath: name).Project;
        }

        foreach (var (name, text) in options.AdditionalFiles)
        {
            project = project.AddAdditionalDocument(name, text, filePath: "/" + name).Project;
        }

        return options.AdditionalFiles.Count > 0 ? project.AddAnalyzerReference(Generation.Reference) : project;
    }

    internal static void AssertCompiles(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), "The program does not compile:\n" + string.Join('\n', errors));
    }
}
