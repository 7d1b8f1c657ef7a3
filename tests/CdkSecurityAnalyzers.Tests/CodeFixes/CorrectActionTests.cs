using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class CorrectActionTests
{
    private const string Action = "Correct the action (check that it is the one that was meant)";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData("{|CDKSEC210:\"s3:GetObjects\"|}, {|CDKSEC210:\"s3:PutObjekt\"|}", "\"s3:GetObject\", \"s3:PutObject\"")]
    [InlineData("{|CDKSEC210:@\"s3:GetObjects\"|}", "@\"s3:GetObject\"")]
    [InlineData("{|CDKSEC210:$\"{Service}:GetObjects\"|}", "\"s3:GetObject\"")]
    public Task TheNearestActionIsWritten(string actions, string fixedActions) =>
        Verify.CodeFixInStack(Allowing(actions), Allowing(fixedActions), Action, Options);

    [Theory]
    [InlineData("{|CDKSEC210:\"s3:Frobnicate\"|}")]
    public Task WithoutANearestOneNothingIsOffered(string actions) => Verify.NoCodeFix(TestProgram.InStack(Allowing(actions)), Action, Options);

    private static string Allowing(string actions) =>
        $$"""
        const string Service = "s3";
        new ManagedPolicy(this, Service).AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "arn:aws:s3:::widgets/*" } }));
        """;
}
