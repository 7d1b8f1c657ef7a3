using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>The check of spellings sees what it is there to see.</summary>
public sealed class SpellingCheckTests
{
    private static readonly ProgramOptions Options = new() { CdkVersions = [CdkLibrary.Runnable], Only = ["CDKSEC101", "CDKSEC103"] };

    private static readonly string Source = TestProgram.InStack(
        """
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs("755743") },
            }),
        });
        """);

    [Fact]
    public async Task FindingsAreMarkedWhereTheyStand()
    {
        var program = await VariedProgram.Of(Source, Options);

        Assert.Contains("AndActorAccountIs(⟦CDKSEC103:\"755743\"⟧)", program.ToString(), StringComparison.Ordinal);
        Assert.Null(await program.Failure());
    }

    [Theory]
    [InlineData("\"^755743$\"", "instead of:\n    /Program.cs8,129: CDKSEC103 on \"^755743$\"")]
    [InlineData("\"755743\" + nothing", "does not compile")]
    public async Task ASpellingThatMeansSomethingElseFails(string spelling, string failure)
    {
        var changed = await Changed((pattern, edit) => edit.Use(pattern, spelling));

        Assert.Contains(failure, await changed.Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFindingThatLosesItsMarkFails()
    {
        var changed = await Changed((pattern, edit) => edit.Replace(pattern, "\"755743\""));

        Assert.Contains("reported:\n    /Program.cs8,129: CDKSEC103 on \"755743\"", await changed.Failure(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("⟦CDKSEC103?choice1:\"755743\"⟧ + ⟦CDKSEC103?choice1:\"\"⟧", false)]
    [InlineData("⟦CDKSEC103?choice1:\"755743\" + ⟦CDKSEC103?choice1:\"\"⟧⟧", true)]
    public async Task OneOfSeveralPlacesWillDo(string marked, bool isKept)
    {
        var changed = await Changed((pattern, edit) => edit.Replace(pattern, marked));

        Assert.Equal(isKept, await changed.Failure() is null);
    }

    [Fact]
    public async Task MarksKeepTheirPlacesAroundEdits()
    {
        var changed = await Changed((pattern, edit) =>
        {
            edit.Use(pattern, "name");
            edit.Before(pattern.FirstAncestorOrSelf<StatementSyntax>()!, $"var name = {edit.Inside(pattern)};");
        });

        Assert.Null(await changed.Failure());
        Assert.Contains("AndActorAccountIs(⟦CDKSEC103:name⟧)", changed.ToString(), StringComparison.Ordinal);
    }

    private static async Task<VariedProgram> Changed(Action<SyntaxNode, Rewriting> rewrite)
    {
        var program = await VariedProgram.Of(Source, Options);
        var rewriting = new Rewriting(program);
        rewrite(program.Values.Single(value => value.Expression.ToString() == "\"755743\"").Expression, rewriting);
        return rewriting.Result();
    }
}
