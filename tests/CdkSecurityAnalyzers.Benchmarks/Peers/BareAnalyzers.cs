using CdkSecurityAnalyzers.Benchmarks.Baselines;

namespace CdkSecurityAnalyzers.Benchmarks.Peers;

/// <summary>
/// Two analyzers that know nothing about the CDK, as projects of their own: what they cost is what the compiler spends on any analyzer that looks at operations, and
/// on any that has as many findings at the same places.
/// </summary>
internal static class BareAnalyzers
{
    /// <summary>Looks at each operation once, as <see cref="EmptyAnalyzer"/> does.</summary>
    public const string Looking = "one that only looks";

    /// <summary>Reports two texts in the same stacks as the product, which it finds by their words.</summary>
    public const string Reporting = "one that only reports";

    private static readonly (string Name, string Actions)[] All =
    [
        (Looking, """
            context.RegisterOperationBlockAction(static block =>
            {
                foreach (var operation in block.OperationBlocks)
                {
                    Walk(operation);
                }
            });
            static void Walk(IOperation operation)
            {
                foreach (var child in operation.ChildOperations)
                {
                    Walk(child);
                }
            }
            """),
        (Reporting, """
            context.RegisterSyntaxNodeAction(static node => Report(node, "PULL_REQUEST_CREATED"), SyntaxKind.IdentifierName);
            context.RegisterSyntaxNodeAction(static node => Report(node, "\"main\""), SyntaxKind.StringLiteralExpression);
            static void Report(SyntaxNodeAnalysisContext node, string text)
            {
                if (node.Node.ToString() == text)
                {
                    node.ReportDiagnostic(Diagnostic.Create(Found, node.Node.GetLocation()));
                }
            }
            """),
    ];

    /// <summary>Writes and builds them.</summary>
    /// <param name="roslynVersion">The version of Roslyn that they are built against.</param>
    /// <param name="build">Builds the project in a folder.</param>
    /// <returns>The file of each.</returns>
    public static IEnumerable<(string Name, string File)> Build(DirectoryInfo folder, string roslynVersion, Action<string> build)
    {
        foreach (var (name, actions) in All)
        {
            var project = folder.CreateSubdirectory(name.Replace(' ', '-'));
            File.WriteAllText(Path.Combine(project.FullName, "Bare.csproj"), Project(roslynVersion));
            File.WriteAllText(Path.Combine(project.FullName, "BareAnalyzer.cs"), Source(actions));
            build(project.FullName);
            yield return (name, Path.Combine(project.FullName, "out", "Bare.dll"));
        }
    }

    private static string Project(string roslynVersion) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>netstandard2.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <OutputPath>out</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <Optimize>true</Optimize>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="{roslynVersion}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    private static string Source(string actions) =>
        $$"""
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.CSharp;
        using Microsoft.CodeAnalysis.Diagnostics;

        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class BareAnalyzer : DiagnosticAnalyzer
        {
            private static readonly DiagnosticDescriptor Found = new DiagnosticDescriptor("BARE001", "Found", "Found", "Bare", DiagnosticSeverity.Warning, true);

            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Found);

            public override void Initialize(AnalysisContext context)
            {
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
                context.EnableConcurrentExecution();
                {{actions}}
            }
        }
        """;
}
