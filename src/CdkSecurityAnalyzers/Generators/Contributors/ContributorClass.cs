using System.Linq;
using CdkSecurityAnalyzers.Patterns;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>Writes the class that is made from a list of contributors.</summary>
internal static class ContributorClass
{
    private const string CodeBuild = "global::Amazon.CDK.AWS.CodeBuild.";

    /// <summary>The names that a section's class cannot have, because its surroundings have a member with it or inherit one.</summary>
    private static readonly string[] Members =
    [
        "ActorPattern",
        "AccountIds",
        "PullRequests",
        "Push",
        "BranchPattern",
        "Equals",
        "ReferenceEquals",
        "GetHashCode",
        "GetType",
        "ToString",
        "Finalize",
        "MemberwiseClone",
    ];

    /// <summary>Whether the class has or inherits a member.</summary>
    public static bool IsMember(string name) => Members.Contains(name);

    public static string Write(ContributorList list, ProjectFacts project)
    {
        var code = CodeText.MadeFrom(list.FileName).OpenNamespace(project.Namespace);
        Document(code, $"Who may start builds by pull request, as <c>{CodeText.Documentation(list.FileName)}</c> says.", list.Everywhere);
        code.GeneratedAttribute().Open($"internal static class {list.Everywhere.TypeName}");
        WriteMembers(code, list.Everywhere, project);
        if (project.HasCdk)
        {
            WritePush(code);
        }

        foreach (var section in list.Sections)
        {
            code.Line();
            Document(code, $"Who may start the builds of the section <c>{CodeText.Documentation(section.Name)}</c>.", section);
            code.Open($"internal static class {section.TypeName}");
            WriteMembers(code, section, project);
            code.Close();
        }

        return code.CloseAll().ToString();
    }

    private static void WriteMembers(CodeText code, ContributorSection section, ProjectFacts project)
    {
        var ids = section.Contributors.Select(static contributor => contributor.Id).ToList();
        var pattern = ids.Count == 0 ? AnchoredList.OfNothing : $"^({string.Join("|", ids)})$";
        Document(code, "A pattern for actor filters of webhooks: it matches the ids of these accounts and no other.", section);
        code.Line($"public const string ActorPattern = {CodeText.Literal(pattern)};").Line();

        Document(code, "The account ids.", section);
        code.Line($"public static string[] AccountIds => new string[] {{ {string.Join(", ", ids.Select(CodeText.Literal))} }};");
        if (project.HasCdk)
        {
            code.Line();
            WritePullRequests(code, section);
        }
    }

    private static void WritePullRequests(CodeText code, ContributorSection section)
    {
        Document(code, "A filter group that lets the pull requests of these accounts start a build, and of no other.", section);
        code.Line(
                "/// <param name=\"events\">What may start a build; created, updated and reopened pull requests when nothing is named.</param>"
            )
            .Line($"public static {CodeBuild}FilterGroup PullRequests(params {CodeBuild}EventAction[] events) =>")
            .Line($"    {CodeBuild}FilterGroup")
            .Line("        .InEventOf(")
            .Line("            events.Length > 0")
            .Line("                ? events")
            .Line($"                : new {CodeBuild}EventAction[]")
            .Line("                {")
            .Line($"                    {CodeBuild}EventAction.PULL_REQUEST_CREATED,")
            .Line($"                    {CodeBuild}EventAction.PULL_REQUEST_UPDATED,")
            .Line($"                    {CodeBuild}EventAction.PULL_REQUEST_REOPENED,")
            .Line("                }")
            .Line("        )")
            .Line("        .AndActorAccountIs(ActorPattern);");
    }

    private static void WritePush(CodeText code) =>
        code.Line()
            .Line(
                "/// <summary>A filter group that lets pushes to branches start a build: to these branches exactly, and to no other.</summary>"
            )
            .Line("/// <param name=\"branches\">Names of branches, <c>main</c>; <c>*</c> stands for any text: <c>release/*</c>.</param>")
            .Open($"public static {CodeBuild}FilterGroup Push(params string[] branches)")
            .Open("if (branches.Length == 0)")
            .Line("throw new global::System.ArgumentException(\"Name the branches whose pushes start a build.\", nameof(branches));")
            .Close()
            .Line()
            .Line("var names = string.Join(\"|\", global::System.Linq.Enumerable.Select(branches, BranchPattern));")
            .Line("var pattern = branches.Length == 1 ? \"^refs/heads/\" + names + \"$\" : \"^refs/heads/(\" + names + \")$\";")
            .Line($"return {CodeBuild}FilterGroup.InEventOf({CodeBuild}EventAction.PUSH).AndHeadRefIs(pattern);")
            .Close()
            .Line()
            .Line("private static string BranchPattern(string branch) =>")
            .Line("    branch")
            .Line(
                string.Join("\n", "\\.^$|?+()[]{}".Select(static sign => $"        .Replace(\"{Escape(sign)}\", \"\\\\{Escape(sign)}\")"))
            )
            .Line("        .Replace(\"*\", \".*\");");

    private static string Escape(char sign) => sign == '\\' ? "\\\\" : sign.ToString();

    private static void Document(CodeText code, string summary, ContributorSection section)
    {
        code.Line($"/// <summary>{summary}</summary>").Line("/// <remarks>");
        if (section.Contributors.Count == 0)
        {
            code.Line("/// Nobody.");
        }
        else
        {
            code.Line("/// <list type=\"bullet\">");
            foreach (var contributor in section.Contributors)
            {
                var note = contributor.Note.Length == 0 ? string.Empty : ": " + CodeText.Documentation(contributor.Note);
                code.Line($"/// <item><description>{contributor.Id} {contributor.Login}{note}</description></item>");
            }

            code.Line("/// </list>");
        }

        code.Line("/// </remarks>");
    }
}
