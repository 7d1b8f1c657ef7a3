using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>How a test program is compiled and analyzed, where that differs from what most tests want.</summary>
public sealed record ProgramOptions
{
    public static ProgramOptions Default { get; } = new();

    /// <summary>The CDK releases that the program is checked against, one after the other; empty for a program without the CDK.</summary>
    public IReadOnlyList<CdkLibrary> CdkVersions { get; init; } = CdkLibrary.All;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>A console application may have top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Whether <see cref="TestProgram.GlobalUsings"/> are in force.</summary>
    public bool GlobalUsings { get; init; } = true;

    /// <summary>Text of an <c>.editorconfig</c> beside the sources.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>Name and text of every additional file.</summary>
    public IReadOnlyList<(string Name, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Further source files, by name. Markup works in them too.</summary>
    public IReadOnlyList<(string Name, string Text)> MoreSources { get; init; } = [];

    /// <summary>Rules that are off by default and on in this test, at their default severity.</summary>
    public IReadOnlyList<string> Enable { get; init; } = [];

    /// <summary>The only rules that the test is about; null for all. The others are switched off as <c>NoWarn</c> does.</summary>
    public IReadOnlyList<string>? Only { get; init; }
}
