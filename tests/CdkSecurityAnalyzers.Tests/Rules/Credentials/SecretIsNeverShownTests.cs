using System.Collections.Immutable;
using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>Whatever is reported about a secret, and whatever a fix writes, does not have it: messages, properties and titles are uploaded and logged.</summary>
public sealed class SecretIsNeverShownTests
{
    private const string Password = "hunter2-and-more";

    /// <summary>Every way in which the rules report a secret.</summary>
    private static readonly string Program = SecretProgram.Filled(SecretProgram.Usings + TestProgram.InStack(
        SecretProgram.Project("""
            ["A_TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" },
            ["B"] = new BuildEnvironmentVariable { Value = "@token@" },
            ["C"] = new BuildEnvironmentVariable { Value = "https://octocat:hunter2-and-more@github.com/octo-org/widgets" },
            ["D"] = new BuildEnvironmentVariable { Value = Token },
            ["E_TOKEN"] = new BuildEnvironmentVariable { Value = Given("hunter2-and-more") },
            ["F"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "@npm@" },
            ["G"] = new BuildEnvironmentVariable { Value = SecretValue.UnsafePlainText("hunter2-and-more").UnsafeUnwrap() },
            ["@token@"] = new BuildEnvironmentVariable { Value = "@npm@" },
            ["@token@.TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" }
            """)
        + SecretProgram.Template("EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = \"hunter2-and-more\" } }",
            "BuildSpec = \"env:\\n  variables:\\n    A_TOKEN: hunter2-and-more\\n    B: @npm@\\n\", Location = \"https://octocat:hunter2-and-more@github.com\"").Replace("\"Build\"", "\"Template\"", StringComparison.Ordinal)
        + """
        new GitHubSourceCredentials(this, "Password", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText("hunter2-and-more") });
        new GitHubSourceCredentials(this, "Token", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText("@token@") });
        new CfnSourceCredential(this, "Raw", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = "@token@" });
        new CfnSourceCredential(this, "Text", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = Amazon.CDK.Token.AsString(SecretValue.UnsafePlainText("hunter2-and-more")) });
        new CfnOutput(this, "Output", new CfnOutputProps { Value = "hunter2-and-more" + SecretValue.SecretsManager("codebuild/token").UnsafeUnwrap() });
        new CfnPipeline(this, "Pipeline", new CfnPipelineProps
        {
            RoleArn = "role",
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty
                {
                    Name = "Build",
                    Actions = new[]
                    {
                        new CfnPipeline.ActionDeclarationProperty
                        {
                            Name = "Build",
                            ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = "Build", Owner = "AWS", Provider = "CodeBuild", Version = "1" },
                            Configuration = new Dictionary<string, object>
                            {
                                ["EnvironmentVariables"] = "[{\"name\":\"A_TOKEN\",\"value\":\"hunter2-and-more\"},{\"name\":\"@token@\",\"value\":\"@npm@\"},{\"name\":\"C\",\"value\":\"https://octocat:hunter2-and-more@github.com\"}]",
                            },
                        },
                    },
                },
            },
        });
        new CfnParameter(this, "GitHubToken", new CfnParameterProps { Default = "hunter2-and-more" });
        new Project(this, "Spec", new ProjectProps
        {
            BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>
            {
                ["env"] = new Dictionary<string, object> { ["variables"] = new Dictionary<string, object> { ["A_TOKEN"] = "hunter2-and-more", ["B"] = "@key@" } },
                ["phases"] = new Dictionary<string, object> { ["build"] = new Dictionary<string, object> { ["commands"] = new[] { "echo @token@" } } },
            }),
        });
        """,
        """
        private const string Token = "@token@";

        private const string Other = "@npm@";

        private static string Given(string text) => text;
        """));

    [Fact]
    public async Task In_no_message_and_no_property()
    {
        var findings = await Findings();

        Assert.Equal(
            ["CDKSEC301", "CDKSEC302", "CDKSEC303", "CDKSEC304", "CDKSEC305", "CDKSEC306", "CDKSEC307"],
            findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.True(findings.Length >= 17, $"Only {findings.Length} findings.");
        Assert.All(findings, finding => Assert.All(Texts(finding), AssertShowsNothing));
    }

    [Fact]
    public async Task In_no_file_of_results()
    {
        using var log = new StringWriter();
        foreach (var finding in await Findings())
        {
            // What the compiler writes into a SARIF file, and onto the console.
            await log.WriteLineAsync(finding.ToString());
            await log.WriteLineAsync(string.Join(';', finding.Properties.Select(property => $"{property.Key}={property.Value}")));
            await log.WriteLineAsync(finding.Descriptor.Title.ToString(CultureInfo.InvariantCulture));
            await log.WriteLineAsync(finding.Descriptor.Description.ToString(CultureInfo.InvariantCulture));
        }

        AssertShowsNothing(log.ToString());
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
        [finding.GetMessage(CultureInfo.InvariantCulture), finding.ToString(), .. finding.Properties.Select(property => $"{property.Key}={property.Value}")];

    private static void AssertShowsNothing(string text) => Assert.True(Occurrences(text) == 0, "A secret is shown.");

    private static int Occurrences(string text) =>
        Secrets().Sum(secret => (text.Length - text.Replace(secret, "", StringComparison.Ordinal).Length) / secret.Length);

    /// <summary>The secrets, and the part of each token that is its own.</summary>
    private static IEnumerable<string> Secrets() =>
        [Password, SecretProgram.Token[4..], SecretProgram.Filled("@key@")[4..], SecretProgram.Filled("@npm@")[4..]];
}
