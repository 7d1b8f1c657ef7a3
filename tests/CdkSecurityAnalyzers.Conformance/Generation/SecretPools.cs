using CdkSecurityAnalyzers.Conformance.Judges;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>What random credentials are made of. Every text that is secret ends with a number that no other one has.</summary>
internal static class SecretPools
{
    private const string Reference = "{{resolve:ssm:/codebuild/token}}";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>What follows the prefix of a token of GitHub.</summary>
    private const int TokenLength = 36;

    private static readonly string[] Harmless =
        [Reference, "changeme", "/etc/build/token", "true", "30", "https://git.example.com/token", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:build/token"];

    /// <summary>A text that is secret wherever its place says so.</summary>
    public static string Secret(int number) => $"{CredentialJudge.Planted}-{number}";

    /// <summary>A text that is secret by its format.</summary>
    public static string Token(int number)
    {
        var random = new Random(number);
        return "ghp" + "_" + string.Concat(Enumerable.Range(0, TokenLength).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }

    public static string Url(int number) => $"https://octo:{Secret(number)}@git.example.com/octo/app.git";

    /// <summary>Values of variables.</summary>
    public static string[] Values(int number) => [Secret(number), Secret(number), .. Harmless, Token(number), Url(number)];

    /// <summary>Values of properties in which every text is a credential.</summary>
    public static string[] Credentials(int number) => [Secret(number), Reference, Token(number)];

    public static string[] Urls(int number) => [Url(number), "https://git.example.com/octo/app.git"];

    /// <summary>Names of variables, of which the first ones say secret.</summary>
    public static string[] Names(int number) => [$"A_TOKEN_{number}", $"DB_PASSWORD_{number}", $"TOKEN_URL_{number}", $"STAGE_{number}"];

    /// <summary>The name under which a secret is stored.</summary>
    public static string Stored(int number) => $"codebuild/token-{number}";
}
