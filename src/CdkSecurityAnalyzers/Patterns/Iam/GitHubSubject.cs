using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>Whose workflows a pattern for the subject of GitHub's tokens lets in.</summary>
internal enum GitHubSubjectScope
{
    /// <summary>Named ones, or the subject is written in a way that is not read.</summary>
    Narrow,

    /// <summary>Every workflow run of one repository: any branch, any tag, pull requests.</summary>
    Repository,

    /// <summary>Every repository of one owner.</summary>
    Owner,

    /// <summary>Repositories of owners that are not named.</summary>
    Anybody,
}

/// <summary>
/// The subject that a trust policy asks of GitHub's OIDC tokens: <c>repo:OWNER/REPO:ref:refs/heads/main</c>, or with the ids that do not change
/// <c>repo:OWNER@1/REPO@2:…</c> (GitHub docs, <c>OpenID Connect reference</c>).
/// </summary>
/// <param name="Scope">Whose workflows it lets in.</param>
/// <param name="Owner">The owner it names; null when it names none.</param>
/// <param name="Repository">The owner and repository it names; null when it names none.</param>
internal sealed record GitHubSubject(GitHubSubjectScope Scope, string? Owner = null, string? Repository = null)
{
    private const string Prefix = "repo:";

    private const string Branch = ":ref:refs/heads/${Branch}";

    private static readonly GitHubSubject Narrow = new(GitHubSubjectScope.Narrow);

    /// <summary>The subject of one branch of what is named here, with <c>${Name}</c> for what is not; null when the subject is narrow as it is.</summary>
    public string? OfOneBranch =>
        Scope switch
        {
            GitHubSubjectScope.Anybody => Prefix + "${Owner}/${Repository}" + Branch,
            GitHubSubjectScope.Owner => Prefix + Owner + "/${Repository}" + Branch,
            GitHubSubjectScope.Repository => Prefix + Repository + Branch,
            _ => null,
        };

    /// <param name="pattern">A pattern for <c>StringLike</c>; parts that are not known are text without wildcards.</param>
    public static GitHubSubject Parse(PartialText pattern)
    {
        var text = string.Concat(pattern.Parts.Select(static part => part ?? Glob.Unknown.ToString()));
        if (Glob.IsAnything(text))
        {
            return new GitHubSubject(GitHubSubjectScope.Anybody);
        }

        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return text.Length > 0 && text[0] is '*' or '?' ? new GitHubSubject(GitHubSubjectScope.Anybody) : Narrow;
        }

        var name = text.Substring(Prefix.Length);
        var slash = name.IndexOf('/');
        var owner = slash < 0 ? name : name.Substring(0, slash);
        if (Glob.HasWildcard(owner))
        {
            return new GitHubSubject(GitHubSubjectScope.Anybody);
        }

        if (slash < 0)
        {
            return Narrow;
        }

        var rest = name.Substring(slash + 1);
        var colon = rest.IndexOf(':');
        var repository = colon < 0 ? rest : rest.Substring(0, colon);
        var context = colon < 0 ? null : rest.Substring(colon + 1);
        return (context is null || Glob.IsAnything(context)) && Glob.IsAnything(repository)
                ? new GitHubSubject(GitHubSubjectScope.Owner, Shown(owner))
            : context is not null && Glob.IsAnything(context) && !Glob.HasWildcard(repository)
                ? new GitHubSubject(GitHubSubjectScope.Repository, Shown(owner), $"{Shown(owner)}/{Shown(repository)}")
            : Narrow;
    }

    private static string Shown(string name) => name.Replace(Glob.Unknown, '…');
}
