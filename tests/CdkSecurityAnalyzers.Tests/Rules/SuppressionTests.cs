using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

/// <summary>A suppression of a finding of these analyzers has to say why; others are not our business.</summary>
public sealed class SuppressionTests
{
    private const string Id = "CDKSEC902";

    [Theory]
    [InlineData("#pragma warning disable [|CDKSEC102|]")]
    [InlineData("#pragma warning disable [|CDKSEC102|] //")]
    [InlineData("#pragma warning disable [|CDKSEC102|] // ---")]
    [InlineData("#pragma warning disable [|CDKSEC102|] // CDKSEC102, CDKSEC103")]
    [InlineData("#pragma warning disable CS0618, [|CDKSEC102|], CDKSEC103")]
    [InlineData("#pragma warning disable CDKSEC102 // The organization admits members only.")]
    [InlineData("#pragma warning disable CDKSEC102 // CDKSEC102 is accepted: ticket 12")]
    [InlineData("#pragma warning disable CS0618")]
    [InlineData("#pragma warning disable")]
    [InlineData("#pragma warning restore CDKSEC102")]
    [InlineData("#if NEVER\n#pragma warning disable CDKSEC102\n#endif")]
    [InlineData("#region CDKSEC102\n#endregion")]
    public Task APragmaNeedsAComment(string pragma) => Check(TestProgram.InStack($"\n{pragma}\n"));

    [Theory]
    [InlineData("""[SuppressMessage("Security.Webhooks", [|"CDKSEC102"|])]""")]
    [InlineData("""[SuppressMessage("Security.Webhooks", [|"CDKSEC102:Webhook has no filter groups"|], Scope = "member")]""")]
    [InlineData("""[SuppressMessage(category: "Security.Webhooks", [|checkId: "CDKSEC102"|])]""")]
    [InlineData("""[SuppressMessage([|checkId: "CDKSEC102"|], category: "Security.Webhooks")]""")]
    [InlineData("""[SuppressMessage("Security.Webhooks", [|"CDKSEC" + "102"|], Justification = " ")]""")]
    [InlineData("""[SuppressMessage("Security.Webhooks", [|"CDKSEC102"|], Justification = "<Pending>")]""")]
    [InlineData("""[UnconditionalSuppressMessage("Security.Webhooks", [|"CDKSEC102"|])]""")]
    [InlineData("""[Silenced("Security.Webhooks", [|"CDKSEC102"|])]""")]
    [InlineData("""[SuppressMessage("Security.Webhooks", "CDKSEC102", Justification = "The organization admits members only.")]""")]
    [InlineData("""[SuppressMessage("Design", "CA1000")]""")]
    [InlineData("""[Obsolete("CDKSEC102", true)]""")]
    [InlineData("[Serializable]")]
    public Task AnAttributeNeedsAJustification(string attribute) =>
        Check(
            $$"""
            using System.Diagnostics.CodeAnalysis;
            using Silenced = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;

            {{attribute}}
            class Builds
            {
            }

            """);

    [Fact]
    public Task AnAttributeOfTheAssemblyCounts() =>
        Check(
            """
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("Security.Webhooks", [|"CDKSEC102"|], Scope = "module")]

            """);

    [Fact]
    public async Task TheRuleIsOffByDefaultAndOnByFile()
    {
        const string Program = "#pragma warning disable CDKSEC102\n";

        Assert.Empty(await Analysis.Run(Program));
        Assert.Equal(Id, Assert.Single(await Analysis.Run(Program, new ProgramOptions { EditorConfig = $"[*.cs]\ndotnet_diagnostic.{Id}.severity = warning\n" })).Id);
    }

    [Fact]
    public async Task UnfinishedAttributesAreLeftAlone()
    {
        const string Program = """
            using System.Diagnostics.CodeAnalysis;
            [SuppressMessage("a")] [SuppressMessage("a",)] [SuppressMessage(, "CDKSEC102")] [SuppressMessage("a", Missing)] [Unknown("a", "CDKSEC102")]
            class Builds;
            """;

        Assert.Empty(await Analysis.Run(Program, new ProgramOptions { Enable = [Id] }, allowErrors: true));
    }

    private static Task Check(string markup) =>
        Verify.Analyzer(
            markup.Replace("[|", $"{{|{Id}:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal),
            new ProgramOptions { Enable = [Id], CdkVersions = [CdkLibrary.Runnable] });
}
