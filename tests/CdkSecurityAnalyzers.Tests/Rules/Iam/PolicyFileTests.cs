using System.Globalization;
using CdkSecurityAnalyzers.Tests.Generators;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>The rules judge policy files as strictly as code, and report in the file, at the value.</summary>
public sealed class PolicyFileTests
{
    private const string Scoped = "\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::a/*\"";

    [Theory]
    [InlineData("CDKSEC201", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":‹\"*\"›,\"Resource\":\"arn:aws:s3:::a/*\"}}")]
    [InlineData("CDKSEC201", "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",‹\"*\"›],\"Resource\":\"arn:aws:s3:::a/*\"}]}")]
    [InlineData("CDKSEC202", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\n  ‹\"s3:*\"›\n],\"Resource\":\"arn:aws:s3:::a/*\"}}")]
    [InlineData("CDKSEC203", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Resource\":‹\"*\"›}}")]
    [InlineData("CDKSEC203", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Resource\":[\"arn:aws:s3:::a/*\",‹\"arn:aws:s3:::*\"›]}}")]
    [InlineData("CDKSEC204", "{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":[‹\"iam:*\"›],\"Resource\":\"*\"}}")]
    [InlineData("CDKSEC204", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"NotResource\":‹\"arn:aws:s3:::a/*\"›}}")]
    [InlineData("CDKSEC204", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"NotPrincipal\":{\"AWS\":‹\"111122223333\"›}}}")]
    [InlineData("CDKSEC205", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":‹\"iam:PassRole\"›,\"Resource\":\"*\"}}")]
    [InlineData("CDKSEC206", "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":‹\"iam:CreateAccessKey\"›,\"Resource\":\"*\"}]}")]
    [InlineData("CDKSEC208", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":‹\"*\"›}}")]
    [InlineData("CDKSEC208", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":[‹\"*\"›]}}}")]
    [InlineData("CDKSEC209", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Principal\":{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"},\"Condition\":{\"StringLike\":{\"token.actions.githubusercontent.com:sub\":‹\"repo:*\"›}}}}")]
    [InlineData("CDKSEC210", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[‹\"s3:GetObjet\"›],\"Resource\":\"arn:aws:s3:::a/*\"}}")]
    [InlineData("CDKSEC211", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":‹\"arn:aws:s3:::${1}/*\"›}}")]
    [InlineData("CDKSEC212", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[‹\"s3:Put*\"›],\"Resource\":\"arn:aws:s3:::a/*\"}}")]
    [InlineData("CDKSEC201", """{"generatedPolicyResult":{"generatedPolicies":[{"policy":"{\n\"Statement\":[{\"Effect\":\"Allow\",\"Action\":‹\"*\"›,\"Resource\":\"arn:aws:s3:::a\"}]}"}]}}""")]
    public async Task AFindingStandsOnItsValue(string rule, string markup)
    {
        foreach (var text in (string[])[markup, "\r\n\n " + markup])
        {
            var file = new MarkedFile("a.policy.json", text);

            file.AssertPlaces([.. (await Findings(file, enable: "CDKSEC212")).Where(finding => finding.Id == rule)]);
        }
    }

    [Theory]
    [InlineData("{\"Statement\":{" + Scoped + "}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/a\":\"b\"}}}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"codebuild.amazonaws.com\"}}}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Principal\":{\"Service\":\"codebuild.amazonaws.com\"}}}")]
    // What the program fills in is no placeholder that somebody forgot, and no wildcard.
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:${Partition}:s3:::${BucketName}/*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::a/${aws:username}/*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"${Service}:*\",\"Resource\":\"arn:aws:s3:::a/*\"}}")]
    // Mistakes are told by the generator; what is not read is not judged.
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":5}}")]
    [InlineData("{")]
    [InlineData("")]
    public async Task WhatIsRightIsSilent(string text) =>
        Assert.DoesNotContain(await Findings(new MarkedFile("a.policy.json", text), "CDKSEC212"), finding => finding.Id != "CDKSEC903");

    [Fact]
    public async Task TheStatementsOfAFileAreHeldTogether()
    {
        var file = new MarkedFile("a.policy.json", """
            {
              "Statement": [
                { "Effect": "Allow", "Action": "codebuild:CreateProject", "Resource": "*" },
                { "Effect": "Allow", "Action": "codebuild:StartBuild", "Resource": "*" },
                { "Effect": "Allow", "Action": ‹"iam:PassRole"›, "Resource": "*" }
              ]
            }
            """);

        var finding = Assert.Single(await Findings(file), finding => finding.Id == "CDKSEC206");

        Assert.Contains("iam:PassRole + codebuild:CreateProject", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(["/a.policy.json"], finding.AdditionalLocations.Prepend(finding.Location).Select(place => place.GetLineSpan().Path).Distinct());
    }

    [Fact]
    public async Task ABoundaryGrantsNothing()
    {
        const string text = """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}""";

        Assert.Empty(await Findings(new MarkedFile("build-boundary.policy.json", text)));
        Assert.NotEmpty(await Findings(new MarkedFile("build.policy.json", text)));
    }

    [Fact]
    public async Task WhatTheFileMayIsConfigured()
    {
        const string text = """{"Statement":{"Effect":"Allow","Action":["xray:*","s3:*"],"Resource":"arn:aws:s3:::a"}}""";
        var findings = await Findings(new MarkedFile("a.policy.json", text), configuration: "[*.policy.json]\ncdksec.allowed_wildcard_actions = xray:*\n");

        Assert.Equal("\"s3:*\"", Microsoft.CodeAnalysis.Text.SourceText.From(text).ToString(Assert.Single(findings).Location.SourceSpan));
    }

    [Fact]
    public async Task WithoutTheCdkNothingIsJudged()
    {
        var options = ProgramOptions.Default with { CdkVersions = [], AdditionalFiles = [("a.policy.json", """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")] };

        Assert.Empty(await Analysis.Run("class A { }", options));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Findings(MarkedFile file, string? enable = null, string? configuration = null) =>
        await Analysis.Run(
            "class A { }",
            ProgramOptions.Default with
            {
                CdkVersions = [CdkLibrary.Newest],
                AdditionalFiles = [(file.Name, file.Text)],
                Enable = enable is null ? [] : [enable],
                EditorConfig = configuration,
            });
}
