using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// The overrides of one resource, as the CDK keeps them: a tree of its own that grows call by call, and is laid over the properties when the template is
/// written, whenever those were set (<c>CfnResource.addOverride</c> and <c>deepMerge</c> of aws-cdk-lib).
/// </summary>
internal static class Overrides
{
    /// <summary>The names of a path; a backslash takes the next character literally.</summary>
    public static ImmutableArray<string> Split(string path)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var name = new StringBuilder();
        for (var index = 0; index < path.Length; index++)
        {
            if (path[index] == '.')
            {
                names.Add(name.ToString());
                name.Clear();
                continue;
            }

            if (path[index] == '\\' && index + 1 < path.Length)
            {
                index++;
            }

            name.Append(path[index]);
        }

        names.Add(name.ToString());
        return names.ToImmutable();
    }

    public static TemplateObject Empty(Site site) => new(TemplateMembers.Empty, isComplete: true, site, Spelling.Override);

    /// <summary>The overrides with one more: what stands in the way of the path is replaced.</summary>
    /// <param name="value">What to put there; a <see cref="TemplateAbsence"/> deletes.</param>
    public static TemplateObject Add(TemplateObject overrides, ImmutableArray<string> path, TemplateNode value, int depth = 0)
    {
        var name = path[depth];
        if (depth == path.Length - 1)
        {
            return overrides.With(name, value);
        }

        var inner = overrides.Members[name] as TemplateObject ?? Empty(value.Site);
        return overrides.With(name, Add(inner, path, value, depth + 1));
    }

    /// <summary>The properties with the overrides laid over them.</summary>
    /// <returns>What is left; where nothing is, a <see cref="TemplateAbsence"/> if something was taken away, else null.</returns>
    public static TemplateNode? Merge(TemplateNode? target, TemplateObject overrides) =>
        target switch
        {
            TemplateObject known => MergeObject(known, overrides),
            TemplateList list => MergeList(list, overrides),

            // What is laid over an unknown is there; what else may be there remains unknown.
            TemplateUnknown => MergeObject(
                new TemplateObject(TemplateMembers.Empty, isComplete: false, target.Site, target.Spelling),
                overrides
            ),
            _ => MergeObject(Empty(overrides.Site), overrides),
        };

    private static TemplateNode? MergeObject(TemplateObject target, TemplateObject overrides)
    {
        var members = target.Members;
        foreach (var pair in overrides.Members.All)
        {
            if (pair.Value is not TemplateObject inner)
            {
                members = members.With(pair.Key, pair.Value);
            }
            else if (Merge(target[pair.Key], inner) is { } merged)
            {
                members = members.With(pair.Key, merged);
            }
            else
            {
                members = members.Without(pair.Key);
            }
        }

        var isComplete = target.IsComplete && overrides.IsComplete;
        return isComplete && members.Values.All(TemplateNode.IsAbsent)
            ? members.Values.OfType<TemplateAbsence>().FirstOrDefault()
            : new TemplateObject(members, isComplete, target.Site, target.Spelling) { UsedAt = target.UsedAt };
    }

    private static TemplateList MergeList(TemplateList target, TemplateObject overrides)
    {
        var elements = new List<TemplateNode>(target.Elements);
        var isComplete = target.IsComplete && overrides.IsComplete;
        foreach (var (index, value) in Indexed(overrides))
        {
            var existing = index < elements.Count ? elements[index] : null;
            var merged = value is TemplateObject inner ? Merge(existing, inner) ?? new TemplateAbsence(inner.Site) : value;
            if (existing is not null)
            {
                elements[index] = merged;
            }
            else
            {
                // With elements missing in between, where the new one stands makes no difference to a reader of the list.
                elements.Add(merged);
            }
        }

        return new TemplateList(elements.ToImmutableArray(), isComplete, target.Site, target.Spelling)
        {
            IsGateDiscarded = target.IsGateDiscarded,
        };
    }

    private static IEnumerable<(int Index, TemplateNode Value)> Indexed(TemplateObject overrides) =>
        from pair in overrides.Members.All
        let index = int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
        where index >= 0
        orderby index
        select (index, pair.Value);
}
