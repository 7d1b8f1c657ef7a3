using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>Whether a program gives a value to a property.</summary>
internal enum Presence
{
    /// <summary>It does not, or it gives null, which jsii treats alike.</summary>
    Absent,

    /// <summary>It does.</summary>
    Present,

    /// <summary>That cannot be told.</summary>
    Unknown,
}

/// <summary>Reads properties of CDK props.</summary>
internal static class ObjectMembers
{
    /// <param name="binding">What the property holds; when there is nothing to point at, the object itself.</param>
    public static Presence Read(World world, ObjectValue owner, string name, out Binding binding)
    {
        if (world.TryGet(owner, name, out binding))
        {
            return binding.Value switch
            {
                NullValue => Presence.Absent,
                UnknownValue => Presence.Unknown,
                _ => Presence.Present,
            };
        }

        binding = new Binding(owner, owner.Site);
        return owner.IsGiven || world.HasEscaped(owner) || IsDeclaredInSource(owner.Type, name) ? Presence.Unknown : Presence.Absent;
    }

    /// <summary>The props that a construct is made with; null when it has none, and when they are not known.</summary>
    public static ObjectValue? PropsOf(World world, ObjectValue construct) =>
        construct.Argument("props") is { } props ? world.Resolve(props.Value) as ObjectValue : null;

    /// <summary>A property that the program declares itself, to implement a props interface: its value is not stored under the CDK's name.</summary>
    private static bool IsDeclaredInSource(ITypeSymbol? type, string name)
    {
        for (var current = type; current is { DeclaringSyntaxReferences.Length: > 0 }; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(member => member is IPropertySymbol))
            {
                return true;
            }
        }

        return false;
    }
}
