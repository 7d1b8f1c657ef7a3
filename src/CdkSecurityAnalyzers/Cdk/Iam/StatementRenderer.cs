using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>
/// Renders L2 statements in their final state, whenever they were changed (<c>PolicyStatement</c> of aws-cdk-lib). The nodes have the names of IAM's JSON.
/// </summary>
internal sealed class StatementRenderer(World world, PolicyTrace trace, TemplateReader reader, PrincipalRenderer principals)
{
    private const int DepthLimit = 4;

    /// <summary>The properties of <c>PolicyStatementProps</c> that list texts, and what they are in IAM's JSON.</summary>
    private static readonly ImmutableArray<(string Property, string Element)> Lists =
    [
        ("Actions", "Action"),
        ("NotActions", "NotAction"),
        ("Resources", "Resource"),
        ("NotResources", "NotResource"),
    ];

    /// <summary>Whether the CDK throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    /// <summary>The statement; null when the value is none.</summary>
    public TemplateObject? Render(Binding statement) => Render(world.Resolve(statement), until: null, DepthLimit);

    /// <summary>The statement that the options of a <c>Grant</c> method make.</summary>
    public TemplateObject? RenderGrant(CallValue call)
    {
        if (call.Arguments.IsEmpty || world.Resolve(call.Arguments[0].Value) is not ObjectValue options)
        {
            return null;
        }

        var members = Empty(options.Site);
        members = WithList(members, options, "Actions", "Action");
        members = WithList(members, options, "ResourceArns", "Resource");
        members = WithConditions(members, options);
        return Checked(members.With("Effect", PrincipalRenderer.Text("Allow", options.Site)));
    }

    private TemplateObject? Render(Binding statement, CallValue? until, int depth)
    {
        var made = statement.Value switch
        {
            ObjectValue { IsGiven: false } instance when CdkTypes.PolicyStatement.IsBaseOf(instance.Type) => OfConstructor(instance),
            CallValue { Method.Name: "FromJson", Arguments.Length: 1 } call when CdkTypes.PolicyStatement.Is(call.Method.ContainingType) =>
                OfJson(call),
            CallValue { Method.Name: "Copy", Receiver: { } original } call
                when depth > 0 && CdkTypes.PolicyStatement.IsBaseOf(call.Method.ContainingType) => OfCopy(
                Render(world.Resolve(original), call, depth - 1),
                call
            ),
            // It gives the statement itself.
            CallValue { Method.Name: "Freeze", Receiver: { } frozen } call
                when depth > 0 && CdkTypes.PolicyStatement.IsBaseOf(call.Method.ContainingType) => Render(
                world.Resolve(frozen),
                until,
                depth - 1
            ),
            _ => null,
        };
        if (made is null)
        {
            return null;
        }

        foreach (var change in trace.Changes(statement.Value, world, until))
        {
            made = change switch
            {
                CallEvent { Call: var call } => Change(made, call),
                AssignmentEvent { Member.Name: "Effect" } assignment => made.With("Effect", Effect(assignment.Assigned)),
                _ => made,
            };
        }

        return Checked(world.HasEscaped((HeapValue)statement.Value) ? Opened(made) : made);
    }

    private TemplateObject OfConstructor(ObjectValue statement)
    {
        var made = Empty(statement.Site).With("Effect", PrincipalRenderer.Text("Allow", statement.Site));
        return
            statement.ConstructorArguments.FirstOrDefault(argument => argument.Parameter.Name == "props") is { Parameter: not null } given
            ? WithProps(made, world.Resolve(given.Binding))
            : made;
    }

    private TemplateObject? OfJson(CallValue call) =>
        reader.Read(call.Arguments[0].Binding, Spelling.Template) switch
        {
            TemplateObject { Spelling: Spelling.Template } read => read.Members.Contains("Effect")
                ? read
                : read.With("Effect", PrincipalRenderer.Text("Allow", call.Site)),
            _ => null,
        };

    private TemplateObject? OfCopy(TemplateObject? original, CallValue call)
    {
        if (original is null)
        {
            return null;
        }

        var copy = new TemplateObject(original.Members, original.IsComplete, call.Site, original.Spelling);
        return call.Arguments.Length > 0 ? WithProps(copy, world.Resolve(call.Arguments[0].Binding)) : copy;
    }

    /// <summary>The statement with what the props set, each in place of what was there.</summary>
    private TemplateObject WithProps(TemplateObject statement, Binding props)
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

    private TemplateObject WithList(TemplateObject statement, ObjectValue props, string property, string element) =>
        ObjectMembers.Read(world, props, property, out var list) switch
        {
            Presence.Absent => statement,
            Presence.Present when list.Value is SequenceValue sequence => statement.With(element, TextList(sequence, list.Site)),
            _ => statement.With(element, new TemplateUnknown(list, Spelling.Policy)),
        };

    private TemplateObject WithConditions(TemplateObject statement, ObjectValue props) =>
        ObjectMembers.Read(world, props, "Conditions", out var conditions) switch
        {
            Presence.Absent => statement,
            Presence.Present => AddConditions(statement, reader.Read(conditions, Spelling.Policy)),
            _ => AddConditions(statement, ConditionNodes.Unknown(conditions.Site)),
        };

    /// <summary>What a method of <c>PolicyStatement</c> does.</summary>
    private TemplateObject Change(TemplateObject statement, CallValue call)
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

    private TemplateNode Effect(Binding effect) =>
        world.Resolve(effect).Value switch
        {
            EnumMemberValue { Name: "ALLOW" } or NullValue => PrincipalRenderer.Text("Allow", effect.Site),
            EnumMemberValue { Name: "DENY" } => PrincipalRenderer.Text("Deny", effect.Site),
            _ => new TemplateUnknown(effect, Spelling.Policy),
        };

    private static TemplateObject Empty(Site site) => new(TemplateMembers.Empty, isComplete: true, site, Spelling.Policy);

    /// <summary>A statement to which code that is not read may have added something.</summary>
    private static TemplateObject Opened(TemplateObject statement, bool isOpened = true) =>
        isOpened ? new TemplateObject(statement.Members, isComplete: false, statement.Site, statement.Spelling) : statement;

    /// <summary>Notes what the CDK refuses: an element beside its opposite, and actions that are no actions.</summary>
    private TemplateObject Checked(TemplateObject statement)
    {
        Fails |= Has("Action") && Has("NotAction") || Has("Resource") && Has("NotResource") || Has("Principal") && Has("NotPrincipal");
        foreach (var action in Elements("Action").Concat(Elements("NotAction")))
        {
            Fails |= action is TemplateScalar { Text: { } text } && !IsAction(text);
        }

        return statement;

        bool Has(string element) =>
            statement.Members.TryGet(element, out var node) && node is not (TemplateUnknown or TemplateList { Elements.IsEmpty: true });

        ImmutableArray<TemplateNode> Elements(string element) =>
            statement.Members.TryGet(element, out var node) && node is TemplateList list ? list.Elements : [];
    }

    /// <summary><c>^(\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*]+)$</c></summary>
    private static bool IsAction(string text)
    {
        var colon = text.IndexOf(':');
        return text == "*"
            || (
                colon > 0
                && colon < text.Length - 1
                && text.Take(colon).All(static character => IsLetter(character) || character == '-')
                && text.Skip(colon + 1).All(static character => IsLetter(character) || character == '*')
            );

        static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }
}
