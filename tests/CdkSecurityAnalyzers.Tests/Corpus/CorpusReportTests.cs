using CdkSecurityAnalyzers.Corpus;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Corpus;

/// <summary>Counting what was determined in the C# projects of a folder.</summary>
public sealed class CorpusReportTests : IDisposable
{
    private const string Definition = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_the_code_tells_is_determined()
    {
        Write("App/App.csproj", Definition);
        Write("App/Stack.cs", Stack("new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\") }"));

        var report = CorpusReport.Of(folder.FullName);

        Assert.True(report.Total > 0);
        Assert.Equal(report.Total, report.Determined);
        Assert.Contains("(100.0 %)", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_environment_tells_is_counted_with_its_reason_form_and_place()
    {
        Write("App/App.csproj", Definition);
        Write("App/Stack.cs", Stack("new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(System.Environment.GetEnvironmentVariable(\"REF\")) }"));

        var report = CorpusReport.Of(folder.FullName);

        Assert.Equal(1, report.Total - report.Determined);
        Assert.Contains("    1  RuntimeCall, Invocation\n", Normalized(report), StringComparison.Ordinal);
        Assert.Contains($"App{Path.DirectorySeparatorChar}Stack.cs(8,", Normalized(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_of_unclear_meaning_is_not_determined()
    {
        Write("App/App.csproj", Definition);
        Write("App/Stack.cs", Stack("new[] { FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"^(?=1)1$\") }"));

        var report = CorpusReport.Of(folder.FullName);

        Assert.Equal(1, report.Total - report.Determined);
        Assert.Contains("What a pattern matches", Normalized(report), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_callers_of_a_helper_give_is_determined()
    {
        Write("App/App.csproj", Definition);
        Write("App/Stack.cs", Stack("new[] { Groups.On(\"^refs/heads/main$\") }"));
        Write("App/Groups.cs", Groups);

        var report = CorpusReport.Of(folder.FullName);

        Assert.Equal(report.Total, report.Determined);
    }

    [Fact]
    public void What_nobody_gives_to_a_helper_is_not_determined()
    {
        Write("App/App.csproj", Definition);
        Write("App/Groups.cs", Groups);

        var report = CorpusReport.Of(folder.FullName);

        Assert.Equal(1, report.Total - report.Determined);
        Assert.Contains("Parameter, ParameterReference", Normalized(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_referenced_project_of_the_folder_is_read_along()
    {
        Write("App/App.csproj", Definition.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\Settings\\Settings.csproj\" /></ItemGroup></Project>", StringComparison.Ordinal));
        Write("App/Stack.cs", Stack("new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(Settings.Ref) }"));
        Write("Settings/Settings.csproj", Definition);
        Write("Settings/Settings.cs", "public static class Settings { public const string Ref = \"^refs/heads/main$\"; }");

        var report = CorpusReport.Of(folder.FullName);

        Assert.DoesNotContain("does not compile", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(report.Total, report.Determined);
    }

    [Fact]
    public void What_does_not_compile_is_told_and_the_rest_is_read()
    {
        Write("Broken/Broken.csproj", Definition);
        Write("Broken/Broken.cs", "class Broken { Missing missing; }");
        Write("App/App.csproj", Definition);
        Write("App/Stack.cs", Stack("new[] { FilterGroup.InEventOf(EventAction.PUSH) }"));
        Write("App/obj/Generated.cs", "this is not code");

        var report = CorpusReport.Of(folder.FullName);

        Assert.Contains("Broken does not compile", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("App does not compile", report.ToString(), StringComparison.Ordinal);
        Assert.True(report.Total > 0);
    }

    private const string Groups = """
        using Amazon.CDK.AWS.CodeBuild;

        static class Groups
        {
            public static FilterGroup On(string reference) => FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(reference);
        }
        """;

    private static string Stack(string groups) =>
        $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Constructs;
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                var groups = {{groups}};
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo-org", Repo = "widgets", WebhookFilters = groups }),
                });
            }
        }
        """;

    private static string Normalized(CorpusReport report) => report.ToString().ReplaceLineEndings("\n");

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
