using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Patterns.Iam;
using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Cdk.Iam.Files;

/// <summary>Checks documents against the grammar of policies (IAM User Guide, Grammar of the IAM JSON policy language) and collects what is right in them.</summary>
internal sealed class PolicyGrammar
{
    private const string Version = "2012-10-17";

    private static readonly ImmutableArray<string> DocumentElements = ["Version", "Id", "Statement"];

    private static readonly ImmutableArray<string> StatementElements =
    [
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];

    private static readonly ImmutableArray<string> PrincipalTypes = ["AWS", "Federated", "Service", "CanonicalUser"];

    private readonly HashSet<string> sids = new(StringComparer.Ordinal);

    public List<JsonObject> Statements { get; } = [];

    public List<JsonProblem> Problems { get; } = [];

    /// <summary>See <see cref="PolicyFile.IsUsable"/>.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Adds a mistake after which it is not known what the file means to say.</summary>
    public void Refuse(string message, JsonSpan span)
    {
        Tell(message, span);
        IsUsable = false;
    }

    public void CheckDocument(JsonValue value, CancellationToken cancellationToken)
    {
        if (value is not JsonObject document)
        {
            Refuse("a policy is an object with the element 'Statement'", value.Span);
            return;
        }

        var before = Problems.Count;
        CheckNames(document, DocumentElements, "a policy");
        if (document["Version"] is { } version && version is not JsonText { Content: Version })
        {
            Tell($"the version has to be \"{Version}\", which is what the CDK writes", version.Span);
        }

        IsUsable &= Problems.Count == before;
        switch (document["Statement"])
        {
            case JsonObject single:
                CheckStatement(single);
                break;
            case JsonArray { Elements.IsEmpty: false } list:
                foreach (var element in list.Elements)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    CheckStatement(element);
                }

                break;
            case { } other:
                Refuse("'Statement' is a statement or a list of statements", other.Span);
                break;
            default:
                Refuse("the policy has no element 'Statement'", new JsonSpan(document.Span.Start, document.Span.Start + 1));
                break;
        }
    }

    private void CheckStatement(JsonValue value)
    {
        if (value is not JsonObject statement)
        {
            Refuse("a statement is an object", value.Span);
            return;
        }

        var before = Problems.Count;
        CheckNames(statement, StatementElements, "a statement");
        CheckSid(statement["Sid"]);
        CheckEffect(statement);
        CheckOneOf(statement, "Action", "NotAction", isRequired: true);
        CheckOneOf(statement, "Resource", "NotResource", isRequired: !HasPrincipal(statement));
        CheckOneOf(statement, "Principal", "NotPrincipal", isRequired: false);
        CheckTexts(statement["Action"], "Action", CheckAction);
        CheckTexts(statement["NotAction"], "NotAction", CheckAction);
        CheckTexts(statement["Resource"], "Resource");
        CheckTexts(statement["NotResource"], "NotResource");
        CheckPrincipal(statement["Principal"], "Principal");
        CheckPrincipal(statement["NotPrincipal"], "NotPrincipal");
        CheckConditions(statement["Condition"]);
        if (Problems.Count == before)
        {
            Statements.Add(statement);
        }
        else
        {
            IsUsable &= statement["Effect"] is JsonText { Content: "Allow" };
        }
    }

    /// <summary>Whether a statement says whom it is about, as those of resources and of trust do.</summary>
    public static bool HasPrincipal(JsonObject statement) => statement["Principal"] is not null || statement["NotPrincipal"] is not null;

    private void CheckNames(JsonObject owner, ImmutableArray<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in owner.Members)
        {
            var name = member.Name.Content;
            if (!names.Contains(name))
            {
                Tell($"'{name}' is no element of {what}{DidYouMean(NearestName.BySpelling(name, names))}", member.Name.Span);
            }
            else if (!seen.Add(name))
            {
                Tell($"'{name}' is there twice", member.Name.Span);
            }
        }
    }

    private void CheckSid(JsonValue? sid)
    {
        if (sid is JsonText text)
        {
            if (!sids.Add(text.Content))
            {
                Tell($"another statement has the id '{text.Content}' already", sid.Span);
            }
        }
        else if (sid is not null)
        {
            Tell("'Sid' is a text", sid.Span);
        }
    }

    private void CheckEffect(JsonObject statement)
    {
        if (statement["Effect"] is not { } effect)
        {
            Tell("the statement has no element 'Effect'", Begin(statement));
        }
        else if (effect is not JsonText { Content: "Allow" or "Deny" })
        {
            Tell("'Effect' is \"Allow\" or \"Deny\"", effect.Span);
        }
    }

    private void CheckOneOf(JsonObject statement, string name, string opposite, bool isRequired)
    {
        if (statement[name] is null && statement[opposite] is null)
        {
            if (isRequired)
            {
                Tell($"the statement has no element '{name}'", Begin(statement));
            }
        }
        else if (statement[name] is not null && statement[opposite] is not null)
        {
            var second = statement.Members.Last(member => member.Name.Content == name || member.Name.Content == opposite);
            Tell($"a statement has either '{name}' or '{opposite}'", second.Name.Span);
        }
    }

    private void CheckTexts(JsonValue? value, string name, Action<JsonText>? check = null)
    {
        switch (value)
        {
            case null:
                break;
            case JsonText text:
                check?.Invoke(text);
                break;
            case JsonArray { Elements.IsEmpty: true }:
                Tell($"'{name}' lists nothing", value.Span);
                break;
            case JsonArray list:
                foreach (var element in list.Elements)
                {
                    if (element is JsonText text)
                    {
                        check?.Invoke(text);
                    }
                    else
                    {
                        Tell($"'{name}' lists texts", element.Span);
                    }
                }

                break;
            default:
                Tell($"'{name}' is a text or a list of texts", value.Span);
                break;
        }
    }

    private void CheckAction(JsonText action)
    {
        if (PolicyVariable.NextPlaceholder(action.Content, position: 0) is null && !StatementRefusal.IsAction(action.Content))
        {
            Tell(
                ActionPattern.Parse(action.Content).IsWellFormed
                    ? $"the CDK refuses the action '{action.Content}': its only wildcard is *"
                    : $"'{action.Content}' is no action, such as s3:GetObject",
                action.Span
            );
        }
    }

    private void CheckPrincipal(JsonValue? value, string name)
    {
        switch (value)
        {
            case null or JsonText { Content: "*" }:
                break;
            case JsonObject { Members.IsEmpty: false } principals:
                CheckNames(principals, PrincipalTypes, $"'{name}'");
                foreach (var principal in principals.Members)
                {
                    CheckTexts(principal.Value, principal.Name.Content);
                }

                break;
            default:
                Tell(
                    $"'{name}' is \"*\" or an object with {string.Join(", ", PrincipalTypes.Select(static type => $"'{type}'"))}",
                    value.Span
                );
                break;
        }
    }

    private void CheckConditions(JsonValue? value)
    {
        if (value is not JsonObject conditions)
        {
            if (value is not null)
            {
                Tell("'Condition' is an object: operators, and for each the keys that it compares", value.Span);
            }

            return;
        }

        CheckDuplicates(conditions);
        foreach (var condition in conditions.Members)
        {
            if (!ConditionOperators.Contains(condition.Name.Content, out var nearest))
            {
                Tell($"'{condition.Name.Content}' is no operator of conditions{DidYouMean(nearest)}", condition.Name.Span);
            }

            if (condition.Value is not JsonObject keys)
            {
                Tell($"'{condition.Name.Content}' is an object: keys, and what each is compared with", condition.Value.Span);
                continue;
            }

            CheckDuplicates(keys);
            foreach (var key in keys.Members)
            {
                foreach (var compared in key.Value is JsonArray list ? list.Elements : [key.Value])
                {
                    if (compared is not (JsonText or JsonNumber or JsonBoolean))
                    {
                        Tell($"'{key.Name.Content}' is compared with texts, numbers, true or false", compared.Span);
                    }
                }
            }
        }
    }

    private void CheckDuplicates(JsonObject owner) =>
        CheckNames(owner, [.. owner.Members.Select(static member => member.Name.Content)], string.Empty);

    private void Tell(string message, JsonSpan span) => Problems.Add(new JsonProblem(message, span));

    /// <summary>The brace that opens a statement, in place of what is missing in it.</summary>
    private static JsonSpan Begin(JsonObject statement) => new(statement.Span.Start, statement.Span.Start + 1);

    private static string DidYouMean(string? nearest) => nearest is null ? string.Empty : $"; did you mean '{nearest}'?";
}
