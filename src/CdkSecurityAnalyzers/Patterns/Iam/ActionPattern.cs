using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// An action as a policy writes it: <c>s3:GetObject</c>, <c>s3:Put*</c>, <c>iam:Pass?ole</c>, <c>*</c>. Case does not matter;
/// <c>*</c> and <c>?</c> stand anywhere in the name, but the service is either spelled out or a lone <c>*</c>
/// (IAM user guide, <c>IAM JSON policy elements: Action</c>).
/// </summary>
internal sealed class ActionPattern
{
    private ActionPattern(string text, string service, string name)
    {
        Text = text;
        Service = service;
        Name = name;
        IsWellFormed = (service == "*" || IsMadeOf(service, wildcards: false)) && IsMadeOf(name, wildcards: true);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What stands before the colon, as written; <c>*</c> for a lone <c>*</c>, empty when there is no colon.</summary>
    public string Service { get; }

    /// <summary>What stands after the colon, as written.</summary>
    public string Name { get; }

    /// <summary>Whether IAM can read it. What it cannot read grants nothing.</summary>
    public bool IsWellFormed { get; }

    /// <summary>Whether it has a <c>*</c> or <c>?</c>.</summary>
    public bool HasWildcard => Glob.HasWildcard(Text);

    /// <summary><c>*</c> and <c>*:*</c>: every action of every service.</summary>
    public bool IsEverything => IsWellFormed && Service == "*" && Glob.IsAnything(Name);

    /// <summary><c>s3:*</c>: every action of one service.</summary>
    public bool IsWholeService => IsWellFormed && Service != "*" && Glob.IsAnything(Name);

    /// <summary>
    /// <c>ec2:Describe*</c>, <c>s3:List*</c> and longer ones: the actions look for resources, they are not told them.
    /// </summary>
    public bool LooksForResources =>
        HasWildcard
        && (Name.StartsWith("Describe", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("List", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the data knows about the service; null when it does not know it, and for patterns that name none.</summary>
    public IamService? Data => IamActionData.Find(Service);

    public static ActionPattern Parse(string text)
    {
        if (Glob.IsAnything(text))
        {
            return new ActionPattern(text, "*", "*");
        }

        var colon = text.IndexOf(':');
        return colon < 0 ? new ActionPattern(text, "", text) : new ActionPattern(text, text.Substring(0, colon), text.Substring(colon + 1));
    }

    /// <summary>Whether the pattern grants the action, given as <c>service:Name</c> in any case. Needs no data.</summary>
    public bool Covers(string action)
    {
        var colon = action.IndexOf(':');
        return IsWellFormed
            && colon > 0
            && (
                Service == "*"
                || (Service.Length == colon && string.Compare(Service, 0, action, 0, colon, StringComparison.OrdinalIgnoreCase) == 0)
            )
            && Glob.Matches(Name, action, ignoreCase: true, start: colon + 1);
    }

    /// <summary>
    /// What the data knows about the actions that the pattern matches: nothing for unknown services, and for those that name none.
    /// </summary>
    public ActionCoverage Coverage() => new(this, IsWellFormed && Data is { } service ? service.Matching(Name) : []);

    /// <summary>
    /// The action that was probably meant, in AWS's case (<c>s3:GetObject</c> for <c>s3:GetObjet</c>); null when nothing is near, or the
    /// service is unknown.
    /// </summary>
    public string? Nearest() =>
        Data is { } service && NearestName.BySpelling(Name, service.Actions.Select(static action => action.Name)) is { } name
            ? $"{service.Prefix}:{name}"
            : null;

    public override string ToString() => Text;

    private static bool IsMadeOf(string text, bool wildcards)
    {
        foreach (var character in text)
        {
            if (
                character is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
                && !(wildcards && character is '*' or '?')
            )
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
