using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What the props and the methods of an L2 statement make of its elements.</summary>
internal sealed class StatementElements(World world, TemplateReader reader, PrincipalRenderer principals)
{
    /// <summary>The properties of <c>PolicyStatementProps</c> that list texts, and what they are in IAM's JSON.</summary>
    private static readonly ImmutableArray<(string Property, string Element)> Lists =
    [
        ("Actions", "Action"),
        ("NotActions", "NotAction"),
        ("Resources", "Resource"),
        ("NotResources", "NotResource"),
    ];

    /// <summary>The statement with what the props set, each in place of what was there.</summary>
    public TemplateObject WithProps(TemplateObject statement, Binding props)
    {
        if (props.Value is NullValue)
        {
            return statement;
        }

        if (props.Value is not ObjectValue known)
        {
            return Opened(statement);
        }

        if (ObjectMembers.Read(world, known, "Effect", out var effect) != Presence.Absent)
        {
            statement = statement.With("Effect", Effect(effect));
        }

        foreach (var (property, element) in Lists)
        {
            statement = WithList(statement, known, property, element);
        }

        foreach (var property in new[] { "Principals", "NotPrincipals" })
        {
            switch (ObjectMembers.Read(world, known, property, out var list))
            {
                case Presence.Present when list.Value is SequenceValue sequence:
                    statement = AddPrincipals(statement, property.TrimEnd('s'), sequence);
                    break;
                case not Presence.Absent:
                    statement = Opened(statement);
                    break;
            }
        }

        return WithConditions(statement, known);
    }

    public TemplateObject WithList(TemplateObject statement, ObjectValue props, string property, string element) =>
        ObjectMembers.Read(world, props, property, out var list) switch
        {
            Presence.Absent => statement,
            Presence.Present when list.Value is SequenceValue sequence => statement.With(element, TextList(sequence, list.Site)),
            _ => statement.With(element, new TemplateUnknown(list, Spelling.Policy)),
        };

    public TemplateObject WithConditions(TemplateObject statement, ObjectValue props) =>
        ObjectMembers.Read(world, props, "Conditions", out var conditions) switch
        {
            Presence.Absent => statement,
            Presence.Present => AddConditions(statement, reader.Read(conditions, Spelling.Policy)),
            _ => AddConditions(statement, ConditionNodes.Unknown(conditions.Site)),
        };

    /// <summary>What a method of <c>PolicyStatement</c> does.</summary>
    public TemplateObject Change(TemplateObject statement, CallValue call)
    {
        var name = call.Method.Name;
        switch (name)
        {
            case "AddActions" or "AddNotActions" or "AddResources" or "AddNotResources":
                return Append(statement, name.Substring(3).TrimEnd('s'), call.Arguments[0].Binding, call.Site);
            case "AddAllResources":
                return Append(statement, "Resource", [PrincipalRenderer.Text("*", call.Site)], isComplete: true, call.Site);
            case "AddCondition" or "AddConditions":
                return AddConditions(statement, principals.ConditionsOf(call));
            case "AddAccountCondition":
                return AddCondition("StringEquals", "sts:ExternalId");
            case "AddSourceAccountCondition":
                return AddCondition("StringEquals", "aws:SourceAccount");
            case "AddSourceArnCondition":
                return AddCondition("ArnEquals", "aws:SourceArn");
            case "AddPrincipals" or "AddNotPrincipals":
                return world.Resolve(call.Arguments[0].Value) is SequenceValue sequence
                    ? AddPrincipals(statement, name.Substring(3).TrimEnd('s'), sequence)
                    : Opened(statement);
            case "AddAnyPrincipal":
                return AddPrincipal("AWS", PrincipalRenderer.Text("*", call.Site));
            case "AddAccountRootPrincipal" or "AddAwsAccountPrincipal":
                return AddPrincipal("AWS", new TemplateUnknown(new Binding(call, call.Site), Spelling.Policy));
            case "AddArnPrincipal":
                return AddPrincipal("AWS", principals.Text(call.Arguments[0].Binding));
            case "AddServicePrincipal":
                statement = AddPrincipal("Service", principals.Text(call.Arguments[0].Binding));
                return AddConditions(statement, principals.ConditionsOfOptions(call.Arguments[1].Binding));
            case "AddCanonicalUserPrincipal":
                return AddPrincipal("CanonicalUser", principals.Text(call.Arguments[0].Binding));
            case "AddFederatedPrincipal":
                statement = AddPrincipal("Federated", principals.Text(call.Arguments[0].Binding));
                return AddConditions(statement, reader.Read(call.Arguments[1].Binding, Spelling.Policy));
            default:
                return statement;
        }

        TemplateObject AddCondition(string @operator, string key) =>
            AddConditions(statement, ConditionNodes.Of(@operator, key, principals.Text(call.Arguments[0].Binding), call.Site));

        TemplateObject AddPrincipal(string type, TemplateNode who) =>
            With(statement, "Principal", new PrincipalFragment(type, who, string.Empty, Conditions: null, call.Site));
    }

    private TemplateObject AddPrincipals(TemplateObject statement, string element, SequenceValue sequence)
    {
        var (elements, isComplete) = world.Elements(sequence);
        foreach (var principal in elements)
        {
            var fragments = principals.Render(principal, out var areKnown);
            isComplete &= areKnown;
            foreach (var fragment in fragments)
            {
                statement = AddConditions(With(statement, element, fragment), fragment.Conditions);
            }
        }

        return Opened(statement, isOpened: !isComplete);
    }

    /// <summary>The statement with one principal more.</summary>
    public static TemplateObject With(TemplateObject statement, string element, PrincipalFragment principal)
    {
        var known = statement.Members.TryGet(element, out var existing) ? existing as TemplateObject : null;
        var listed = known?.Members.TryGet(principal.Type, out var before) == true ? (before as TemplateList)?.Elements ?? [] : [];
        var list = new TemplateList(listed.Add(principal.Name), isComplete: true, principal.Site, Spelling.Policy);
        return statement.With(element, (known ?? Empty(principal.Site)).With(principal.Type, list));
    }

    private static TemplateObject AddConditions(TemplateObject statement, TemplateNode? conditions) =>
        statement.With(
            "Condition",
            ConditionNodes.Merge(
                statement.Members.TryGet("Condition", out var existing)
                    ? existing as TemplateObject ?? ConditionNodes.Unknown(existing.Site)
                    : null,
                conditions
            )
        );

    private TemplateObject Append(TemplateObject statement, string element, Binding list, Site site)
    {
        var resolved = world.Resolve(list);
        return resolved.Value is SequenceValue sequence && TextList(sequence, site) is var added
            ? Append(statement, element, added.Elements, added.IsComplete, site)
            : Append(statement, element, [], isComplete: false, site);
    }

    private static TemplateObject Append(
        TemplateObject statement,
        string element,
        ImmutableArray<TemplateNode> added,
        bool isComplete,
        Site site
    )
    {
        var (before, isOpen) = statement.Members.TryGet(element, out var existing) switch
        {
            false => (default(TemplateList), false),
            true when existing is TemplateList list => (list, !list.IsComplete),
            true when existing is TemplateScalar => (
                new TemplateList([existing], isComplete: true, existing.Site, existing.Spelling),
                false
            ),
            _ => (null, true),
        };
        return statement.With(
            element,
            new TemplateList(
                (before?.Elements ?? []).AddRange(added),
                isComplete && !isOpen,
                before?.Site ?? site,
                before?.Spelling ?? Spelling.Policy
            )
        );
    }

    private TemplateList TextList(SequenceValue sequence, Site site)
    {
        var (elements, isComplete) = world.Elements(sequence);
        return new TemplateList([.. elements.Select(principals.Text)], isComplete, site, Spelling.Policy);
    }

    public TemplateNode Effect(Binding effect) =>
        world.Resolve(effect).Value switch
        {
            EnumMemberValue { Name: "ALLOW" } or NullValue => PrincipalRenderer.Text("Allow", effect.Site),
            EnumMemberValue { Name: "DENY" } => PrincipalRenderer.Text("Deny", effect.Site),
            _ => new TemplateUnknown(effect, Spelling.Policy),
        };

    public static TemplateObject Empty(Site site) => new(TemplateMembers.Empty, isComplete: true, site, Spelling.Policy);

    /// <summary>A statement to which code that is not read may have added something.</summary>
    public static TemplateObject Opened(TemplateObject statement, bool isOpened = true) =>
        isOpened ? new TemplateObject(statement.Members, isComplete: false, statement.Site, statement.Spelling) : statement;
}
