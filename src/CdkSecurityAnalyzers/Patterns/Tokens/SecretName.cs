using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>
/// Tells names of variables and parameters that say their value is secret from those that only sound so. What a thing is stands at the end of its name in
/// English: <c>GITHUB_TOKEN</c> is a token, <c>TOKEN_URL</c> a URL, <c>PASSWORD_POLICY</c> a policy.
/// </summary>
internal static class SecretName
{
    private static readonly ImmutableHashSet<string> Secrets =
    [
        "TOKEN",
        "PASSWORD",
        "PASSWD",
        "PASSPHRASE",
        "SECRET",
        "CREDENTIAL",
        "CREDENTIALS",
        "APIKEY",
        "APITOKEN",
        "ACCESSTOKEN",
        "AUTHTOKEN",
        "SECRETKEY",
        "PRIVATEKEY",
        "ACCESSKEY",
    ];

    /// <summary>What is secret about a key.</summary>
    private static readonly ImmutableHashSet<string> SecretKeys =
    [
        "API",
        "ACCESS",
        "SECRET",
        "PRIVATE",
        "SIGNING",
        "ENCRYPTION",
        "DEPLOY",
        "LICENSE",
        "AUTH",
    ];

    /// <summary>Short for a token or password when something stands before it: alone they are a verb, and the working directory.</summary>
    private static readonly ImmutableHashSet<string> ShortForms = ["PAT", "PWD"];

    /// <summary>Where the value is used, behind what it is.</summary>
    private static readonly ImmutableHashSet<string> Stages =
    [
        "PROD",
        "PRODUCTION",
        "DEV",
        "DEVELOPMENT",
        "STAGING",
        "TEST",
        "QA",
        "VALUE",
    ];

    /// <summary>Before a token, what makes it one of text, of pages, of requests that are repeated; before anything, a setting or the public part.</summary>
    private static readonly ImmutableHashSet<string> Innocent =
    [
        "NEXT",
        "PAGE",
        "CONTINUATION",
        "CLIENT",
        "STOP",
        "EOS",
        "BOS",
        "PAD",
        "MASK",
        "DESIGN",
        "CANCELLATION",
        "PUBLIC",
        "PUBLISHABLE",
        "MAX",
        "MIN",
        "NUM",
    ];

    /// <summary>Before everything else, a question.</summary>
    private static readonly ImmutableHashSet<string> Questions =
    [
        "USE",
        "HAS",
        "IS",
        "NO",
        "REQUIRE",
        "REQUIRES",
        "ENABLE",
        "DISABLE",
        "ALLOW",
        "SKIP",
        "ROTATE",
        "VALIDATE",
    ];

    /// <summary>Whether a name says that its value is secret.</summary>
    public static bool SaysSecret(string name)
    {
        var words = NameWords.Of(name);
        while (words.Count > 1 && (Stages.Contains(words[words.Count - 1]) || words[words.Count - 1].All(char.IsDigit)))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 || (words.Count > 1 && Questions.Contains(words[0])))
        {
            return false;
        }

        // The second of two tokens is TOKEN_2 or TOKEN2.
        var last = words[words.Count - 1].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var before = words.Count > 1 ? words[words.Count - 2] : string.Empty;
        return IsAwsKeyId(words)
            || (Secrets.Contains(last) && !IsInnocent(before, last))
            || (last == "KEY" && SecretKeys.Contains(before) && !(words.Count > 2 && Innocent.Contains(words[words.Count - 3])))
            || (ShortForms.Contains(last) && before.Length > 0 && before != "OLD");
    }

    /// <summary>The name as it may be shown; null when there is none, or when it has a token in it.</summary>
    public static string? Shown(string? name) =>
        name is null || TokenScanner.Find(name) is not null || UrlCredential.Find(name) is not null ? null : name;

    /// <summary>Whether a name is that of a user, an address, a database: what stands beside a password and is none.</summary>
    public static bool SaysUser(string name) => NameWords.Of(name) is { Count: > 0 } words && IsUser(words);

    private static bool IsInnocent(string before, string last) =>
        // A client secret is one, a client token makes a request repeatable.
        Innocent.Contains(before) && !(before == "CLIENT" && last != "TOKEN");

    /// <summary>AWS Security Hub's control CodeBuild.2 wants the id of a key kept as well as the key.</summary>
    private static bool IsAwsKeyId(List<string> words) =>
        words.Count >= 4 && words.Skip(words.Count - 4).SequenceEqual(["AWS", "ACCESS", "KEY", "ID"]);

    private static bool IsUser(List<string> words) =>
        words[words.Count - 1] is "USER" or "USERNAME" or "LOGIN" or "EMAIL"
        || (words.Count > 1 && words[words.Count - 1] == "NAME" && words[words.Count - 2] == "USER");
}
