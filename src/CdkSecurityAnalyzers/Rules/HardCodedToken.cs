using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A text of the program is a token.</summary>
internal sealed class HardCodedToken() : TextRule(Definition, TokenScanner.MayFind)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.HardCodedToken,
        title: "Access token in source code",
        messageFormat: "The source code contains {0}: revoke it, and read its successor from Secrets Manager when it is needed",
        RuleCategories.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever can read the repository, a copy of it or the compiled app has the token, and taking it out later leaves it in the history.",
        798
    );

    public override Finding? Check(TextConstant constant, Frame frame)
    {
        if (TokenScanner.Find(constant.Text) is not { } token)
        {
            return null;
        }

        // Where one literal has all of it, the finding stands there; where a constant has, at the constant.
        var secret = Secret.Of(constant.Text, token);
        var whole = constant
            .Parts()
            .FirstOrDefault(part => TokenScanner.Find(part.Text) is { } own && Secret.Of(part.Text, own).Equals(secret));
        if (whole.Operation is not null && !whole.IsLiteral)
        {
            return null;
        }

        return new Finding(Definition, new Site(whole.Operation ?? constant.Operation, frame), [ExposedSecret.Describe(token)])
        {
            Secret = secret,
        };
    }
}
