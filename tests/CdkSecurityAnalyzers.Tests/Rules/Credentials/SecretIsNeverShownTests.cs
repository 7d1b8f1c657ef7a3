using System.Collections.Immutable;
using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>Whatever is reported about a secret, and whatever a fix writes, does not have it: messages, properties and titles are uploaded and logged.</summary>
public sealed class SecretIsNeverShownTests
{
    private static readonly string Program = SecretProgram.Filled(LeakingStack.Usings + LeakingStack.Class);

    [Fact]
    public async Task In_no_message_and_no_property()
    {
        var findings = await Findings();

        Assert.Equal(
            LeakingStack.Rules,
            findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.True(findings.Length >= 19, $"Only {findings.Length} findings.");
        Assert.All(findings, finding => Assert.All(Texts(finding), AssertShowsNothing));
    }

    [Fact]
    public async Task In_no_title_of_a_fix_and_in_nothing_that_it_writes()
    {
        var program = EditableProgram.Of(Program, SecretProgram.Options);
        var before = Occurrences((await program.Syntax()).ToString());
        var fixes = await program.EveryFix();

        Assert.True(fixes.Count >= 9, $"Only {fixes.Count} fixes.");
        foreach (var (finding, title, result) in fixes)
        {
            AssertShowsNothing(title);
            var after = Occurrences((await result.Syntax()).ToString());
            var hadSecret = Occurrences(finding.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(finding.Location.SourceSpan)) > 0 && title != "Set NoEcho";
            Assert.True(hadSecret ? after < before : after <= before, $"{finding.Id}, {title}: {before} before, {after} after.");
        }
    }

    [Fact]
    public async Task In_no_error_of_the_analyzer()
    {
        // A program that is cut off anywhere: whatever is said of it, the secret is not.
        var lines = Program.Split('\n');
        for (var length = 10; length < lines.Length; length += 7)
        {
            var findings = await Analysis.Run(string.Join('\n', lines.Take(length)), SecretProgram.Options, allowErrors: true);
            Assert.All(findings, finding => Assert.All(Texts(finding), AssertShowsNothing));
        }
    }

    private static Task<ImmutableArray<Diagnostic>> Findings() => Analysis.Run(Program, SecretProgram.Options);

    private static IEnumerable<string> Texts(Diagnostic finding) =>
        [
            finding.GetMessage(CultureInfo.InvariantCulture),
            finding.ToString(),
            finding.Descriptor.Title.ToString(CultureInfo.InvariantCulture),
            finding.Descriptor.Description.ToString(CultureInfo.InvariantCulture),
            .. finding.Properties.Select(property => $"{property.Key}={property.Value}"),
        ];

    private static void AssertShowsNothing(string text) => Assert.True(Occurrences(text) == 0, "A secret is shown.");

    private static int Occurrences(string text) =>
        Secrets().Sum(secret => (text.Length - text.Replace(secret, "", StringComparison.Ordinal).Length) / secret.Length);

    /// <summary>The secrets, and the part of each token that is its own.</summary>
    private static IEnumerable<string> Secrets() =>
        [LeakingStack.Password, SecretProgram.Token[4..], SecretProgram.Filled("@key@")[4..], SecretProgram.Filled("@npm@")[4..]];
}
