using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators.Contributors;

/// <summary>A mistake in a list of contributors is told on its word, and everything right is kept.</summary>
public sealed class ContributorProblemTests
{
    [Theory]
    [InlineData("‹octocat› octocat", "'octocat': an account id is a number; if this is a login, its id is told by: gh api users/octocat --jq .id")]
    [InlineData("‹-5› octocat", "'-5': an account id is a positive number in digits")]
    [InlineData("‹+5› octocat", "'+5': an account id is a positive number in digits")]
    [InlineData("‹5.0› octocat", "'5.0': an account id is a positive number in digits")]
    [InlineData("‹٣› octocat", "'٣': an account id is a positive number in digits")]
    [InlineData("‹5,› octocat", "'5,': an account id is a positive number in digits")]
    [InlineData("‹0› octocat", "'0': an account id does not begin with 0")]
    [InlineData("‹0583231› octocat", "'0583231': an account id does not begin with 0")]
    [InlineData("‹111122223333› octocat", "'111122223333': this is no account id of GitHub; AWS accounts have ids of twelve digits")]
    [InlineData("‹99999999999› octocat", "'99999999999': no account of GitHub has so large an id")]
    [InlineData("‹99999999999999999999999999› octocat", "'99999999999999999999999999': no account of GitHub has so large an id")]
    [InlineData("  ‹583231›  ", "'583231': the login is missing: write the id, the login that it belongs to, and what the account is trusted for")]
    [InlineData("583231\t‹#› octocat", "'#': this is no login of GitHub: letters, digits and hyphens")]
    [InlineData("583231 ‹octo.cat› note", "'octo.cat': this is no login of GitHub: letters, digits and hyphens")]
    [InlineData("583231 ‹-cat› note", "'-cat': this is no login of GitHub: letters, digits and hyphens")]
    [InlineData("755743 releaser\n\n‹755743› octocat", "'755743': this account is in the list already, in line 1")]
    [InlineData("755743 releaser\n583231 ‹Releaser›", "'Releaser': this login has the id 755743 in line 1")]
    [InlineData("755743 releaser\n[docs]\n‹755743› other\n583231 octocat", "'755743': this account is in the list already, in line 1")]
    [InlineData("‹[docs]›", "'[docs]': this section has no members")]
    [InlineData("‹[docs]›\n# 583231 octocat\n[web]\n583231 octocat", "'[docs]': this section has no members")]
    [InlineData("‹[docs›\n583231 octocat", "'[docs': a section is written as [name]")]
    [InlineData("‹[]›\n583231 octocat", "'[]': a section is written as [name]")]
    [InlineData("‹[ - ]›\n583231 octocat", "'[ - ]': a section is written as [name]")]
    [InlineData("‹[push]›\n583231 octocat", "'[push]': the class has a member Push already; name the section otherwise")]
    [InlineData("‹[get hash code]›\n583231 octocat", "'[get hash code]': the class has a member GetHashCode already; name the section otherwise")]
    [InlineData("‹[trusted-contributors]›\n583231 octocat", "'[trusted-contributors]': the class has a member TrustedContributors already; name the section otherwise")]
    [InlineData("[docs]\n583231 octocat\n‹[Docs]›\n755743 releaser", "'[Docs]': this section is there already, in line 1")]
    [InlineData("583231 octocat\n‹\uFFFD›", "'trusted-contributors.txt': this cannot be read as text; save the file as UTF-8")]
    [InlineData("5‹\0›8\0", "'trusted-contributors.txt': this cannot be read as text; save the file as UTF-8")]
    public void AMistakeIsToldOnItsWord(string markup, string message)
    {
        foreach (var lines in (string[])[markup, "# A list.\n\n" + markup, markup.ReplaceLineEndings("\r\n")])
        {
            var file = new MarkedFile("trusted-contributors.txt", lines);
            var expected = lines.StartsWith('#') && message.Contains("in line 1", StringComparison.Ordinal) ? message.Replace("in line 1", "in line 3", StringComparison.Ordinal) : message;

            file.AssertMarked(GeneratedCode.Of([(file.Name, file.Text)], library: null).Problems, expected);
        }
    }

    [Fact]
    public void EveryMistakeIsTold()
    {
        var file = new MarkedFile("a.trusted-contributors.txt", "‹octocat›\n1 one\n‹1› two\n3 ‹three!›\n‹[docs]›\n[web]\n1 one\n‹x› y\n");

        file.AssertMarked(
            GeneratedCode.Of([(file.Name, file.Text)], library: null).Problems,
            "'octocat': an account id is a number; if this is a login, its id is told by: gh api users/octocat --jq .id",
            "'1': this account is in the list already, in line 2",
            "'three!': this is no login of GitHub: letters, digits and hyphens",
            "'[docs]': this section has no members",
            "'x': an account id is a number; if this is a login, its id is told by: gh api users/x --jq .id");
    }

    [Theory]
    [InlineData("1 one\nlogin two\n3 three", "^(1|3)$")]
    [InlineData("1 one\n1 two\n2 one\n3 three", "^(1|3)$")]
    // Whoever stands under a heading that cannot be read is trusted for nothing, and not for everything.
    [InlineData("1 one\n[docs\n2 two\n[]\n3 three\n[push]\n4 four", "^(1)$")]
    [InlineData("x\n", "^$")]
    [InlineData("", "^$")]
    public void WhatIsRightIsKept(string text, string pattern) =>
        Assert.Contains(
            $"\n    public const string ActorPattern = \"{pattern}\";\n",
            GeneratedCode.Of([("trusted-contributors.txt", text)], library: null).Single,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("# 583231 octocat\n   # note\n\n \t \n583231 octocat # not a comment, a note")]
    [InlineData("583231 octocat[bot]\n1 name_company\n2 A-b-C")]
    [InlineData("583231 octocat\n[docs]\n583231 Octocat\n[ web site ]  \n583231 octocat")]
    [InlineData("583231 octocat the né €\uD83D\uDE00")]
    public void WhatIsRightIsSilent(string text) =>
        Assert.Empty(GeneratedCode.Of([("trusted-contributors.txt", text)], library: null).Problems);

    [Fact]
    public void AFileWithoutTextIsTold()
    {
        var driver = (GeneratorDriver)Generation.Driver([]).AddAdditionalTexts([new Unreadable()]);

        var problem = Assert.Single(driver.RunGenerators(Generation.Compilation(null, []), TestContext.Current.CancellationToken).GetRunResult().Diagnostics);

        Assert.Equal("'trusted-contributors.txt': the file cannot be read as text; save it as UTF-8", problem.GetMessage(null));
        Assert.Equal("/trusted-contributors.txt", problem.Location.GetLineSpan().Path);
    }

    [Fact]
    public void TextInACodePageIsToldBecauseItIsAnotherTextElsewhere()
    {
        var driver = (GeneratorDriver)Generation.Driver([]).AddAdditionalTexts([new InLatin1("583231 octocat r\u00E9viseur")]);

        var problem = Assert.Single(driver.RunGenerators(Generation.Compilation(null, []), TestContext.Current.CancellationToken).GetRunResult().Diagnostics);

        Assert.Equal(new LinePosition(0, 16), problem.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void TwoFilesThatWouldMakeTheSameClassAreTold()
    {
        var made = GeneratedCode.Of([("b/trusted-contributors.txt", "2 two"), ("a/trusted-contributors.txt", "1 one")], library: null);

        Assert.Contains("^(1)$", made.Single, StringComparison.Ordinal);
        var problem = Assert.Single(made.Problems);
        Assert.Equal("/b/trusted-contributors.txt", problem.Location.GetLineSpan().Path);
        Assert.Equal("'trusted-contributors.txt': the class TrustedContributors is made from another file already; rename one of them", problem.GetMessage(null));
    }

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "/trusted-contributors.txt";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class InLatin1(string text) : AdditionalText
    {
        public override string Path => "/trusted-contributors.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.Latin1);
    }
}
