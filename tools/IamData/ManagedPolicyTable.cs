using System.Text;

namespace IamData;

/// <summary>
/// The table of over-broad AWS managed policies: after a comment, <c>@policy</c> in ordinal order, the name with its path; under it, one a
/// line, the grants on every resource that make it so: <c>iam:PassRole</c>, <c>service:*</c>, <c>*</c>.
/// </summary>
internal static class ManagedPolicyTable
{
    /// <summary>What the source lacks (IAM user guide, <c>AWS managed policies for job functions</c>); a minus excepts from what is granted.</summary>
    private static readonly Dictionary<string, List<string>> Absent = new()
    {
        ["AdministratorAccess"] = ["*"],
        ["PowerUserAccess"] = ["*", "-account:*", "-iam:*", "-organizations:*"],
    };

    /// <summary>
    /// Reads a table whose columns are named in its last comment: at least <c>name</c>, <c>arn</c>, <c>passrole_star_unconditioned</c>,
    /// <c>service_wildcards_on_star</c>.
    /// </summary>
    public static string From(string table)
    {
        var lines = table.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var columns = lines.Last(IsComment).TrimStart('#', ' ').Split('\t').ToList();
        var policies = lines.Where(line => !IsComment(line)).Select(line => line.Split('\t')).ToDictionary(Name, Grants);
        foreach (var (name, grants) in Absent)
        {
            policies[name] = grants;
        }

        var text = new StringBuilder();
        ActionTable.Comment(text, "Made by tools/IamData from a table with this note:");
        ActionTable.Comment(text, lines[0].TrimStart('#', ' '));
        foreach (
            var (name, grants) in policies
                .Where(policy => policy.Value.Count > 0 && !IsReserved(policy.Key))
                .OrderBy(policy => policy.Key, StringComparer.Ordinal)
        )
        {
            text.Append('@').Append(name).Append('\n').AppendJoin('\n', grants).Append('\n');
        }

        return text.ToString();

        string Name(string[] row) => NameWithPath(Cell(row, "arn"), Cell(row, "name"));

        List<string> Grants(string[] row)
        {
            var services = Cell(row, "service_wildcards_on_star").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries);
            string[] passRole = Cell(row, "passrole_star_unconditioned") == "1" ? ["iam:PassRole"] : [];
            return [.. services.Concat(passRole).Order(StringComparer.Ordinal)];
        }

        string Cell(string[] row, string column) => row[columns.IndexOf(column)];
    }

    private static bool IsComment(string line) => line.StartsWith('#');

    /// <summary>The ARN after <c>policy/</c>. Of policies that AWS withdrew the source has the name alone.</summary>
    private static string NameWithPath(string arn, string name) =>
        arn.Length == 0 ? name : arn[(arn.IndexOf("policy/", StringComparison.Ordinal) + 7)..];

    /// <summary>Nobody but AWS attaches the policies of service-linked roles.</summary>
    private static bool IsReserved(string name) => name.StartsWith("aws-service-role/", StringComparison.Ordinal);
}
