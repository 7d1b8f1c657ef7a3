using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Every rule of the assembly. A rule is known by being a class that derives from <see cref="Rule"/>: nothing lists it by hand.</summary>
internal static class RuleCatalogue
{
    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
        typeof(Rule)
            .Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
            .Select(static type => (Rule)Activator.CreateInstance(type))
            .OrderBy(static rule => rule.Descriptor.Id, StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>Every diagnostic that the analyzer may report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. All.Select(static rule => rule.Descriptor),
        SuppressionWithoutJustification.Descriptor,
        InvalidConfiguration.Descriptor,
        InternalError.Descriptor,
    ];
}
