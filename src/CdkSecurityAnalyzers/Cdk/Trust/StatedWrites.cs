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
/// Finds the buckets and repositories that the statements of a role let it change as a whole: what is limited to some objects may be none of those that others
/// read.
/// </summary>
internal sealed class StatedWrites(World world)
{
    private const string Everything = "/*";

    /// <summary>The actions that put something where others read it (Service Authorization Reference).</summary>
    private static readonly (string Action, bool IsOfObjects)[] Writes =
    [
        ("s3:PutObject", true),
        ("ecr:PutImage", false),
        ("codecommit:GitPush", false),
    ];

    /// <summary>Each bucket or repository, with the action that lets the role change it.</summary>
    public IEnumerable<(object Resource, Binding Written, Spelling Spelling)> Of(PolicyIdentity identity)
    {
        foreach (var statement in identity.Statements)
        {
            if (statement is not { IsGrant: true, IsUnconditional: true })
            {
                continue;
            }

            foreach (var action in statement.Actions.Entries)
            {
                foreach (var (written, isOfObjects) in Writes)
                {
                    if (action.Text is not { } text || !ActionPattern.Parse(text).Covers(written) || identity.Denies(written))
                    {
                        continue;
                    }

                    foreach (var resource in statement.Resources.Entries)
                    {
                        if (ResourceOf(resource.Rendered, isOfObjects) is { } known)
                        {
                            yield return (known, action.Written, action.Spelling);
                        }
                    }
                }
            }
        }
    }

    private object? ResourceOf(Value rendered, bool isOfObjects)
    {
        switch (rendered)
        {
            case ConstantValue { Text: var arn }:
                return OfArn(arn, isOfObjects);
            case TextValue { Parts: var ofOwner } when ofOwner[0].Hole is { } owner:
                return isOfObjects && IsEverything(ofOwner.RemoveAt(0)) ? SharedResource.IdentityOf(owner, world) : null;
            case TextValue { Parts: var parts }:
                return OfArn(Joined(parts), isOfObjects);
            case MemberValue when !isOfObjects:
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

    private static object? OfArn(string? arn, bool isOfObjects)
    {
        var fields = arn?.Split([':'], 6);
        if (fields is not { Length: 6 } || !fields[5].EndsWith(isOfObjects ? Everything : string.Empty, StringComparison.Ordinal))
        {
            return null;
        }

        var name = isOfObjects ? fields[5].Substring(0, fields[5].Length - Everything.Length) : fields[5];
        return fields[2] switch
        {
            "s3" when isOfObjects => SharedResource.OfBucket(name),
            SharedResource.Ecr => SharedResource.OfRepository(SharedResource.Ecr, name.Replace("repository/", string.Empty)),
            SharedResource.CodeCommit => SharedResource.OfRepository(SharedResource.CodeCommit, name),
            _ => null,
        };
    }
}
