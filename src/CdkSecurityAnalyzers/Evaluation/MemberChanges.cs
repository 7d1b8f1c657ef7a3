using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The names of members that the program changes after their declaration. A field or property whose name is not among them keeps what its initializer
/// gives. Names suffice: a false match only makes a value unknown.
/// </summary>
internal sealed class MemberChanges(Compilation compilation)
{
    private readonly CancellableLock gate = new();
    private HashSet<string>? filled;
    private HashSet<string>? assigned;

    /// <summary>Whether some code may change the collection that a member holds: <c>groups.Add(…)</c>, <c>ids[0] = …</c>.</summary>
    public bool MayFill(ISymbol member, CancellationToken cancellationToken)
    {
        using (gate.Enter(cancellationToken))
        {
            filled ??= [.. compilation.SyntaxTrees.SelectMany(tree => SourceNames.Of(tree, cancellationToken).Filled)];
            return filled.Contains(member.Name);
        }
    }

    /// <summary>Whether some code may give a member another value: <c>ids = …</c>, <c>ref ids</c>.</summary>
    public bool MayAssign(ISymbol member, CancellationToken cancellationToken)
    {
        using (gate.Enter(cancellationToken))
        {
            assigned ??= [.. compilation.SyntaxTrees.SelectMany(tree => SourceNames.Of(tree, cancellationToken).Assigned)];
            return assigned.Contains(member.Name);
        }
    }
}
