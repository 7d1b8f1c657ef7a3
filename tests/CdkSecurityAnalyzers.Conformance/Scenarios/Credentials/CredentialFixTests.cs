using CdkSecurityAnalyzers.Conformance.Judges;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>Every fix of a secret that stands where it is shown: afterwards the template names a secret, and the text is nowhere in it.</summary>
public sealed class CredentialFixTests
{
    /// <summary>How a template says that a value is kept elsewhere.</summary>
    private static readonly string[] References = ["{{resolve:secretsmanager:", "SECRETS_MANAGER", "secrets-manager"];

    /// <summary>A URL is written anew by hand; of these no text is left to replace.</summary>
    private static readonly string[] WithoutFix =
    [
        "location of a source",
        "clone URL",
        "variable with a harmless name",
        "variable that is stored",
        "variable that is replaced",
        "variable whose list is deleted",
        "credential that is stored",
        "credential that is replaced",
        "exported value",
        "output",
        "description",
        "description of an output",
        "description of a role",
        "description of a template",
        "tag",
        "tag of a template",
        "variable of a shell step",
        "stored parameter",
        "stored parameter with a harmless name",
        "stored parameter of a template",
        "stored parameter by override",
        "stored secret in JSON",
        "stored secret of a template in JSON",
    ];

    public static TheoryData<string> Fixable => [.. SecretSinks.All.Keys.Except(WithoutFix)];

    public static TheoryData<string> Others => [.. WithoutFix];

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task The_template_names_a_secret(string sink)
    {
        var program = Program(sink);
        Assert.Contains(CredentialJudge.Planted, (await program.Template()).ToJsonString(), StringComparison.Ordinal);
        var fixes = await program.EveryFix();

        Assert.NotEmpty(fixes);
        foreach (var (finding, title, result) in fixes)
        {
            var template = await result.Template();
            var text = template.ToJsonString();
            Assert.False(text.Contains(CredentialJudge.Planted, StringComparison.Ordinal), $"'{title}' leaves the secret in {text}");
            Assert.True(finding.Id == "CDKSEC307" || References.Any(reference => text.Contains(reference, StringComparison.Ordinal)), $"'{title}' gives {text}");
            Assert.Empty(CredentialJudge.Violations(template));
            Assert.Empty(await result.Findings());
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task No_fix_is_offered(string sink) => Assert.Empty(await Program(sink).EveryFix());

    private static EditableProgram Program(string sink) =>
        EditableProgram.InStack(
            SecretSinks.All[sink].Replace("@bit", "\0bit", StringComparison.Ordinal).Replace("@git", "\0git", StringComparison.Ordinal)
                .Replace("@", $"\"{CredentialJudge.Planted}\"", StringComparison.Ordinal).Replace('\0', '@'));
}
