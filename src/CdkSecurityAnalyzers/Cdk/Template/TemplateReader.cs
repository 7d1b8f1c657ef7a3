using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>Turns values that already have the template's shape into template nodes: L1 property classes, arrays, dictionaries, scalars.</summary>
internal sealed class TemplateReader(World world)
{
    /// <summary>Templates are shallow; a value that is nested deeper holds itself.</summary>
    private const int DepthLimit = 16;

    /// <summary>The node, or null when the value is null or unset.</summary>
    public TemplateNode? Read(Binding binding, Spelling spelling) => Read(binding, spelling, DepthLimit);

    private TemplateNode? Read(Binding binding, Spelling spelling, int depth)
    {
        var resolved = world.Resolve(binding);
        return resolved.Value switch
        {
            NullValue or UnsetValue => null,
            _ when depth == 0 => new TemplateUnknown(resolved, spelling),
            ConstantValue or TextValue => new TemplateScalar(resolved.Value, resolved, spelling),
            SequenceValue sequence => ReadList(sequence, spelling, depth),
            DictionaryValue dictionary => ReadDictionary(dictionary, spelling, depth),

            // An override takes a property class with the names of its TypeScript twin, which mean nothing in a template.
            ObjectValue { Type: { } type } owner when spelling != Spelling.Override && ExternalCode.Instance.IsCopied(type) => ReadObject(owner, spelling, depth),
            _ => new TemplateUnknown(resolved, spelling),
        };
    }

    private TemplateList ReadList(SequenceValue sequence, Spelling spelling, int depth)
    {
        var (elements, isComplete) = world.Elements(sequence);
        var nodes = elements.Select(element => Read(element, spelling, depth - 1)).OfType<TemplateNode>().ToImmutableArray();
        return new TemplateList(nodes, isComplete, sequence.Site, spelling);
    }

    private TemplateObject ReadDictionary(DictionaryValue dictionary, Spelling spelling, int depth)
    {
        var (entries, isComplete) = world.Entries(dictionary);
        var members = ImmutableDictionary.CreateBuilder<string, TemplateNode>();
        foreach (var entry in entries)
        {
            if (world.Resolve(entry.Key.Value) is not ConstantValue key)
            {
                isComplete = false;
            }
            else if (Read(entry.Value, spelling, depth - 1) is { } member)
            {
                members[key.Text] = member;
            }
        }

        return new TemplateObject(members.ToImmutable(), isComplete, dictionary.Site, spelling);
    }

    private TemplateObject ReadObject(ObjectValue owner, Spelling spelling, int depth)
    {
        var members = ImmutableDictionary.CreateBuilder<string, TemplateNode>();
        foreach (var pair in owner.Members)
        {
            if (pair.Key is string name && world.TryGet(owner, name, out var binding) && Read(binding, spelling, depth - 1) is { } member)
            {
                members[name] = member;
            }
        }

        return new TemplateObject(members.ToImmutable(), !owner.IsGiven && !world.HasEscaped(owner), owner.Site, spelling);
    }
}
