using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The rules whose pages have code that violates them.</summary>
internal static class PageRules
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "CDKSEC*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(id => RulePage.Of(id).Noncompliant is not null)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The code of a page as the constructor of a stack.</summary>
    public static string Program(string id)
    {
        var (imports, statements) = LeadingImports.Of(RulePage.Of(id).Noncompliant!);
        return $$"""
            using Amazon.CDK;
            using Amazon.CDK.AWS.CodeBuild;
            using Amazon.CDK.AWS.IAM;
            using Constructs;
            {{imports}}
            namespace Pages.{{id}};

            class PageStack : Stack
            {
                public PageStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
                {
            {{statements}}
                }
            }

            """;
    }
}
