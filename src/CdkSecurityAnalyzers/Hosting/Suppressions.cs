using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>Looks through a file for places where findings of these analyzers are suppressed and no reason is given.</summary>
internal sealed class Suppressions(RuleSelection selection)
{
    private const string IdPrefix = "CDKSEC";

    /// <summary>What Visual Studio writes as a justification until somebody gives one.</summary>
    private const string PendingJustification = "<Pending>";

    /// <summary>The attributes that the compiler takes as suppressions.</summary>
    private static readonly string[] Attributes = ["SuppressMessageAttribute", "UnconditionalSuppressMessageAttribute"];

    /// <summary>The suppressions without a reason in a file; none where the rule is off.</summary>
    public IEnumerable<Diagnostic> Check(SemanticModel file, CancellationToken cancellationToken)
    {
        if (!selection.IsOnIn(file.SyntaxTree, SuppressionWithoutJustification.Descriptor, cancellationToken))
        {
            return [];
        }

        var root = file.SyntaxTree.GetRoot(cancellationToken);
        return Pragmas(root)
            .Concat(
                root.DescendantNodes()
                    .OfType<AttributeSyntax>()
                    .Select(attribute => Unjustified(attribute, file, cancellationToken))
                    .OfType<Diagnostic>()
            );
    }

    private static IEnumerable<Diagnostic> Pragmas(SyntaxNode root)
    {
        for (
            var directive = root.ContainsDirectives ? ((CSharpSyntaxNode)root).GetFirstDirective() : null;
            directive is not null;
            directive = directive.GetNextDirective()
        )
        {
            if (
                directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma
                && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
                && pragma.ErrorCodes.FirstOrDefault(static code => IsOurs(code.ToString())) is { } id
                && !pragma.DescendantTrivia().Any(static trivia => GivesReason(trivia))
            )
            {
                yield return SuppressionWithoutJustification.InPragma(id.ToString(), id.GetLocation());
            }
        }
    }

    /// <summary>A comment that only repeats ids gives no reason.</summary>
    private static bool GivesReason(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
        && trivia.ToString().Split(' ', ',', '/', '\t').Any(static word => word.Any(char.IsLetter) && !IsOurs(word));

    private static Diagnostic? Unjustified(AttributeSyntax attribute, SemanticModel file, CancellationToken cancellationToken)
    {
        if (
            attribute.ArgumentList?.Arguments is not { Count: > 1 } arguments
            || file.GetSymbolInfo(attribute, cancellationToken).Symbol is not IMethodSymbol { ContainingType: var type }
            || !Attributes.Contains(type.Name)
        )
        {
            return null;
        }

        var checkId =
            arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ?? arguments[1];
        var justification = arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        // A checkId may go on after a colon with the title of the rule.
        return TextOf(checkId)?.Split(':')[0] is { } id && IsOurs(id) && IsNoReason(TextOf(justification))
            ? SuppressionWithoutJustification.InAttribute(id, checkId.GetLocation())
            : null;

        string? TextOf(AttributeArgumentSyntax? argument) =>
            argument is null ? null : file.GetConstantValue(argument.Expression, cancellationToken).Value as string;
    }

    private static bool IsNoReason(string? justification) =>
        string.IsNullOrWhiteSpace(justification) || justification == PendingJustification;

    private static bool IsOurs(string id) => id.StartsWith(IdPrefix, StringComparison.OrdinalIgnoreCase);
}
