using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

/// <summary>What a project configures and the analyzers do not understand is told, on its line where the file is at hand.</summary>
public sealed class InvalidConfigurationTests
{
    [Theory]
    [InlineData("cdksec.allowed_managed_policies = AmazonS3FullAccess, job-function/DataScientist")]
    [InlineData("cdksec.allowed_managed_policies = service-role/AWSElasticBeanstalkService # reviewed")]
    [InlineData("cdksec.allowed_managed_policies =")]
    [InlineData("cdksec.allowed_wildcard_actions : xray:*, logs:Create*, *")]
    [InlineData("CDKSEC.Allowed_Wildcard_Actions = codestar-connections:*")]
    [InlineData("cdksec.production_names = prod, blue-green, EU_live")]
    [InlineData("cdksec.also_report = fixed_image_tags, Builds_Outside_Vpcs")]
    [InlineData("cdksec.additional_code_scanners = acme-scan, make audit, dotnet list package --vulnerable")]
    [InlineData("# cdksec.allowed_wildcard_actions = s3")]
    [InlineData("; cdksec.allowed = s3")]
    [InlineData("dotnet_diagnostic.CDKSEC102.severity = warning")]
    [InlineData("other.allowed_wildcard_actions = s3")]
    public async Task WhatIsUnderstoodIsSilent(string line) => Assert.Empty(await Problems(line, isAtHand: true));

    [Theory]
    [InlineData("cdksec.allowed_managed_policies = Amazon S3 FullAccess", "'cdksec.allowed_managed_policies': 'Amazon S3 FullAccess' is no name of a managed policy, such as AmazonS3FullAccess or job-function/DataScientist")]
    [InlineData("cdksec.allowed_managed_policies = /AmazonS3FullAccess", "'cdksec.allowed_managed_policies': '/AmazonS3FullAccess' is no name of a managed policy, such as AmazonS3FullAccess or job-function/DataScientist")]
    [InlineData("cdksec.allowed_managed_policies = AmazonS3FullAccess,, IAMFullAccess", "'cdksec.allowed_managed_policies': an entry of the list is empty")]
    [InlineData("cdksec.allowed_managed_policies = AmazonS3FullAccess,", "'cdksec.allowed_managed_policies': an entry of the list is empty")]
    [InlineData("cdksec.allowed_wildcard_actions = Put*", "'cdksec.allowed_wildcard_actions': 'Put*' names no service, as xray:* does")]
    [InlineData("cdksec.allowed_wildcard_actions = xray:*, s*:*", "'cdksec.allowed_wildcard_actions': 's*:*' is no action, such as xray:*")]
    [InlineData("cdksec.allowed_wildcard_actions = s3:GetObject", "'cdksec.allowed_wildcard_actions': 's3:GetObject' has no wildcard: single actions are always allowed")]
    [InlineData("cdksec.allowed_wildcard_actions = Put*, s3:", "'cdksec.allowed_wildcard_actions': 'Put*' names no service, as xray:* does; 's3:' is no action, such as xray:*")]
    [InlineData("cdksec.allowed_managed_policy = IAMFullAccess", "'cdksec.allowed_managed_policy': there is no such setting; did you mean 'cdksec.allowed_managed_policies'?")]
    [InlineData("cdksec.production_names = *-prod", "'cdksec.production_names': '*-prod' is no part of a name, such as prod: patterns are not understood")]
    [InlineData("cdksec.production_names = prod, 1", "'cdksec.production_names': '1' is no part of a name, such as prod: patterns are not understood")]
    [InlineData("cdksec.also_report = image_tags", "'cdksec.also_report': 'image_tags' is not among what can be reported: fixed_image_tags, builds_outside_vpcs")]
    [InlineData("cdksec.additional_code_scanners = acme-scan && make", "'cdksec.additional_code_scanners': 'acme-scan && make' does not say how a command names a tool, such as acme-scan or make audit")]
    [InlineData("cdksec.production_name = prod", "'cdksec.production_name': there is no such setting; did you mean 'cdksec.production_names'?")]
    [InlineData("cdksec.trust = everybody", "'cdksec.trust': there is no such setting")]
    public async Task WhatIsNotIsToldOnItsLine(string line, string message)
    {
        var problem = Assert.Single(await Problems(line + " # comment", isAtHand: true));

        Assert.Equal(message, problem.GetMessage(CultureInfo.InvariantCulture));
        var place = problem.Location.GetLineSpan();
        Assert.Equal(("/.editorconfig", 2, 0, line.Length), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Character));
    }

    [Fact]
    public async Task WithoutTheFileItIsToldOnceWithoutAPlace()
    {
        var problem = Assert.Single(await Problems("cdksec.allowed_wildcard_actions = Put*", isAtHand: false));

        Assert.Equal(Location.None, problem.Location);
    }

    [Fact]
    public async Task OtherAdditionalFilesAreNoConfiguration()
    {
        var options = ProgramOptions.Default with { AdditionalFiles = [("notes.txt", "cdksec.trust = everybody")] };

        Assert.Empty(await Analysis.Run(TestProgram.InStack(""), options));
    }

    [Fact]
    public async Task AnInvalidEntryDoesNotDisableTheOthers()
    {
        var options = Options("cdksec.allowed_wildcard_actions = Put*, s3:*", isAtHand: true);
        var findings = await Analysis.Run(
            TestProgram.InStack("""new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:*" }, Resources = new[] { "*" } }));"""),
            options);

        Assert.Equal(["CDKSEC903"], findings.Select(finding => finding.Id));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Problems(string line, bool isAtHand) =>
        [.. (await Analysis.Run(TestProgram.InStack(""), Options(line, isAtHand))).Where(finding => finding.Id == "CDKSEC903")];

    private static ProgramOptions Options(string line, bool isAtHand)
    {
        var text = "[*.cs]\n" + line + "\n";
        return ProgramOptions.Default with
        {
            EditorConfig = text,
            AdditionalFiles = isAtHand ? [(".editorconfig", "root = true\n" + text)] : [],
            MoreSources = [("Second.cs", "class Second;")],
        };
    }
}
