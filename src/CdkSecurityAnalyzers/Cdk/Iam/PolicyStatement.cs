using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What a statement is a part of, which decides what its elements mean.</summary>
internal enum StatementKind
{
    /// <summary>A policy of a role, user or group: what they may do.</summary>
    Identity,

    /// <summary>The trust policy of a role: who may assume it.</summary>
    Trust,

    /// <summary>The policy of a resource: who may use it. <c>*</c> as resource means the resource itself.</summary>
    Resource,

    /// <summary>A permissions boundary: it grants nothing.</summary>
    Boundary,
}

/// <summary>A statement of a policy in its final state, in one world of the program.</summary>
/// <param name="Site">Its creation.</param>
internal sealed record PolicyStatement(Site Site)
{
    public Spelling Spelling { get; init; }

    public StatementKind Kind { get; init; }

    /// <summary>Whether it allows rather than denies; null when that is not known.</summary>
    public bool? Allows { get; init; }

    public PolicyElement Actions { get; init; }

    public PolicyElement NotActions { get; init; }

    public PolicyElement Resources { get; init; }

    public PolicyElement NotResources { get; init; }

    public ImmutableArray<PolicyPrincipal> Principals { get; init; } = [];

    public ImmutableArray<PolicyPrincipal> NotPrincipals { get; init; } = [];

    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>What gives the conditions; null when there are none.</summary>
    public Site? ConditionsSite { get; init; }

    /// <summary>False when there may be further conditions.</summary>
    public bool AreConditionsComplete { get; init; }

    /// <summary>The construct that has the policy; null when that is not known.</summary>
    public Site? Construct { get; init; }

    /// <summary>Whether the statement leaves the method unused: whoever takes it may still narrow it, or never use it.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Whether the caller of what was read decides whether the program makes the statement like this.</summary>
    public bool IsOfCaller { get; init; }

    /// <summary>The values that decide verdicts.</summary>
    public ImmutableArray<SecurityValue> Values { get; init; } = [];

    /// <summary>Whether the statement is known to have no condition at all.</summary>
    public bool IsUnconditional => AreConditionsComplete && Conditions.IsEmpty;

    /// <summary>Whether the statement grants permissions to a role, user or group.</summary>
    public bool IsGrant => Kind == StatementKind.Identity && Allows == true;
}

/// <summary>An element of a statement that lists texts: its actions, its resources.</summary>
/// <param name="Entries">What is listed.</param>
/// <param name="IsComplete">False when there may be further entries.</param>
internal readonly record struct PolicyElement(ImmutableArray<PolicyEntry> Entries, bool IsComplete)
{
    public static readonly PolicyElement Empty = new([], IsComplete: true);
}

/// <summary>A text in a policy.</summary>
/// <param name="Rendered">What the template holds: a constant, a text with holes, or a value of which nothing is known.</param>
/// <param name="Written">What the program writes.</param>
internal sealed record PolicyEntry(Value Rendered, Binding Written, Spelling Spelling)
{
    public Site Site => Written.Site;

    /// <summary>The text; null when parts of it are unknown.</summary>
    public string? Text => (Rendered as ConstantValue)?.Text;

    /// <summary>The known parts of the text, and null for each unknown one.</summary>
    public ImmutableArray<string?> Parts =>
        Rendered switch
        {
            ConstantValue constant => [constant.Text],
            TextValue text => text.Parts.Select(static part => part.Known).ToImmutableArray(),
            _ => [null],
        };
}

/// <summary>Who a statement is about.</summary>
/// <param name="Type"><c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>; <c>*</c> for the principal that is a lone <c>*</c>.</param>
internal sealed record PolicyPrincipal(string Type, PolicyEntry Entry)
{
    /// <summary>The type of a principal that is a lone <c>*</c>.</summary>
    public const string Star = "*";
}

/// <summary>A condition of a statement: an operator on one key.</summary>
/// <param name="Site">What gives the condition.</param>
internal sealed record PolicyCondition(string Operator, string Key, PolicyElement Values, Site Site);

/// <summary>The statements that one role, user or group has, in one world of the program.</summary>
/// <param name="Statements">All that are known; there may be others.</param>
internal sealed record PolicyIdentity(ImmutableArray<PolicyStatement> Statements)
{
    /// <summary>Whether other code may deny what the statements allow.</summary>
    public bool MayBeDenied { get; init; }

    /// <summary>Whether a statement denies an action, or may.</summary>
    public bool Denies(string action) =>
        MayBeDenied
        || Statements
            .Where(static statement => statement is { Allows: false, Kind: StatementKind.Identity })
            .Any(statement =>
                statement.Actions.Entries.Any(entry => Covers(entry, action))
                || (!statement.NotActions.Entries.IsEmpty && !statement.NotActions.Entries.Any(entry => Covers(entry, action)))
            );

    private static bool Covers(PolicyEntry entry, string action) => entry.Text is { } text && ActionPattern.Parse(text).Covers(action);
}

/// <summary>A managed policy that is attached to a role, user or group by name or ARN.</summary>
/// <param name="Name">The name or ARN.</param>
/// <param name="IsArn">Whether it is an ARN.</param>
internal sealed record AttachedManagedPolicy(PolicyEntry Name, bool IsArn)
{
    /// <summary>The construct that it is attached to; null when that is not known.</summary>
    public Site? Construct { get; init; }

    /// <summary>The role, user or group that it is attached to; null when that is not known.</summary>
    public object? Holder { get; init; }

    /// <summary>Whether it leaves the method unattached.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Whether the caller of what was read decides whether the program attaches it.</summary>
    public bool IsOfCaller { get; init; }
}

/// <summary>What a root says about permissions.</summary>
/// <param name="Statements">The statements, once for each world that tells them apart.</param>
internal sealed record PolicyModel(
    ImmutableArray<PolicyStatement> Statements,
    ImmutableArray<PolicyIdentity> Identities,
    ImmutableArray<AttachedManagedPolicy> ManagedPolicies
)
{
    public static readonly PolicyModel Empty = new([], [], []);

    /// <summary>Who has what; null when the root says nothing about permissions.</summary>
    public PolicyHoldings? Holdings { get; init; }

    /// <summary>The same, where each statement may have further conditions.</summary>
    public PolicyModel WithUnknownConditions() =>
        this with
        {
            Statements = Opened(Statements),
            Identities = [.. Identities.Select(static identity => identity with { Statements = Opened(identity.Statements) })],
            Holdings = Holdings is null ? null : Holdings with { MayHaveConditions = true },
        };

    /// <summary>The same, where what an identity is allowed may be denied elsewhere.</summary>
    public PolicyModel WithUnknownDenials() =>
        this with
        {
            Identities = [.. Identities.Select(static identity => identity with { MayBeDenied = true })],
            Holdings = Holdings is null ? null : Holdings with { MayBeDenied = true },
        };

    private static ImmutableArray<PolicyStatement> Opened(ImmutableArray<PolicyStatement> statements) =>
        [.. statements.Select(static statement => statement with { AreConditionsComplete = false })];
}
