using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Renders everything of IAM that becomes template only when it is resolved: documents, statements, the policies of L2 constructs.</summary>
internal sealed class DocumentRenderer
{
    private readonly World world;
    private readonly PolicyTrace trace;
    private readonly StatementRenderer statements;

    public DocumentRenderer(World world, PolicyTrace trace)
    {
        this.world = world;
        this.trace = trace;
        Texts = new TokenText(world);
        Reader = new TemplateReader(world, Render);
        Principals = new PrincipalRenderer(world, trace, Reader, Texts);
        statements = new StatementRenderer(world, trace, Reader, Principals);
    }

    public TokenText Texts { get; }

    public TemplateReader Reader { get; }

    public PrincipalRenderer Principals { get; }

    /// <summary>Whether the CDK throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails => Reader.Fails || statements.Fails;

    /// <summary>A document, a statement, or null when the value is neither.</summary>
    public TemplateNode? Render(Binding binding) => statements.Render(binding) ?? (TemplateNode?)RenderDocument(world.Resolve(binding));

    /// <summary>The statement that the options of a <c>Grant</c> method make.</summary>
    public TemplateObject? RenderGrant(CallValue call) => statements.RenderGrant(call);

    /// <summary>The document of a construct that adds its statements to one document.</summary>
    /// <param name="construct">A policy.</param>
    /// <param name="props">Its props.</param>
    public TemplateObject RenderPolicy(ObjectValue construct, Binding props)
    {
        var document = Empty(construct.Site);
        if (props.Value is ObjectValue known)
        {
            if (ObjectMembers.Read(world, known, "Document", out var given) != Presence.Absent)
            {
                document = Render(given) as TemplateObject ?? Opened(construct.Site);
            }

            document = WithStatements(document, known, "Statements");
            document = WithStatements(document, known, "AdditionalStatements");
        }
        else if (props.Value is not NullValue)
        {
            document = Opened(construct.Site);
        }

        return Added(Added(document, construct), construct, "Document");
    }

    /// <summary>The trust policy of a role, of which each principal becomes a statement.</summary>
    public TemplateObject RenderTrust(ObjectValue role, Binding principal)
    {
        var document = Empty(role.Site);
        foreach (var fragment in Principals.Render(principal, out var isComplete))
        {
            var statement = new TemplateObject(
                TemplateMembers
                    .Empty.With("Effect", PrincipalRenderer.Text("Allow", fragment.Site))
                    .With("Action", PrincipalRenderer.Text(fragment.AssumeAction, fragment.Site)),
                isComplete: true,
                fragment.Site,
                Spelling.Policy
            );
            document = Append(document, StatementElements.With(statement, "Principal", fragment).With("Condition", fragment.Conditions));
        }

        return Added(document, role, "AssumeRolePolicy");
    }

    /// <summary>Whether a call adds statements to a document.</summary>
    public static bool IsAddition(CallValue call) => call.Method.Name == "AddStatements" && CdkTypes.IsOfIam(call.Method.ContainingType);

    private TemplateObject? RenderDocument(Binding binding)
    {
        switch (binding.Value)
        {
            case ObjectValue { IsGiven: false } made when CdkTypes.PolicyDocument.IsBaseOf(made.Type):
                var document = Empty(made.Site);
                if (made.Argument("props") is { } props && world.Resolve(props.Value) is var given and not NullValue)
                {
                    document = given is ObjectValue known ? WithStatements(document, known, "Statements") : Opened(made.Site);
                }

                return Added(document, made);
            case CallValue { Method.Name: "FromJson", Arguments.Length: 1 } call
                when CdkTypes.PolicyDocument.Is(call.Method.ContainingType):
                var read = Reader.Read(call.Arguments[0].Binding, Spelling.Template) as TemplateObject;
                return Added(read is null ? Opened(call.Site) : Empty(call.Site).With("Statement", read["Statement"]), call);
            default:
                return null;
        }
    }

    private TemplateObject WithStatements(TemplateObject document, ObjectValue props, string property)
    {
        switch (ObjectMembers.Read(world, props, property, out var list))
        {
            case Presence.Absent:
                return document;
            case Presence.Present when list.Value is SequenceValue sequence:
                foreach (var statement in world.Elements(sequence).Elements)
                {
                    document = Append(document, statement);
                }

                return document;
            default:
                return document;
        }
    }

    /// <summary>The document with the statements that the program adds to it later.</summary>
    /// <param name="owner">The document, or what has it.</param>
    /// <param name="member">The property through which it is reached; null for the value itself.</param>
    private TemplateObject Added(TemplateObject document, HeapValue owner, string? member = null)
    {
        var additions = member is null ? trace.Changes(owner, world) : trace.ChangesOfMember(owner, member, world);
        foreach (var call in additions.OfType<CallEvent>().Select(static change => change.Call).Where(IsAddition))
        {
            if (world.Resolve(call.Arguments[0].Value) is SequenceValue sequence)
            {
                foreach (var statement in world.Elements(sequence).Elements)
                {
                    document = Append(document, statement);
                }
            }
        }

        return document;
    }

    private TemplateObject Append(TemplateObject document, Binding statement) =>
        Append(document, statements.Render(statement) ?? (TemplateNode)new TemplateUnknown(statement, Spelling.Policy));

    private static TemplateObject Append(TemplateObject document, TemplateNode statement)
    {
        var before = document.Members.TryGet("Statement", out var existing) && existing is TemplateList list ? list : null;
        return document.With(
            "Statement",
            new TemplateList(
                (before?.Elements ?? []).Add(statement),
                before?.IsComplete ?? true,
                before?.Site ?? document.Site,
                document.Spelling
            )
        );
    }

    private static TemplateObject Empty(Site site) => new(TemplateMembers.Empty, isComplete: true, site, Spelling.Policy);

    private static TemplateObject Opened(Site site) => new(TemplateMembers.Empty, isComplete: false, site, Spelling.Policy);
}
