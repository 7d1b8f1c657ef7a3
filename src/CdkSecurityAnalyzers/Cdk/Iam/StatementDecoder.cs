using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Reads statements out of the template, whatever spelling they come from.</summary>
internal sealed class StatementDecoder(World world, TokenText texts)
{
    /// <summary>The statements of a document.</summary>
    /// <param name="kind">What the document is; null when the principals of a statement tell it.</param>
    public IEnumerable<PolicyStatement> Decode(TemplateNode? document, StatementKind? kind)
    {
        if (document is not TemplateObject { } known || !known.Members.TryGet("Statement", out var statements))
        {
            return [];
        }

        var list =
            statements is TemplateList { Elements: var elements } ? elements
            : ElementsByIndex(statements) is { IsEmpty: false } single ? single
            : [statements];
        return list.OfType<TemplateObject>().Select(statement => DecodeStatement(statement, kind));
    }

    /// <summary>Single elements that overrides by path write into a list that is not known.</summary>
    private static ImmutableArray<TemplateNode> ElementsByIndex(TemplateNode node) =>
        node is TemplateObject { Members: var members }
        && members.All.All(static member => member.Key.All(static character => character is >= '0' and <= '9'))
            ? [.. members.Values]
            : [];

    /// <param name="kind">What the statement is a part of; null when its principals tell it.</param>
    public PolicyStatement DecodeStatement(TemplateObject statement, StatementKind? kind)
    {
        var hasPrincipals = statement.Members.Contains("Principal") || statement.Members.Contains("NotPrincipal");
        return new PolicyStatement(statement.Site)
        {
            Spelling = statement.Spelling,
            Kind = kind ?? (hasPrincipals ? StatementKind.Resource : StatementKind.Identity),
            Allows = statement["Effect"] switch
            {
                TemplateScalar { Text: "Allow" } => true,
                TemplateScalar { Text: "Deny" } => false,
                TemplateUnknown { Written.Value: EnumMemberValue { Name: "ALLOW" } } => true,
                TemplateUnknown { Written.Value: EnumMemberValue { Name: "DENY" } } => false,
                _ => null,
            },
            Actions = Element(statement["Action"]),
            NotActions = Element(statement["NotAction"]),
            Resources = Element(statement["Resource"]),
            NotResources = Element(statement["NotResource"]),
            Principals = Principals(statement["Principal"]),
            NotPrincipals = Principals(statement["NotPrincipal"]),
            Conditions = Conditions(statement["Condition"], out var areComplete),
            ConditionsSite = statement.Members.TryGet("Condition", out var conditions) ? conditions.Site : null,
            AreConditionsComplete = areComplete,
            Values =
            [
                .. Values("Whether the statement allows or denies", statement, "Effect"),
                .. Values("What the statement allows", statement, "Action"),
                .. Whole("Which resources the statement is about", statement["Resource"]),
                .. Whole("Whom the statement trusts", statement["Principal"]),
            ],
        };
    }

    /// <summary>The values that an element is made of.</summary>
    private IEnumerable<SecurityValue> Values(string what, TemplateObject statement, string element)
    {
        if (!statement.Members.TryGet(element, out var node))
        {
            yield break;
        }

        foreach (var part in node is TemplateList list ? list.Elements : [node])
        {
            var written = part switch
            {
                TemplateUnknown unknown => world.Resolve(unknown.Written),
                TemplateScalar scalar => scalar.Written,
                _ => new Binding(UnsetValue.Instance, part.Site),
            };
            yield return new SecurityValue(what, written.Site, written.Value is UnknownValue or TextValue ? written.Value : null);
        }
    }

    /// <summary>The values of which nothing is known. Of a resource or a principal any known part tells enough.</summary>
    private IEnumerable<SecurityValue> Whole(string what, TemplateNode? node)
    {
        switch (node)
        {
            case TemplateUnknown unknown when unknown.Written.Value is not UnsetValue:
                var written = world.Resolve(unknown.Written);
                return [new SecurityValue(what, written.Site, written.Value as UnknownValue)];
            case TemplateScalar scalar:
                return [new SecurityValue(what, scalar.Written.Site, Unknown: null)];
            case TemplateList list:
                return list.Elements.SelectMany(element => Whole(what, element));
            case TemplateObject known:
                return known.Members.Values.SelectMany(member => Whole(what, member));
            default:
                return [];
        }
    }

    /// <summary>A list of texts, or a lone text.</summary>
    /// <param name="isProvider">Whether the texts name identity providers.</param>
    public PolicyElement Element(TemplateNode? node, bool isProvider = false)
    {
        switch (node)
        {
            case null or TemplateAbsence:
                return PolicyElement.Empty;
            case TemplateList list:
                return new PolicyElement(
                    [.. list.Elements.Select(element => Entry(element, isProvider)).OfType<PolicyEntry>()],
                    list.IsComplete
                );
            case TemplateObject when ElementsByIndex(node) is { IsEmpty: false } single:
                return new PolicyElement(
                    [.. single.Select(element => Entry(element, isProvider)).OfType<PolicyEntry>()],
                    IsComplete: false
                );
            case TemplateUnknown { Written.Value: not HeapValue { Type.SpecialType: Microsoft.CodeAnalysis.SpecialType.System_String } }
                when !isProvider:
                return new PolicyElement([], IsComplete: false);
            default:
                return Entry(node, isProvider) is { } entry
                    ? new PolicyElement([entry], IsComplete: true)
                    : new PolicyElement([], IsComplete: false);
        }
    }

    private PolicyEntry? Entry(TemplateNode node, bool isProvider = false) =>
        node switch
        {
            TemplateScalar scalar => new PolicyEntry(texts.Render(scalar.Rendered), scalar.Written, scalar.Spelling),
            TemplateUnknown unknown when isProvider => new PolicyEntry(
                OidcProvider.ArnOf(unknown.Written.Value, world, texts),
                unknown.Written,
                unknown.Spelling
            ),
            TemplateUnknown unknown => new PolicyEntry(texts.Render(unknown.Written.Value), unknown.Written, unknown.Spelling),
            TemplateObject intrinsic when texts.Render(intrinsic) is { } text => new PolicyEntry(
                text,
                new Binding(text, intrinsic.Site),
                intrinsic.Spelling
            ),
            _ => null,
        };

    private ImmutableArray<PolicyPrincipal> Principals(TemplateNode? node)
    {
        if (node is TemplateScalar { Text: "*" } star)
        {
            return [new PolicyPrincipal(PolicyPrincipal.Star, Entry(star)!)];
        }

        return node is TemplateObject known
            ?
            [
                .. known
                    .Members.All.OrderBy(static member => member.Key, System.StringComparer.Ordinal)
                    .SelectMany(member =>
                        Element(member.Value, isProvider: member.Key == "Federated")
                            .Entries.Select(entry => new PolicyPrincipal(member.Key, entry))
                    ),
            ]
            : [];
    }

    private ImmutableArray<PolicyCondition> Conditions(TemplateNode? node, out bool areComplete)
    {
        areComplete = node is null or TemplateAbsence or TemplateObject { IsComplete: true };
        if (node is not TemplateObject conditions)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<PolicyCondition>();
        foreach (var @operator in conditions.Members.All.OrderBy(static member => member.Key, System.StringComparer.Ordinal))
        {
            if (@operator.Value is not TemplateObject keys)
            {
                areComplete = false;
                continue;
            }

            areComplete &= keys.IsComplete;
            foreach (var key in keys.Members.All.OrderBy(static member => member.Key, System.StringComparer.Ordinal))
            {
                found.Add(new PolicyCondition(@operator.Key, key.Key, Element(key.Value), key.Value.Site));
            }
        }

        return found.ToImmutable();
    }
}
