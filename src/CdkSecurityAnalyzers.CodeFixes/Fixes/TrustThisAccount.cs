using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Trusts the stack's own account in place of everybody.</summary>
internal sealed class TrustThisAccount() : FindingFix(Key, "Trust this account only")
{
    public const string Key = nameof(TrustThisAccount);

    private const string AddAccountRoot = "AddAccountRootPrincipal";

    private static readonly string[] OfEverybody = ["AnyPrincipal", "StarPrincipal", "ArnPrincipal", "AccountPrincipal"];

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        finding.Value.Expression is { } value
        && (finding.IsTemplate ? TryReplaceText(finding.Value, value, edits) : TryReplacePrincipal(finding.Value, value, edits));

    private static bool TryReplacePrincipal(Place place, ExpressionSyntax value, SolutionEdits edits)
    {
        switch (Principal(place, value))
        {
            case BaseObjectCreationExpressionSyntax creation
                when IsEverybody(place.Model.GetTypeInfo(creation).Type)
                    && ReferencedTypes.Name(PolicyTypes.AccountRootPrincipal, place, edits) is { } name:
                edits.In(place).Replace(creation.Span, $"new {name}()");
                return true;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var method } } invocation
                when ReferencedTypes.Is(place.Model.GetSymbolInfo(invocation).Symbol?.ContainingType, PolicyTypes.Statement):
                edits.In(place).Replace(TextSpan.FromBounds(method.SpanStart, invocation.Span.End), AddAccountRoot + "()");
                return true;
            default:
                return false;
        }
    }

    /// <summary>What makes the principal: the value itself, the call that a text is the argument of, or the value of a local that nothing else reads.</summary>
    private static ExpressionSyntax Principal(Place place, ExpressionSyntax value) =>
        place.ConstantText(value) is not null && value.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call } ? call
        : LocalValue.Of(place, value) is { } declared && LocalValue.IsReadOnce(place, value) ? declared
        : value;

    /// <summary>IAM reads the number of an account as its root.</summary>
    private static bool TryReplaceText(Place place, ExpressionSyntax value, SolutionEdits edits)
    {
        if (place.ConstantText(value) is null || ReferencedTypes.Name(PolicyTypes.PseudoParameters, place, edits) is not { } parameters)
        {
            return false;
        }

        var account = parameters + ".ACCOUNT_ID";
        if (DictionaryEntries.KeyOf(place, value) != "Principal")
        {
            edits.In(place).Replace(value.Span, account);
            return true;
        }

        if (DictionaryEntries.TypeName(place, edits) is not { } dictionary)
        {
            return false;
        }

        edits.In(place).Replace(value.Span, $"new {dictionary} {{ [\"AWS\"] = {account} }}");
        return true;
    }

    private static bool IsEverybody(ITypeSymbol? type) =>
        type is { ContainingNamespace: var owner } && owner.ToDisplayString() == PolicyTypes.Namespace && OfEverybody.Contains(type.Name);
}
