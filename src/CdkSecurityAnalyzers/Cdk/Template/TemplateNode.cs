using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>How the program spells a piece of the template.</summary>
internal enum Spelling
{
    /// <summary>The L2 classes: <c>FilterGroup</c>, the props of a <c>Source</c> factory.</summary>
    FilterGroup,

    /// <summary>The L2 classes of IAM: <c>PolicyStatement</c>, <c>PolicyDocument</c>, the principals.</summary>
    Policy,

    /// <summary>The L2 classes of builds: <c>BuildEnvironmentVariable</c>, <c>SecretValue</c>, <c>BuildSpec</c>.</summary>
    Build,

    /// <summary>The L2 classes of CodePipeline: <c>StageProps</c>, the actions, <c>TriggerProps</c>.</summary>
    Pipeline,

    /// <summary>CDK Pipelines: <c>AddStage</c>, <c>AddWave</c>, the steps.</summary>
    Delivery,

    /// <summary>The L1 classes, or a dictionary with the template's names.</summary>
    Template,

    /// <summary>An override by path.</summary>
    Override,
}

/// <summary>
/// A piece of the template as the CDK would synthesize it in one world, with the place in the program that makes it. All spellings of a fact become the
/// same nodes, so that it is decoded once. Nodes do not change.
/// </summary>
/// <param name="site">The expression that makes the piece.</param>
internal abstract class TemplateNode(Site site, Spelling spelling)
{
    public Site Site { get; } = site;

    public Spelling Spelling { get; } = spelling;

    /// <summary>Whether there is nothing: a missing member, or one that was deleted.</summary>
    public static bool IsAbsent(TemplateNode? node) => node is null or TemplateAbsence;
}

/// <summary>Named members, under their CloudFormation names.</summary>
/// <param name="isComplete">False when there may be further members.</param>
internal sealed class TemplateObject(TemplateMembers members, bool isComplete, Site site, Spelling spelling) : TemplateNode(site, spelling)
{
    public TemplateMembers Members { get; } = members;

    public bool IsComplete { get; } = isComplete;

    /// <summary>The expression that uses the object: the one that makes it, or the name of the local that holds it.</summary>
    public Site UsedAt { get; init; } = site;

    /// <summary>The member; null when it is known to be missing.</summary>
    public TemplateNode? this[string name] =>
        Members[name] ?? (IsComplete ? null : new TemplateUnknown(new Binding(UnsetValue.Instance, Site), Spelling));

    public TemplateObject With(string name, TemplateNode? member) =>
        member is null ? this : new TemplateObject(Members.With(name, member), IsComplete, Site, Spelling) { UsedAt = UsedAt };
}

/// <summary>A list.</summary>
/// <param name="isComplete">False when there may be further elements, or fewer.</param>
internal sealed class TemplateList(ImmutableArray<TemplateNode> elements, bool isComplete, Site site, Spelling spelling)
    : TemplateNode(site, spelling)
{
    public ImmutableArray<TemplateNode> Elements { get; } = elements;

    public bool IsComplete { get; } = isComplete;

    /// <summary>For a group of filters: whether a call that would have added an actor filter was made and its result thrown away.</summary>
    public bool IsGateDiscarded { get; init; }
}

/// <summary>A string, boolean or number.</summary>
/// <param name="rendered">What the template holds; a constant, or a text with holes.</param>
/// <param name="written">What the program writes; <c>main</c> where the template holds <c>refs/heads/main</c>.</param>
internal sealed class TemplateScalar(Value rendered, Binding written, Spelling spelling) : TemplateNode(written.Site, spelling)
{
    public Value Rendered { get; } = rendered;

    public Binding Written { get; } = written;

    /// <summary>The text; null when parts of it are unknown.</summary>
    public string? Text => (Rendered as ConstantValue)?.Text;

    /// <summary>The boolean, given as such or as text; null for everything else.</summary>
    public bool? Truth => bool.TryParse(Text, out var truth) ? truth : null;
}

/// <summary>A text that the CDK joins with commas from the elements of an array.</summary>
/// <param name="isComplete">False when there may be further elements, or fewer.</param>
internal sealed class TemplateJoin(ImmutableArray<Binding> elements, bool isComplete, Site site, Spelling spelling)
    : TemplateNode(site, spelling)
{
    public ImmutableArray<Binding> Elements { get; } = elements;

    public bool IsComplete { get; } = isComplete;
}

/// <summary>Something that cannot be determined at compile time, if it is there at all.</summary>
internal sealed class TemplateUnknown(Binding written, Spelling spelling) : TemplateNode(written.Site, spelling)
{
    public Binding Written { get; } = written;
}

/// <summary>Nothing, made by a statement that takes away what was there.</summary>
internal sealed class TemplateAbsence(Site site) : TemplateNode(site, Spelling.Override);
