using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The known ways to more permissions, and which of them a set of allowed actions opens.</summary>
internal static partial class EscalationPaths
{
    /// <summary>The paths that the patterns grant, in the order of the list; steps in the order of their path. No data is read.</summary>
    public static ImmutableArray<GrantedEscalation> In(IReadOnlyList<ActionPattern> granted) => throw new NotImplementedException(granted.ToString());
}
