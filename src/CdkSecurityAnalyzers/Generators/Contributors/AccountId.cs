using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>What ids and logins of GitHub accounts look like.</summary>
internal static class AccountId
{
    /// <summary>GitHub counts its accounts, and has some hundred millions of them.</summary>
    private const int LongestId = 10;

    /// <summary>How many digits the id of an AWS account has (AWS Account Management Reference Guide, View AWS account identifiers).</summary>
    private const int LengthOfAwsAccount = 12;

    /// <summary>The longest login, with the suffix of an enterprise's (GitHub Docs, Managing your username).</summary>
    private const int LongestLogin = 48;

    private const string BotSuffix = "[bot]";

    /// <summary>What is wrong with an id, as a clause; null when nothing is.</summary>
    public static string? FindProblem(string id)
    {
        if (!id.All(IsDigit))
        {
            return IsLogin(id) && id.Any(IsLetter)
                ? $"an account id is a number; if this is a login, its id is told by: gh api users/{id} --jq .id"
                : "an account id is a positive number in digits";
        }

        return id.Length == LengthOfAwsAccount ? "this is no account id of GitHub; AWS accounts have ids of twelve digits"
            : id.Length > LongestId ? "no account of GitHub has so large an id"
            : id[0] == '0' ? "an account id does not begin with 0"
            : null;
    }

    /// <summary>Whether an account can have a login: letters, digits and single hyphens, an underscore before an enterprise's name, or a bot's.</summary>
    public static bool IsLogin(string text)
    {
        var name = text.EndsWith(BotSuffix, StringComparison.OrdinalIgnoreCase) ? text.Substring(0, text.Length - BotSuffix.Length) : text;
        return name.Length is > 0 and <= LongestLogin
            && name.All(static character => IsDigit(character) || IsLetter(character) || character is '-' or '_')
            && name[0] is not ('-' or '_');
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
