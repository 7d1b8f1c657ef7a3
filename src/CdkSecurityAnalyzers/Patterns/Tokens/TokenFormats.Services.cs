using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <content>Services that builds and their notifications talk to.</content>
internal static partial class TokenFormats
{
    private const string SlackDocs = "api.slack.com, Token types";
    private const string StripeDocs = "docs.stripe.com, API keys";

    private static IEnumerable<TokenFormat> Services =>
        [
            Of(
                "Slack bot token",
                "Slack",
                "xoxb-",
                SlackDocs,
                Run(Alphabet.Digits, 10, 13),
                Then("-"),
                Run(Alphabet.AlphanumericOrDash, 20, 80)
            ),
            Slack("user token", "xoxp-"),
            Slack("configuration token", "xoxe-"),
            Of(
                "Slack app token",
                "Slack",
                "xapp-",
                SlackDocs,
                Run(Alphabet.Digits, 1),
                Then("-"),
                Run(Alphabet.UpperAlphanumeric, 8, 16),
                Then("-"),
                Run(Alphabet.Digits, 8, 16),
                Then("-"),
                Run(Alphabet.LowerAlphanumeric, 32, 80)
            ),
            Webhook("services"),
            Webhook("workflows"),
            Webhook("triggers"),
            Stripe("secret key", "sk_live_"),
            Stripe("secret test key", "sk_test_"),
            Stripe("restricted key", "rk_live_"),
            Stripe("restricted test key", "rk_test_"),
            Of("OpenAI API key", "OpenAI", "sk-", Gitleaks, new TokenRun(Alphabet.Alphanumeric, 48, 48, Marker: "T3BlbkFJ")),
            OpenAi("project", "sk-proj-"),
            OpenAi("service account", "sk-svcacct-"),
            OpenAi("admin", "sk-admin-"),
            Of("Anthropic API key", "Anthropic", "sk-ant-api03-", Gitleaks, new TokenRun(Alphabet.WordOrDash, 95, 95, Ending: "AA")),
            Of(
                "Anthropic admin API key",
                "Anthropic",
                "sk-ant-admin01-",
                Gitleaks,
                new TokenRun(Alphabet.WordOrDash, 95, 95, Ending: "AA")
            ),
            Of("Hugging Face access token", "Hugging Face", "hf_", Gitleaks, Run(Alphabet.Letters, 34)),
            Of("SendGrid API key", "SendGrid", "SG.", Gitleaks, Run(Alphabet.WordOrDash, 22), Then("."), Run(Alphabet.WordOrDash, 43)),
            Of("Twilio API key", "Twilio", "SK", Gitleaks, Run(Alphabet.LowerHex, 32)),
            Of("Databricks access token", "Databricks", "dapi", Gitleaks, Run(Alphabet.LowerHex, 32)),
            Of("Sentry user token", "Sentry", "sntryu_", Gitleaks, Run(Alphabet.LowerHex, 64)),
            Of(
                "Grafana service account token",
                "Grafana",
                "glsa_",
                Gitleaks,
                Run(Alphabet.Alphanumeric, 32),
                Then("_"),
                Run(Alphabet.LowerHex, 8)
            ),
            Of("Grafana Cloud token", "Grafana", "glc_", Gitleaks, Run(Alphabet.PaddedBase64, 32, 400)),
            Of("Postman API key", "Postman", "PMAK-", Gitleaks, Run(Alphabet.LowerHex, 24), Then("-"), Run(Alphabet.LowerHex, 34)),
            Shopify("access token", "shpat_"),
            Shopify("custom app token", "shpca_"),
            Shopify("private app password", "shppa_"),
            Shopify("shared secret", "shpss_"),
        ];

    private static TokenFormat Slack(string kind, string prefix) =>
        Of(
            "Slack " + kind,
            "Slack",
            prefix,
            SlackDocs,
            Run(Alphabet.Digits, 10, 13),
            Then("-"),
            Run(Alphabet.Digits, 10, 13),
            Then("-"),
            Run(Alphabet.Digits, 10, 13),
            Then("-"),
            Run(Alphabet.Alphanumeric, 28, 34)
        );

    private static TokenFormat Webhook(string kind) =>
        Of("Slack webhook URL", "Slack", $"hooks.slack.com/{kind}/", SlackDocs, Run(Alphabet.WordOrDashOrSlash, 43, 56));

    private static TokenFormat Stripe(string kind, string prefix) =>
        Of("Stripe " + kind, "Stripe", prefix, StripeDocs, Run(Alphabet.Alphanumeric, 10, 247));

    private static TokenFormat OpenAi(string kind, string prefix) =>
        Of($"OpenAI {kind} key", "OpenAI", prefix, Gitleaks, new TokenRun(Alphabet.WordOrDash, 48, 200, Marker: "T3BlbkFJ"));

    private static TokenFormat Shopify(string kind, string prefix) =>
        Of("Shopify " + kind, "Shopify", prefix, Gitleaks, Run(Alphabet.LowerHex, 32));
}
