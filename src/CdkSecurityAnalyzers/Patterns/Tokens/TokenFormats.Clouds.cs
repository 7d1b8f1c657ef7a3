using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <content>AWS, Azure, Google Cloud, DigitalOcean.</content>
internal static partial class TokenFormats
{
    private const string AwsDocs = "AWS IAM User Guide, IAM identifiers, unique ID prefixes";

    private static IEnumerable<TokenFormat> Clouds =>
        [
            Of("AWS access key id", "AWS", "AKIA", AwsDocs, Run(Alphabet.UpperBase32, 16)),
            Of("AWS temporary access key id", "AWS", "ASIA", AwsDocs, Run(Alphabet.UpperBase32, 16)),
            Of("AWS bearer token id", "AWS", "ABIA", AwsDocs, Run(Alphabet.UpperBase32, 16)),
            Of("AWS context-specific credential", "AWS", "ACCA", AwsDocs, Run(Alphabet.UpperBase32, 16)),
            // Without a prefix of their own: known by the name in front of them.
            Secret("AWS secret access key", "AWS_SECRET_ACCESS_KEY", 40, 40),
            Secret("AWS secret access key", "aws_secret_access_key", 40, 40),
            Secret("AWS session token", "AWS_SESSION_TOKEN", 100, Unlimited),
            Secret("AWS session token", "aws_session_token", 100, Unlimited),
            Of("Amazon Bedrock API key", "AWS", "ABSK", Gitleaks, Run(Alphabet.PaddedBase64, 109, 271)),
            Of(
                "Amazon Bedrock short-term API key",
                "AWS",
                "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t",
                Gitleaks,
                Run(Alphabet.PaddedBase64, 20, Unlimited)
            ),
            .. Alphabet.Digits.Characters.Select(static digit =>
                Of("Azure AD client secret", "Microsoft", digit + "Q~", Gitleaks, Run(Alphabet.ClientSecret, 31, 34)) with
                {
                    Lead = Run(Alphabet.ClientSecret, 3),
                }
            ),
            Of("Azure storage account key", "Microsoft", "+ASt", SecurityUtilities, Run(Alphabet.Base64, 6), Then("==")) with
            {
                Lead = Run(Alphabet.Base64, 76),
            },
            Of("Google API key", "Google", "AIza", Gitleaks, Run(Alphabet.WordOrDash, 35)),
            Of("DigitalOcean personal access token", "DigitalOcean", "dop_v1_", Gitleaks, Run(Alphabet.LowerHex, 64)),
            Of("DigitalOcean OAuth token", "DigitalOcean", "doo_v1_", Gitleaks, Run(Alphabet.LowerHex, 64)),
            Of("DigitalOcean refresh token", "DigitalOcean", "dor_v1_", Gitleaks, Run(Alphabet.LowerHex, 64)),
        ];

    private static TokenFormat Secret(string name, string variable, int least, int most) =>
        Of(name, "AWS", variable, Gitleaks, Run(Alphabet.Assignment, 1, 4), Run(Alphabet.PaddedBase64, least, most));
}
