using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>
/// The changes to one document. They are changes of text, all against the document as it was: what no change mentions stays as it is, and the changes
/// of several findings can be made together.
/// </summary>
internal sealed class DocumentEdits(Document document, SourceText text)
{
    private readonly List<TextChange> changes = [];
    private readonly Dictionary<SyntaxNode, HashSet<int>> removals = [];
    private readonly Dictionary<string, INamedTypeSymbol> qualifiedNames = [];

    public Document Document { get; } = document;

    /// <summary>Names that were written in full, to be shortened with a <c>using</c> once the document is changed.</summary>
    public IReadOnlyDictionary<string, INamedTypeSymbol> QualifiedNames => qualifiedNames;

    public void Insert(int position, string inserted) => changes.Add(new TextChange(new TextSpan(position, 0), inserted));

    public void Replace(TextSpan span, string replacement)
    {
        if (text.ToString(span) != replacement)
        {
            changes.Add(new TextChange(span, replacement));
        }
    }

    public void Delete(TextSpan span) => changes.Add(new TextChange(span, string.Empty));

    public void RemoveElement(ElementList list, int index)
    {
        if (!removals.TryGetValue(list.Owner, out var removed))
        {
            removals.Add(list.Owner, removed = []);
        }

        removed.Add(index);
    }

    public void AddQualifiedName(string name, INamedTypeSymbol type) => qualifiedNames[name] = type;

    /// <summary>Takes over the changes of another finding; false, and nothing is taken over, when they contradict these.</summary>
    public bool TryMerge(DocumentEdits other)
    {
        if (
            other.changes.Any(change => changes.Any(own => own != change && Contradict(own, change)))
            || other.removals.Any(removal => WouldEmpty(removal.Key, removal.Value))
        )
        {
            return false;
        }

        changes.AddRange(other.changes.Where(change => !changes.Contains(change)));
        foreach (var name in other.qualifiedNames)
        {
            AddQualifiedName(name.Key, name.Value);
        }

        foreach (var removal in other.removals)
        {
            foreach (var index in removal.Value)
            {
                RemoveElement(new ElementList(removal.Key), index);
            }
        }

        return true;
    }

    /// <summary>The document's text with the changes made.</summary>
    public SourceText Apply()
    {
        var ordered = changes
            .Concat(removals.SelectMany(Removal))
            .OrderBy(change => change.Span.Start)
            .ThenBy(change => change.Span.Length > 0);
        var disjoint = new List<TextChange>();
        foreach (var change in ordered)
        {
            // What is changed inside something that goes is gone with it.
            if (disjoint.Count == 0 || change.Span.Start >= disjoint[disjoint.Count - 1].Span.End)
            {
                disjoint.Add(change);
            }
        }

        return text.WithChanges(disjoint);
    }

    /// <summary>Whether both together take the last element out of a list that must keep one.</summary>
    private bool WouldEmpty(SyntaxNode owner, HashSet<int> others) =>
        new ElementList(owner) is var list
        && !EmptiedList.CanGo(list)
        && removals.TryGetValue(owner, out var own)
        && own.Union(others).Count() == list.Elements.Count;

    private static bool Contradict(TextChange first, TextChange second) =>
        first.Span.Length > 0 && second.Span.Length > 0
            ? first.Span.OverlapsWith(second.Span)
            : first.Span.Length != second.Span.Length && IsStrictlyInside(first.Span, second.Span);

    private static bool IsStrictlyInside(TextSpan first, TextSpan second)
    {
        var (insertion, replaced) = first.Length == 0 ? (first, second) : (second, first);
        return replaced.Start < insertion.Start && insertion.Start < replaced.End;
    }

    private IEnumerable<TextChange> Removal(KeyValuePair<SyntaxNode, HashSet<int>> removal)
    {
        var list = new ElementList(removal.Key);
        return removal.Value.Count == list.Elements.Count
            ? EmptiedList.Changes(text, list)
            : ElementRemoval.Spans(text, list, removal.Value).Select(span => new TextChange(span, string.Empty));
    }
}
