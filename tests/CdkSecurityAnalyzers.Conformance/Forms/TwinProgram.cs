using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>
/// A program in two twins, one risky and one safe, written once: <c>«755743»</c> is <c>755743</c> in the risky and <c>^755743$</c> in the safe twin,
/// <c>‹risky¦safe›</c> is one or the other. Lines of <c>---</c> separate the statements of the stack's constructor, further members of the stack, and a
/// second file. What the risky twin is reported for is marked; the safe one must be silent.
/// </summary>
internal sealed partial class TwinProgram
{
    private const string Frame = """
        class TestStack : Stack
        {
            public TestStack(Construct parent, string stackId) : base(parent, stackId)
            {
        ‹statements›
            }

        ‹members›
        }
        """;

    private const string Filtered = """

        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "owner",
                Repo = "repo",
                WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(‹pattern›)],
            }),
        });
        """;

    private readonly string statements;
    private readonly string members;
    private readonly string? otherFile;

    private TwinProgram(string statements, string members, string? otherFile) =>
        (this.statements, this.members, this.otherFile) = (statements, members, otherFile);

    /// <summary>A whole program.</summary>
    public static TwinProgram Program(string text)
    {
        var sections = Separator().Split(text.ReplaceLineEndings("\n"));
        return new TwinProgram(sections[0], sections.ElementAtOrDefault(1) ?? "", sections.ElementAtOrDefault(2));
    }

    /// <summary>A program whose local <c>pattern</c> becomes the pattern of an actor filter, and is reported there unless something else is marked.</summary>
    public static TwinProgram Pattern(string text)
    {
        var program = Program(text);
        var use = Filtered.Replace("‹pattern›", text.Contains("{|", StringComparison.Ordinal) ? "pattern" : "{|CDKSEC103:pattern|}");
        return new TwinProgram(program.statements + use, program.members, program.otherFile);
    }

    /// <summary>A twin, with markup.</summary>
    public Scenario Twin(string name, bool isRisky)
    {
        var stack = Frame.Replace("‹statements›", Of(statements)).Replace("‹members›", Of(members));
        return Scenario.OfStack($"{(isRisky ? "risky" : "safe")} {name}", stack, otherFile is null ? [] : [new("Other.cs", Of(otherFile))]);

        string Of(string text)
        {
            text = text.Replace("«", isRisky ? "" : "^").Replace("»", isRisky ? "" : "$");
            text = Twins().Replace(text, match => match.Groups[isRisky ? 1 : 2].Value);
            return isRisky ? text : Markup().Replace(text, "$1");
        }
    }

    [GeneratedRegex(@"^---\n", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex("‹([^¦›]*)¦([^›]*)›", RegexOptions.Singleline)]
    private static partial Regex Twins();

    [GeneratedRegex(@"\{\|[^:|]*:(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
