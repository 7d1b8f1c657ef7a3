using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Renders the statements and documents that are in a value: a statement itself, a list of them, props that have one.</summary>
internal sealed class PolicyParts(World world, DocumentRenderer documents)
{
    /// <summary>The documents; a statement that stands alone becomes the only one of a document.</summary>
    /// <param name="except">What is read elsewhere.</param>
    public IEnumerable<TemplateObject> In(Binding given, HashSet<Value>? except = null)
    {
        var pending = new Stack<Binding>();
        var seen = new HashSet<Value>();
        pending.Push(given);
        while (pending.Count > 0)
        {
            var binding = world.Resolve(pending.Pop());
            if (binding.Value is not HeapValue value || !seen.Add(value) || except?.Contains(value) == true)
            {
                continue;
            }

            if (documents.Render(binding) is TemplateObject rendered)
            {
                yield return AsDocument(rendered);
                continue;
            }

            if (value is DictionaryValue && In(documents.Reader.Read(binding, Spelling.Template)).ToList() is { Count: > 0 } written)
            {
                foreach (var document in written)
                {
                    yield return document;
                }

                continue;
            }

            if (!PolicyValues.AreIn(value))
            {
                continue;
            }

            foreach (var part in PartsOf(value).Reverse())
            {
                pending.Push(part);
            }
        }
    }

    /// <summary>The documents in a piece of a template, whatever it is a property of.</summary>
    public static IEnumerable<TemplateObject> In(TemplateNode? node) =>
        node switch
        {
            TemplateObject known when IsDocument(known) => [known],
            TemplateObject known when IsStatement(known) => [AsDocument(known)],
            TemplateObject known => known.Members.Values.SelectMany(In),
            TemplateList list => list.Elements.SelectMany(In),
            _ => [],
        };

    private ImmutableArray<Binding> PartsOf(HeapValue value)
    {
        switch (value)
        {
            case SequenceValue sequence:
                return world.Elements(sequence).Elements;
            case DictionaryValue dictionary:
                return [.. world.Entries(dictionary).Entries.Select(static entry => entry.Value)];
            default:
                var parts = ImmutableArray.CreateBuilder<Binding>();
                foreach (var member in value.Members)
                {
                    parts.Add(member.Value);
                }

                return parts.ToImmutable();
        }
    }

    private static TemplateObject AsDocument(TemplateObject part) =>
        IsDocument(part)
            ? part
            : new TemplateObject(TemplateMembers.Empty.With("Statement", part), isComplete: true, part.Site, part.Spelling);

    private static bool IsDocument(TemplateObject node) => node.Members.Contains("Statement");

    private static bool IsStatement(TemplateObject node) =>
        node.Members.Contains("Effect") && (node.Members.Contains("Action") || node.Members.Contains("NotAction"));
}
