using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Tracing;

/// <summary>Something that the program does to the world outside its own source: the moments that decide what is synthesized.</summary>
/// <param name="Site">Where it happens.</param>
/// <param name="Path">The answers under which it happens; null when it always does.</param>
internal abstract record TraceEvent(Site Site, PathCondition? Path);

/// <summary>A constructor without source runs: by <c>new</c>, or by <c>: base(…)</c> of a source type.</summary>
internal sealed record ConstructionEvent(
    ObjectValue Instance,
    IMethodSymbol Constructor,
    ImmutableArray<Argument> Arguments,
    Site Site,
    PathCondition? Path
) : TraceEvent(Site, Path)
{
    /// <summary>The creation expression, or the call of the base constructor when the created object was there before.</summary>
    public Site Creation => Instance.Site.Operation is IObjectCreationOperation ? Instance.Site : Site;

    /// <summary>The argument for a parameter; null when the constructor has no such parameter.</summary>
    public Binding? Argument(string parameter) => Arguments.For(parameter);
}

/// <summary>A method without source is called.</summary>
internal sealed record CallEvent(CallValue Call, PathCondition? Path) : TraceEvent(Call.Site, Path);

/// <summary>A property without source is assigned on something that already lives outside (a construct, the result of a call), not on plain data.</summary>
internal sealed record AssignmentEvent(Value Target, ISymbol Member, Binding Assigned, Site Site, PathCondition? Path)
    : TraceEvent(Site, Path);

/// <summary>An expression statement throws its value away.</summary>
internal sealed record DiscardEvent(Value Discarded, Site Site, PathCondition? Path) : TraceEvent(Site, Path);

/// <summary>A value leaves what can be read: see <see cref="LeaveKind"/>.</summary>
internal sealed record LeaveEvent(Binding Leaving, LeaveKind Kind, PathCondition? Path) : TraceEvent(Leaving.Site, Path);

/// <summary>The path ends in an exception: nothing on it is synthesized.</summary>
internal sealed record ThrowEvent(Site Site, PathCondition? Path) : TraceEvent(Site, Path);

/// <summary>How a value leaves what can be read.</summary>
internal enum LeaveKind
{
    /// <summary>Returned by the method that is read as a root.</summary>
    Returned,

    /// <summary>Stored in a field or property of an object that was there before.</summary>
    Stored,

    /// <summary>Passed to code without source that may keep or change it.</summary>
    Passed,
}
