using System;
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

    /// <summary>The method after which a statement throws when it is changed.</summary>
    private const string Freeze = "Freeze";

    private readonly StatementElements elements = new(world, reader, principals);

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

        var members = StatementElements.Empty(options.Site);
        members = elements.WithList(members, options, "Actions", "Action");
        members = elements.WithList(members, options, "ResourceArns", "Resource");
        members = elements.WithConditions(members, options);
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
            CallValue { Method.Name: Freeze, Receiver: { } frozen } call
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

        var isFrozen = statement.Value is CallValue { Method.Name: Freeze };
        foreach (var change in trace.Changes(statement.Value, world, until))
        {
            Fails |= isFrozen && IsChange(change);
            isFrozen |= change is CallEvent { Call.Method.Name: Freeze };
            made = change switch
            {
                CallEvent { Call: var call } => elements.Change(made, call),
                AssignmentEvent { Member.Name: "Effect" } assignment => made.With("Effect", elements.Effect(assignment.Assigned)),
                _ => made,
            };
        }

        return Checked(world.HasEscaped((HeapValue)statement.Value) ? StatementElements.Opened(made) : made);
    }

    private static bool IsChange(TraceEvent @event) =>
        @event is AssignmentEvent
        || (@event is CallEvent { Call.Method.Name: var name } && name.StartsWith("Add", StringComparison.Ordinal));

    private TemplateObject OfConstructor(ObjectValue statement)
    {
        var made = StatementElements.Empty(statement.Site).With("Effect", PrincipalRenderer.Text("Allow", statement.Site));
        return statement.Argument("props") is { } props ? elements.WithProps(made, world.Resolve(props)) : made;
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
        return call.Arguments.Length > 0 ? elements.WithProps(copy, world.Resolve(call.Arguments[0].Binding)) : copy;
    }

    private TemplateObject Checked(TemplateObject statement)
    {
        Fails |= StatementRefusal.IsRefused(statement);
        return statement;
    }
}
