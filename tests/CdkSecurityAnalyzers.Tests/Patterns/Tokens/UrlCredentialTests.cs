using CdkSecurityAnalyzers.Patterns.Tokens;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Tokens;

public sealed class UrlCredentialTests
{
    [Theory]
    [InlineData("https://octocat:hunter22hunter@github.com/octo-org/widgets.git", 16, 14)]
    [InlineData("git clone https://octocat:hunter22hunter@github.com/octo-org/widgets.git && cd widgets", 26, 14)]
    [InlineData("postgres://app:correct-horse@db.internal:5432/widgets", 15, 13)]
    [InlineData("https://a.example/x https://octocat:hunter22hunter@github.com", 36, 14)]
    [InlineData("https://octocat:h@nter22hunter@github.com", 16, 14)]
    public void A_password_in_a_url(string text, int start, int length)
    {
        Assert.Equal(start, UrlCredential.Find(text)?.Start);
        Assert.Equal(length, UrlCredential.Find(text)?.Length);
    }

    [Fact]
    public void A_token_in_the_place_of_user_or_password()
    {
        var token = TokenSample.Of("GitHub personal access token");

        Assert.All(
            [$"https://{token}@github.com/o/r", $"https://{token}:x-oauth-basic@github.com/o/r", $"https://x-access-token:{token}@github.com/o/r"],
            url => Assert.Equal(token, url.Substring(UrlCredential.Find(url)!.Value.Start, UrlCredential.Find(url)!.Value.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("://")]
    [InlineData("://user:hunter22hunter@host")]
    [InlineData("https://github.com/octo-org/widgets.git")]
    [InlineData("https://octocat@github.com/octo-org/widgets.git")]
    [InlineData("ssh://git@github.com:22/octo-org/widgets.git")]
    [InlineData("git@github.com:octo-org/widgets.git")]
    [InlineData("https://octocat:$TOKEN@github.com")]
    [InlineData("https://octocat:${TOKEN}@github.com")]
    [InlineData("https://octocat:%TOKEN%@github.com")]
    [InlineData("https://$USER:$PASSWORD@github.com")]
    [InlineData("https://$(cat user):$(cat password)@github.com")]
    [InlineData("https://user:password@example.com")]
    [InlineData("https://user:<token>@example.com")]
    [InlineData("https://user:***@example.com")]
    [InlineData("https://user:{{resolve:secretsmanager:codebuild/token}}@example.com")]
    [InlineData("amqp://guest:guest@queue")]
    [InlineData("postgres://postgres:postgres@db:5432/test")]
    [InlineData("postgres://test:test-password@localhost:5432/test")]
    [InlineData("https://host/path?x=a:b@c")]
    [InlineData("https://host/path:hunter22hunter@x")]
    [InlineData("time: 10:30 mail: a@b.c https://x")]
    public void None(string text) => Assert.Null(UrlCredential.Find(text));
}
