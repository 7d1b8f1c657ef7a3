using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Finds the buckets and repositories that the statements of a role let it change or read as a whole: what is limited to some objects may be none of those that
/// others use.
/// </summary>
internal sealed class StatedAccess(World world)
{
    private const string Everything = "/*";

    /// <summary>The actions that put something where others read it (Service Authorization Reference).</summary>
    private static readonly (string Service, string Action)[] Writing =
    [
        (SharedResource.S3, "s3:PutObject"),
        (SharedResource.Ecr, "ecr:PutImage"),
        (SharedResource.CodeCommit, "codecommit:GitPush"),
    ];

    /// <summary>The actions that take it from there.</summary>
    private static readonly (string Service, string Action)[] Reading =
    [
        (SharedResource.S3, "s3:GetObject"),
        (SharedResource.Ecr, "ecr:BatchGetImage"),
        (SharedResource.CodeCommit, "codecommit:GitPull"),
    ];

    /// <summary>Each bucket or repository that the role may change, with the action that lets it.</summary>
    public IEnumerable<(object Resource, Binding Written, Spelling Spelling)> Writes(PolicyIdentity identity) =>
        Of(identity, Writing).Select(static found => (found.Resource, found.Action.Written, found.Action.Spelling));

    /// <summary>Each bucket or repository that the role may read by its name: who may read all of them need not read what others write.</summary>
    public IEnumerable<(object Resource, string Service)> Reads(PolicyIdentity identity) =>
        Of(identity, Reading)
            .Where(static found => !found.Resource.Equals(SharedResource.AllOf(found.Service)))
            .Select(static found => (found.Resource, found.Service));

    private IEnumerable<(object Resource, string Service, PolicyEntry Action)> Of(
        PolicyIdentity identity,
        (string Service, string Action)[] wanted
    )
    {
        foreach (var statement in identity.Statements)
        {
            if (statement is not { IsGrant: true, IsUnconditional: true })
            {
                continue;
            }

            foreach (var action in statement.Actions.Entries)
            {
                foreach (var (service, name) in wanted)
                {
                    if (action.Text is not { } text || !ActionPattern.Parse(text).Covers(name) || identity.Denies(name))
                    {
                        continue;
                    }

                    foreach (var resource in statement.Resources.Entries)
                    {
                        if (ResourceOf(resource.Rendered, service) is { } known)
                        {
                            yield return (known, service, action);
                        }
                    }
                }
            }
        }
    }

    private object? ResourceOf(Value rendered, string service)
    {
        switch (rendered)
        {
            case ConstantValue { Text: "*" }:
                return SharedResource.AllOf(service);
            case ConstantValue { Text: var arn }:
                return OfArn(arn, service);
            case TextValue { Parts: var ofOwner } when ofOwner[0].Hole is { } owner:
                return service == SharedResource.S3 && IsEverything(ofOwner.RemoveAt(0)) ? SharedResource.IdentityOf(owner, world) : null;
            case TextValue { Parts: var parts }:
                return OfArn(Joined(parts), service);
            case MemberValue when service != SharedResource.S3:
                return SharedResource.IdentityOf(rendered, world);
            default:
                return null;
        }
    }

    private static bool IsEverything(ImmutableArray<TextPart> parts) =>
        parts.All(static part => part.Known is not null) && string.Concat(parts.Select(static part => part.Known)) == Everything;

    /// <summary>The text of an ARN in which only the partition, region or account may be unknown; null when more is.</summary>
    private static string? Joined(ImmutableArray<TextPart> parts)
    {
        var text = string.Empty;
        foreach (var part in parts)
        {
            text += part.Known ?? "?";
        }

        var fields = text.Split([':'], 6);
        return fields.Length == 6 && fields[5].IndexOf('?') < 0 ? text : null;
    }

    private static object? OfArn(string? arn, string service)
    {
        var fields = arn?.Split([':'], 6);
        if (fields is not { Length: 6 } || fields[2] != service)
        {
            return null;
        }

        var name = fields[5];
        if (name is "*" or "*/*" or "repository/*")
        {
            // Which account or region the program deploys to is not known, so that it may be another than the one that is named.
            return fields[3] is "" or "*" or "?" && fields[4] is "" or "*" or "?" ? SharedResource.AllOf(service) : null;
        }

        if (service != SharedResource.S3)
        {
            return SharedResource.OfRepository(service, name.Replace("repository/", string.Empty));
        }

        return name.EndsWith(Everything, StringComparison.Ordinal)
            ? SharedResource.OfBucket(name.Substring(0, name.Length - Everything.Length))
            : null;
    }
}
