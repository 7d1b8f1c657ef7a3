using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// What AWS documents about its actions, service by service. A service is read from the embedded file when it is first asked for;
/// all members are safe for threads. What the data does not know gives no verdict: AWS adds actions every day.
/// </summary>
internal static class IamActionData
{
    private static readonly ConcurrentDictionary<string, IamService> Services = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service of that prefix in any case (<c>s3</c>); null when the data does not know it.</summary>
    public static IamService? Find(string prefix)
    {
        if (Services.TryGetValue(prefix, out var known))
        {
            return known;
        }

        var key = prefix.ToLowerInvariant();
        return EmbeddedTable.ReadSection(EmbeddedTable.Actions, key) is { } section ? Services.GetOrAdd(key, Parse(key, section)) : null;
    }

    /// <summary>
    /// Reads a section as <c>tools/IamData</c> writes it: actions and, before those that are meant for it, an ARN after <c>=</c>.
    /// </summary>
    private static IamService Parse(string prefix, string section)
    {
        var actions = ImmutableArray.CreateBuilder<IamAction>();
        var arns = ImmutableArray.CreateBuilder<string>();
        string? arn = null;
        for (var start = 0; start < section.Length; )
        {
            var end = section.IndexOf('\n', start);
            if (section[start] == '=')
            {
                var form = section.Substring(start + 1, end - start - 1);
                arn = form.StartsWith("arn:", StringComparison.Ordinal) ? form : $"arn:aws:{prefix}:<Region>:<Account>:{form}";
                arns.Add(arn);
            }
            else
            {
                var name = section.Substring(start + 3, end - start - 3);
                actions.Add(new IamAction(prefix, name, Level(section[start + 1]), Requirement(section[start]), arn));
            }

            start = end + 1;
        }

        actions.Sort(IamService.ByName);
        return new IamService(prefix, actions.ToImmutable(), arns.ToImmutable());
    }

    private static ResourceRequirement Requirement(char sign) =>
        sign switch
        {
            '-' => ResourceRequirement.StarOnly,
            '?' => ResourceRequirement.Optional,
            '|' => ResourceRequirement.OneOf,
            _ => ResourceRequirement.Required,
        };

    private static AccessLevel Level(char letter) =>
        letter switch
        {
            'l' => AccessLevel.List,
            'r' => AccessLevel.Read,
            't' => AccessLevel.Tagging,
            'p' => AccessLevel.PermissionsManagement,
            _ => AccessLevel.Write,
        };
}
