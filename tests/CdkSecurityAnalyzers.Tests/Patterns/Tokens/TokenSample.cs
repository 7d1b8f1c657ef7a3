using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Tests.Patterns.Tokens;

/// <summary>
/// Values in the format of tokens. They are put together when the tests run, from parts of which none looks like a token, and nobody ever issued them.
/// </summary>
internal static class TokenSample
{
    private const string Digit = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Hex = Digit + "abcdef";
    private const string Letter = Lower + Upper;
    private const string Alphanumeric = Digit + Letter;
    private const string Dashed = Alphanumeric + "-";
    private const string Base64 = Alphanumeric + "+/";
    private const string Base32 = Upper + "234567";

    private static readonly (string Name, Func<Random, string[]> Parts)[] Written =
    [
        ("GitHub personal access token", _ => ["gh", "p_", Of(_, Alphanumeric, 36)]),
        ("GitHub OAuth token", _ => ["gh", "o_", Of(_, Alphanumeric, 36)]),
        ("GitHub user-to-server token", _ => ["gh", "u_", Of(_, Alphanumeric, 36)]),
        ("GitHub refresh token", _ => ["gh", "r_", Of(_, Alphanumeric, 36)]),
        ("GitHub installation token", _ => ["gh", "s_", Of(_, Alphanumeric, 36)]),
        ("GitHub fine-grained personal access token", _ => ["github", "_pat_", Of(_, Alphanumeric, 22), "_", Of(_, Alphanumeric, 59)]),
        ("GitLab personal access token", _ => ["gl", "pat-", Of(_, Dashed, 20)]),
        ("GitLab routable personal access token", _ => ["gl", "pat-", Of(_, Dashed, 27), ".", "01", Of(_, Digit + Lower, 7)]),
        ("GitLab deploy token", _ => ["gl", "dt-", Of(_, Dashed, 20)]),
        ("GitLab pipeline trigger token", _ => ["gl", "ptt-", Of(_, Hex, 40)]),
        ("GitLab runner authentication token", _ => ["gl", "rt-", Of(_, Dashed, 20)]),
        ("GitLab routable runner authentication token", _ => ["gl", "rt-t1_", Of(_, Dashed, 27), ".", "01", Of(_, Digit + Lower, 7)]),
        ("GitLab runner registration token", _ => ["GR", "1348941", Of(_, Dashed, 20)]),
        ("GitLab job token", _ => ["gl", "cbt-", "64", "_", Of(_, Dashed, 20)]),
        ("GitLab OAuth application secret", _ => ["gl", "oas-", Of(_, Hex, 64)]),
        ("GitLab SCIM token", _ => ["gl", "soat-", Of(_, Dashed, 20)]),
        ("GitLab feed token", _ => ["gl", "ft-", Of(_, Dashed, 20)]),
        ("GitLab incoming mail token", _ => ["gl", "imt-", Of(_, Dashed, 25)]),
        ("GitLab Kubernetes agent token", _ => ["gl", "agent-", Of(_, Dashed, 50)]),
        ("GitLab feature flag client token", _ => ["gl", "ffct-", Of(_, Dashed, 20)]),
        ("Bitbucket app password", _ => ["AT", "BB", Of(_, Alphanumeric, 24)]),
        ("Atlassian API token", _ => ["AT", "ATT3", Of(_, Dashed, 186)]),
        ("Atlassian access token", _ => ["AT", "CTT3xFfG", Of(_, Dashed, 160), "=", Of(_, Digit + "ABCDEF", 8)]),
        ("Azure DevOps personal access token", _ => [Of(_, Alphanumeric, 52), "JQ", "QJ99", Of(_, Alphanumeric, 26)]),
        ("AWS access key id", _ => ["AK", "IA", Of(_, Base32, 16)]),
        ("AWS temporary access key id", _ => ["AS", "IA", Of(_, Base32, 16)]),
        ("AWS bearer token id", _ => ["AB", "IA", Of(_, Base32, 16)]),
        ("AWS context-specific credential", _ => ["AC", "CA", Of(_, Base32, 16)]),
        ("AWS secret access key", _ => ["AWS_SECRET", "_ACCESS_KEY", "=", Of(_, Base64, 40)]),
        ("AWS secret access key", _ => ["aws_secret", "_access_key", " = ", Of(_, Base64, 40)]),
        ("AWS session token", _ => ["AWS_SESSION", "_TOKEN", "=", Of(_, Base64, 100)]),
        ("AWS session token", _ => ["aws_session", "_token", ": \"", Of(_, Base64, 100), "\""]),
        ("Amazon Bedrock API key", _ => ["AB", "SK", Of(_, Base64, 109)]),
        ("Amazon Bedrock short-term API key", _ => ["bedrock-api", "-key-YmVkcm9jay5hbWF6b25hd3MuY29t", Of(_, Base64, 20)]),
        ("Azure AD client secret", _ => [Of(_, Alphanumeric, 3), "8Q", "~", Of(_, Alphanumeric, 31)]),
        ("Azure storage account key", _ => [Of(_, Base64, 76), "+A", "St", Of(_, Alphanumeric, 6), "=="]),
        ("Google API key", _ => ["AI", "za", Of(_, Dashed, 35)]),
        ("DigitalOcean personal access token", _ => ["dop", "_v1_", Of(_, Hex, 64)]),
        ("DigitalOcean OAuth token", _ => ["doo", "_v1_", Of(_, Hex, 64)]),
        ("DigitalOcean refresh token", _ => ["dor", "_v1_", Of(_, Hex, 64)]),
        ("npm access token", _ => ["npm", "_", Of(_, Alphanumeric, 36)]),
        ("NuGet API key", _ => ["oy", "2", Of(_, Lower + "234567", 43)]),
        ("PyPI API token", _ => ["pypi", "-AgEIcHlwaS5vcmc", Of(_, Dashed, 50)]),
        ("Docker Hub personal access token", _ => ["dckr", "_pat_", Of(_, Dashed, 27)]),
        ("Docker Hub organization access token", _ => ["dckr", "_oat_", Of(_, Dashed, 32)]),
        ("RubyGems API key", _ => ["rubygems", "_", Of(_, Hex, 48)]),
        ("JFrog API key", _ => ["AK", "Cp", Of(_, Alphanumeric, 69)]),
        ("JFrog reference token", _ => ["cm", "Vmd", Of(_, Alphanumeric, 59)]),
        ("Terraform Cloud token", _ => [Of(_, Alphanumeric, 14), ".atlas", "v1.", Of(_, Dashed, 60)]),
        ("Vault service token", _ => ["hv", "s.", Of(_, Dashed, 90)]),
        ("Vault batch token", _ => ["hv", "b.", Of(_, Dashed, 138)]),
        ("Pulumi access token", _ => ["pu", "l-", Of(_, Hex, 40)]),
        ("Slack bot token", _ => ["xo", "xb-", Of(_, Digit, 12), "-", Of(_, Digit, 12), "-", Of(_, Alphanumeric, 7)]),
        ("Slack user token", _ => ["xo", "xp-", Of(_, Digit, 12), "-", Of(_, Digit, 12), "-", Of(_, Digit, 12), "-", Of(_, Alphanumeric, 28)]),
        ("Slack configuration token", _ => ["xo", "xe-", Of(_, Digit, 12), "-", Of(_, Digit, 12), "-", Of(_, Digit, 12), "-", Of(_, Alphanumeric, 28)]),
        ("Slack app token", _ => ["xa", "pp-", "1", "-", Of(_, Upper, 11), "-", Of(_, Digit, 13), "-", Of(_, Hex, 32)]),
        ("Slack webhook URL", _ => ["https://hooks.slack", ".com/services/", Of(_, Alphanumeric, 43)]),
        ("Slack webhook URL", _ => ["https://hooks.slack", ".com/workflows/", Of(_, Alphanumeric, 43)]),
        ("Slack webhook URL", _ => ["https://hooks.slack", ".com/triggers/", Of(_, Alphanumeric, 43)]),
        ("Stripe secret key", _ => ["sk", "_live_", Of(_, Alphanumeric, 10)]),
        ("Stripe secret test key", _ => ["sk", "_test_", Of(_, Alphanumeric, 10)]),
        ("Stripe restricted key", _ => ["rk", "_live_", Of(_, Alphanumeric, 10)]),
        ("Stripe restricted test key", _ => ["rk", "_test_", Of(_, Alphanumeric, 10)]),
        ("OpenAI API key", _ => ["sk", "-", Of(_, Alphanumeric, 20), "T3Bl", "bkFJ", Of(_, Alphanumeric, 20)]),
        ("OpenAI project key", _ => ["sk", "-proj-", Of(_, Dashed, 20), "T3Bl", "bkFJ", Of(_, Dashed, 20)]),
        ("OpenAI service account key", _ => ["sk", "-svcacct-", Of(_, Dashed, 20), "T3Bl", "bkFJ", Of(_, Dashed, 20)]),
        ("OpenAI admin key", _ => ["sk", "-admin-", Of(_, Dashed, 20), "T3Bl", "bkFJ", Of(_, Dashed, 20)]),
        ("Anthropic API key", _ => ["sk", "-ant-api03-", Of(_, Dashed, 93), "AA"]),
        ("Anthropic admin API key", _ => ["sk", "-ant-admin01-", Of(_, Dashed, 93), "AA"]),
        ("Hugging Face access token", _ => ["h", "f_", Of(_, Letter, 34)]),
        ("SendGrid API key", _ => ["S", "G.", Of(_, Dashed, 22), ".", Of(_, Dashed, 43)]),
        ("Twilio API key", _ => ["S", "K", Of(_, Hex, 32)]),
        ("Databricks access token", _ => ["da", "pi", Of(_, Hex, 32)]),
        ("Sentry user token", _ => ["sntry", "u_", Of(_, Hex, 64)]),
        ("Grafana service account token", _ => ["gl", "sa_", Of(_, Alphanumeric, 32), "_", Of(_, Hex, 8)]),
        ("Grafana Cloud token", _ => ["gl", "c_", Of(_, Base64, 32)]),
        ("Postman API key", _ => ["PM", "AK-", Of(_, Hex, 24), "-", Of(_, Hex, 34)]),
        ("Shopify access token", _ => ["shp", "at_", Of(_, Hex, 32)]),
        ("Shopify custom app token", _ => ["shp", "ca_", Of(_, Hex, 32)]),
        ("Shopify private app password", _ => ["shp", "pa_", Of(_, Hex, 32)]),
        ("Shopify shared secret", _ => ["shp", "ss_", Of(_, Hex, 32)]),
        ("private key", _ => ["-----BEGIN", " RSA PRIVATE", " KEY-----", "\n", Of(_, Base64, 63)]),
        ("private key", _ => ["-----BEGIN", " PGP PRIVATE", " KEY BLOCK-----", "\n", Of(_, Base64, 63)]),
        ("JSON web token", _ => ["ey", Of(_, Alphanumeric, 17), ".", "ey", Of(_, Dashed, 17), ".", Of(_, Dashed, 10)]),
    ];

    /// <summary>The formats, each once for each way to write it.</summary>
    public static IEnumerable<int> All => Enumerable.Range(0, Written.Length);

    public static string NameOf(int sample) => Written[sample].Name;

    /// <summary>A value of a format, the shortest that it allows.</summary>
    public static string Of(int sample) => string.Concat(Written[sample].Parts(new Random(sample)));

    /// <summary>The parts of the same value.</summary>
    public static string[] PartsOf(int sample) => Written[sample].Parts(new Random(sample));

    /// <summary>A value of a format, by the format's name.</summary>
    public static string Of(string name) => Of(Array.FindIndex(Written, written => written.Name == name));

    /// <summary>What a prefix is followed by, as far as a scanner of repositories is concerned nothing.</summary>
    private static string Of(Random random, string alphabet, int length)
    {
        // Ends and begins with a character that stands in every alphabet here but those without letters or without capitals.
        var inner = string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
        return alphabet.Contains('-', StringComparison.Ordinal) ? "Z" + inner[1..^1] + "Z" : inner;
    }

    /// <summary>All formats that the table has.</summary>
    public static IEnumerable<string> FormatNames => TokenFormats.All.Select(format => format.Name).Distinct();
}
