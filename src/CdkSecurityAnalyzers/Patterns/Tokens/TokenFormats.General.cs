using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <content>What many issue.</content>
internal static partial class TokenFormats
{
    private static IEnumerable<TokenFormat> General =>
        [
            // The label, its dashes, and enough of what follows to be a key.
            Of(
                "private key",
                "many",
                "-----BEGIN",
                "RFC 7468, Textual Encodings of PKIX, PKCS, and CMS Structures",
                new TokenRun(Alphabet.KeyLabel, 12, 60, Ending: " PRIVATE KEY"),
                Then("-----"),
                Run(Alphabet.KeyText, 64, Unlimited)
            ),
            Of(
                "private key",
                "many",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                "RFC 9580, OpenPGP, Forming ASCII Armor",
                Run(Alphabet.KeyText, 64, Unlimited)
            ),
            Of(
                "JSON web token",
                "many",
                "ey",
                "RFC 7519, JSON Web Token",
                Run(Alphabet.Alphanumeric, 17, Unlimited),
                Then(".ey"),
                Run(Alphabet.WordOrDash, 17, Unlimited),
                Then("."),
                Run(Alphabet.WordOrDashOrEquals, 10, Unlimited)
            ),
        ];
}
