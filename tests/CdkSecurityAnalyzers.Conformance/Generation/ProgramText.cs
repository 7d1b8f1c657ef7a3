using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A program while it is written: types, in two files, and names that are used once.</summary>
internal sealed class ProgramText
{
    private readonly List<string> types = [];
    private readonly List<string> otherTypes = [];
    private int names;

    /// <summary>
    /// Whether paths may end in an exception. It ends the whole program, of which the analyzer reads each method for itself, so that this is for programs with
    /// one project only.
    /// </summary>
    public bool MayThrow { get; init; }

    /// <summary>The conditions that it may ask.</summary>
    public ImmutableArray<string> Questions { get; init; } = BranchSpellings.Unknown;

    public string NewName(string kind) => kind + ++names;

    public void AddType(string declaration) => types.Add(declaration);

    /// <summary>A type in the second file.</summary>
    public void AddOtherType(string declaration) => otherTypes.Add(declaration);

    /// <summary>A static class with some members, in one of the files; gives its name.</summary>
    public string AddStaticClass(Choices choices, string members)
    {
        var name = NewName("Shared");
        var declaration = $"static class {name} {{ {members} }}";
        (choices.Next(2) == 0 ? types : otherTypes).Add(declaration);
        return name;
    }

    public Scenario ToScenario(string name) => Scenario.Of(name, Layout(types), new SourceFile("Other.cs", Layout(otherTypes)));

    private static string Layout(List<string> types) => SyntaxFactory.ParseCompilationUnit(string.Join('\n', types)).NormalizeWhitespace().ToFullString();
}
