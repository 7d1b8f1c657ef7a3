using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Patterns;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Names under which secrets are stored, made from the names of what holds them.</summary>
internal static class SecretIds
{
    private const string Folder = "codebuild/";

    /// <summary><c>GITHUB_TOKEN</c> is stored as <c>codebuild/github-token</c>.</summary>
    /// <param name="words">The words of the variable's name.</param>
    public static string OfWords(IEnumerable<string> words) =>
        Folder + string.Join("-", words.Select(static word => word.ToLowerInvariant()));

    /// <summary>The secret that a property takes: GitHub's token where the CDK has one of GitHub in mind, else what the property is called.</summary>
    public static string OfProperty(string name) =>
        name is "AccessToken" or "OauthToken" or "Authentication" or "OAuthToken"
            ? OfServer("GITHUB")
            : string.Join("-", NameWords.Of(name).Select(static word => word.ToLowerInvariant()));

    /// <summary>The token for a server of the given <c>ServerType</c>.</summary>
    public static string OfServer(string? server) => server is null ? Folder + "source-token" : OfWords(server.Split('_').Append("TOKEN"));
}
