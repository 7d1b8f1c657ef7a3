using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>
/// A program in two twins, one risky and one safe, written once: <c>«755743»</c> is <c>755743</c> in the risky and <c>^755743$</c> in the safe twin,
/// <c>‹risky¦safe›</c> is one or the other. Lines of <c>---</c> separate the statements of the stack's constructor, further members of the stack, and a
/// second file. What the risky twin is reported for is marked; the safe one must be silent.
/// </summary>
internal sealed partial class Scenario
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

    /// <summary>
    /// What a run gets and nobody knows before: the synthesis tries every assignment. The setters make it impossible to know the values at compile time.
    /// </summary>
    private const string Inputs = """
        static class Inputs
        {
            public static bool A { get; set; } = ‹A›;
            public static bool B { get; set; } = ‹B›;
            public static string? Name { get; set; } = ‹A› ? "name" : null;
        }
        """;

    private readonly string statements;
    private readonly string members;
    private readonly string? otherFile;

    private Scenario(string statements, string members, string? otherFile) =>
        (this.statements, this.members, this.otherFile) = (statements, members, otherFile);

    /// <summary>A whole program.</summary>
    public static Scenario Program(string text)
    {
        var sections = Separator().Split(text.ReplaceLineEndings("\n"));
        return new Scenario(sections[0], sections.ElementAtOrDefault(1) ?? "", sections.ElementAtOrDefault(2));
    }

    /// <summary>A program whose local <c>pattern</c> becomes the pattern of an actor filter, and is reported there unless something else is marked.</summary>
    public static Scenario Pattern(string text)
    {
        var program = Program(text);
        var use = Filtered.Replace("‹pattern›", text.Contains("{|", StringComparison.Ordinal) ? "pattern" : "{|CDKSEC103:pattern|}");
        return new Scenario(program.statements + use, program.members, program.otherFile);
    }

    public bool HasInputs => (statements + members + otherFile).Contains("Inputs.", StringComparison.Ordinal);

    /// <summary>The files of a twin for one assignment of the inputs, with markup.</summary>
    public (string Source, ProgramOptions Options) Twin(bool isRisky, bool a = false, bool b = false)
    {
        var inputs = Inputs.Replace("‹A›", a ? "true" : "false").Replace("‹B›", b ? "true" : "false");
        var source = Frame.Replace("‹statements›", Of(statements)).Replace("‹members›", Of(members));
        return (source, ProgramOptions.Default with
        {
            CdkVersions = [CdkLibrary.Runnable],
            Only = ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC104", "CDKSEC105", "CDKSEC904"],
            MoreSources = [("Inputs.cs", inputs), .. otherFile is null ? [] : new[] { ("Other.cs", Of(otherFile)) }],
        });

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
