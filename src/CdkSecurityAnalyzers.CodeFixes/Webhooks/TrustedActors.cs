using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The pattern of the accounts that may start a build.</summary>
internal static class TrustedActors
{
    /// <summary>Matches no account until somebody fills it in, and is reported until then.</summary>
    public const string Placeholder = "\"^(GITHUB_ACCOUNT_ID)$\"";

    private const string TypeName = "TrustedContributors";

    private const string MemberName = "ActorPattern";

    /// <summary>The expression of the pattern: the project's list of trusted contributors where it has one, else the placeholder.</summary>
    public static string Pattern(Place place, SolutionEdits edits) =>
        Contributors(place) is { } contributors ? $"{ShortNames.Of(contributors, place, edits)}.{MemberName}" : Placeholder;

    /// <summary>Whether the project has such a list that code at a place can name.</summary>
    public static bool AreListed(Place place) => Contributors(place) is not null;

    private static INamedTypeSymbol? Contributors(Place place) =>
        place
            .Compilation.GetSymbolsWithName(TypeName, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type =>
                type.GetMembers(MemberName)
                    .Any(member =>
                        member.IsStatic
                        && place.Model.IsAccessible(place.Node.SpanStart, type)
                        && place.Model.IsAccessible(place.Node.SpanStart, member)
                    )
            );
}
