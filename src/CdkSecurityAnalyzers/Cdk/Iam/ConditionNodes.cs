using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Conditions as the template holds them: operators, and below them keys with their values.</summary>
internal static class ConditionNodes
{
    /// <summary>One condition.</summary>
    public static TemplateObject Of(string @operator, string key, TemplateNode value, Site site) =>
        Of(@operator, Of(key, value, site), site);

    /// <summary>The conditions below one operator.</summary>
    public static TemplateObject Of(string @operator, TemplateNode value, Site site) =>
        new(TemplateMembers.Empty.With(@operator, value), isComplete: true, site, Spelling.Policy);

    /// <summary>Conditions of which nothing is known.</summary>
    public static TemplateObject Unknown(Site site) => new(TemplateMembers.Empty, isComplete: false, site, Spelling.Policy);

    /// <summary>Both conditions; under the same operator and key the later ones win.</summary>
    public static TemplateObject? Merge(TemplateObject? first, TemplateNode? second)
    {
        switch (second)
        {
            case null or TemplateAbsence:
                return first;
            case not TemplateObject:
                return new TemplateObject(first?.Members ?? TemplateMembers.Empty, isComplete: false, second.Site, Spelling.Policy);
            case TemplateObject when first is null:
                return (TemplateObject)second;
        }

        var (later, members) = ((TemplateObject)second, first.Members);
        foreach (var pair in later.Members.All)
        {
            members = members.With(
                pair.Key,
                members.TryGet(pair.Key, out var before) && before is TemplateObject known
                    ? Merge(known, pair.Value) ?? pair.Value
                    : pair.Value
            );
        }

        return new TemplateObject(members, first.IsComplete && later.IsComplete, first.Site, first.Spelling);
    }
}
