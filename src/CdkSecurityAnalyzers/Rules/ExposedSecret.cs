using System.Linq;
using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;
using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>What an exposed text has in it that nobody should see, for all rules in the same way: the most specific rule reports it.</summary>
/// <param name="Token">The token; null when it is no text of a known format.</param>
/// <param name="Variable">The variable whose name says that its value is secret; null when there is none.</param>
internal readonly record struct ExposedSecret(FoundToken? Token, string? Variable)
{
    /// <summary>The secret in the value of a variable or in a buildspec; null when there is none that is known.</summary>
    public static ExposedSecret? Of(Exposure exposure)
    {
        if (exposure.Text.Unwrapped is not null || InUrl(exposure) is not null)
        {
            return null;
        }

        if (TokenScanner.Find(exposure.Text.Known) is { } token)
        {
            return new ExposedSecret(
                token,
                SecretName.Shown(exposure.IsDocument ? VariableWith(exposure.Text.Known, token) : exposure.Name)
            );
        }

        if (exposure.IsDocument)
        {
            var variable = BuildSpecText.Variables(exposure.Text.Known).FirstOrDefault(IsSecret);
            return variable.Name is null ? null : new ExposedSecret(Token: null, variable.Name);
        }

        return
            exposure is { IsPlain: true, Name: { } name, Text.IsWhole: true }
            && SecretName.SaysSecret(name)
            && SecretText.MayBeSecret(exposure.Text.Known)
            ? new ExposedSecret(Token: null, name)
            : null;
    }

    /// <summary>The credential in a URL that is exposed; null when there is none.</summary>
    public static UrlCredential? InUrl(Exposure exposure) =>
        exposure.Kind is ExposureKind.SourceUrl or ExposureKind.Variable or ExposureKind.BuildSpec
            ? UrlCredential.Find(exposure.Text.Known)
            : null;

    /// <summary>What it is, for people: the token's kind and its public prefix, never more.</summary>
    public string Describe() => Describe(Token);

    /// <param name="token">The token; null when its format is not known.</param>
    public static string Describe(FoundToken? token) =>
        token is not { } found ? "a secret"
        : found.IsVerified ? $"{Named(found)}, with a right checksum"
        : Named(found);

    private static string Named(FoundToken token) => $"{Article(token.Format.Name)} {token.Format.Name} ({token.Format.Shown})";

    /// <summary>The letters of <c>npm</c> are spoken one by one.</summary>
    private static string Article(string name) => name[0] is 'A' or 'E' or 'I' or 'O' or 'n' ? "an" : "a";

    private static bool IsSecret(BuildSpecVariable variable) =>
        SecretName.SaysSecret(variable.Name) && SecretText.MayBeSecret(variable.Value);

    private static string? VariableWith(string document, FoundToken token) =>
        BuildSpecText
            .Variables(document)
            .FirstOrDefault(variable =>
                variable.Value.Length >= token.Length && variable.Value.Contains(document.Substring(token.Start, token.Length))
            )
            .Name;
}
