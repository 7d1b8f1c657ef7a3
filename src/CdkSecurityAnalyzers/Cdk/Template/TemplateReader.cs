using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>Turns values that already have the template's shape into template nodes: L1 property classes, arrays, dictionaries, scalars.</summary>
/// <param name="render">
/// Turns values into nodes that become template only when they are resolved, such as policy documents; null for those that it does not know.
/// </param>
internal sealed class TemplateReader(World world, Func<Binding, TemplateNode?>? render = null)
{
    /// <summary>Templates are shallow; a value that is nested deeper holds itself.</summary>
    private const int DepthLimit = 16;

    /// <summary>Whether the runtime throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    /// <summary>The node, or null when the value is null or unset.</summary>
    public TemplateNode? Read(Binding binding, Spelling spelling) =>
        Read(binding, spelling, isVerbatim: spelling == Spelling.Override, DepthLimit);

    /// <summary>The node for a property of an object; null when it is not set.</summary>
    public TemplateNode? ReadMember(ObjectValue owner, string name, Spelling spelling) =>
        ObjectMembers.Read(world, owner, name, out var member) switch
        {
            Presence.Absent => null,
            Presence.Present => ReadProperty(owner, name, member, spelling),
            _ => new TemplateUnknown(member, spelling),
        };

    /// <summary>The node for a property of template props, unless the runtime refuses what it is given.</summary>
    public TemplateNode? ReadProperty(ObjectValue owner, string name, Binding given, Spelling spelling)
    {
        Fails |= owner.Type is { } type && UntypedProperty.Find(type, name)?.Refuses(world, given) == true;
        return Read(given, spelling);
    }

    /// <param name="isVerbatim">
    /// Whether the value goes into the template under the names that it has: in overrides and dictionaries. Property classes have the names of their
    /// TypeScript twins there, which mean nothing to CloudFormation.
    /// </param>
    private TemplateNode? Read(Binding binding, Spelling spelling, bool isVerbatim, int depth)
    {
        var resolved = world.Resolve(binding);
        return resolved.Value switch
        {
            NullValue or UnsetValue => null,
            _ when depth == 0 => new TemplateUnknown(resolved, spelling),
            ConstantValue or TextValue => new TemplateScalar(resolved.Value, resolved, spelling),
            SequenceValue sequence => ReadList(sequence, spelling, isVerbatim, depth),
            DictionaryValue dictionary => ReadDictionary(dictionary, resolved.Site, spelling, depth),
            ObjectValue { Type: { } type } owner when ExternalCode.Instance.IsCopied(type) => ReadObject(
                owner,
                type,
                resolved.Site,
                spelling,
                isVerbatim,
                depth
            ),
            _ => render?.Invoke(resolved) ?? new TemplateUnknown(resolved, spelling),
        };
    }

    private TemplateList ReadList(SequenceValue sequence, Spelling spelling, bool isVerbatim, int depth)
    {
        Fails |= UntypedProperty.IsNoArray(sequence);
        var (elements, isComplete) = world.Elements(sequence);
        var nodes = elements.Select(element => Read(element, spelling, isVerbatim, depth - 1)).OfType<TemplateNode>().ToImmutableArray();
        return new TemplateList(nodes, isComplete, sequence.Site, spelling);
    }

    private TemplateObject ReadDictionary(DictionaryValue dictionary, Site usedAt, Spelling spelling, int depth)
    {
        var (entries, isComplete) = world.Entries(dictionary);
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>();
        foreach (var entry in entries)
        {
            if (world.Resolve(entry.Key.Value) is not ConstantValue key)
            {
                isComplete = false;
            }
            else if (Read(entry.Value, spelling, isVerbatim: true, depth - 1) is { } member)
            {
                members.Add(new KeyValuePair<string, TemplateNode>(key.Text, member));
            }
        }

        return new TemplateObject(new TemplateMembers(members.ToImmutable()), isComplete, dictionary.Site, spelling) { UsedAt = usedAt };
    }

    private TemplateObject ReadObject(ObjectValue owner, ITypeSymbol type, Site usedAt, Spelling spelling, bool isVerbatim, int depth)
    {
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>();
        foreach (var pair in owner.Members)
        {
            if (pair.Key is not string name || !world.TryGet(owner, name, out var binding))
            {
                continue;
            }

            Fails |= UntypedProperty.Find(type, name)?.Refuses(world, binding) == true;
            if (Read(binding, spelling, isVerbatim, depth - 1) is { } member)
            {
                var key = isVerbatim ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name;
                members.Add(new KeyValuePair<string, TemplateNode>(key, member));
            }
        }

        return new TemplateObject(
            new TemplateMembers(members.ToImmutable()),
            !owner.IsGiven && !world.HasEscaped(owner),
            owner.Site,
            spelling
        )
        {
            UsedAt = usedAt,
        };
    }
}
