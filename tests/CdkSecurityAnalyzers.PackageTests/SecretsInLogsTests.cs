using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Tests.Rules.Credentials;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>What a build writes is uploaded and kept: neither its output nor its log in SARIF, nor what is made of that, shows a secret of the program.</summary>
public sealed class SecretsInLogsTests(PackageUnderTest package) : IDisposable
{
    // Put together here, so that no file of the repository holds what looks like a token.
    private const string TokenBody = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17";
    private const string KeyBody = "Q4HTZ7RWXK2MB5VN";
    private const string NpmBody = "k3J9sQ2vLx8TzB5nRw7YpH4cMd6FgU0aE13B";

    private static readonly string[] Secrets = [LeakingStack.Password, "hunter2", TokenBody[..30], KeyBody, NpmBody[..30]];

    private readonly UserFolder folder = new(package);

    [Theory]
    [InlineData("Default")]
    [InlineData("Audit")]
    public async Task NothingThatABuildWritesShowsASecret(string profile)
    {
        folder.Write("LeakingStack.cs", Filled(LeakingStack.Usings + LeakingStack.Class))
            .Write("App.csproj", UserProject.Text($"<CdkSecurityProfile>{profile}</CdkSecurityProfile>", UserProject.Cdk, UserProject.Analyzers(package)));

        var built = await folder.Try("build", "App.csproj", "-v:detailed");

        built.FailsOnlyByFindings();
        AssertShowsNothing(built.Output);
        var log = JsonNode.Parse(folder.Read("App.sarif"))!;
        var results = log["runs"]![0]!["results"]!.AsArray();
        Assert.Superset(LeakingStack.Rules.ToHashSet(), results.Select(result => (string)result!["ruleId"]!).ToHashSet());
        Assert.All(results, result => Assert.NotEmpty((string)result!["message"]!["text"]!));
        Assert.All(Texts(log), AssertShowsNothing);
        foreach (var format in new[] { "sarif", "gitlab" })
        {
            AssertShowsNothing(await Sarif(format, $"{format}.json", "App.sarif"));
            Assert.All(Texts(JsonNode.Parse(folder.Read($"{format}.json"))!), AssertShowsNothing);
        }
    }

    public void Dispose() => folder.Dispose();

    private Task<string> Sarif(params string[] words) =>
        Command.Run("node", folder.PathOf(""), new Dictionary<string, string>(), [Repository.PathOf("tools", "sarif.mjs"), .. words]);

    private static string Filled(string text) =>
        text.Replace("@token@", "gh" + "p_" + TokenBody, StringComparison.Ordinal)
            .Replace("@key@", "AK" + "IA" + KeyBody, StringComparison.Ordinal)
            .Replace("@npm@", "np" + "m_" + NpmBody, StringComparison.Ordinal);

    /// <summary>Every text of a file in JSON, and every name.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray elements => elements.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    /// <summary>The message of a failure shows nothing either.</summary>
    private static void AssertShowsNothing(string text) =>
        Assert.False(Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)), "A secret is shown.");
}
