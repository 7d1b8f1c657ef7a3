using System.Linq;
using CdkSecurityAnalyzers.Cdk;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>What generated code has to know about the project that it becomes a part of.</summary>
/// <param name="Namespace">Where the generated classes go; empty for no namespace.</param>
/// <param name="HasCdk">Whether the project references the CDK.</param>
internal sealed record ProjectFacts(string Namespace, bool HasCdk)
{
    private const string RootNamespace = "build_property.RootNamespace";

    public static IncrementalValueProvider<ProjectFacts> Of(IncrementalGeneratorInitializationContext context)
    {
        var stated = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => options.GlobalOptions.TryGetValue(RootNamespace, out var name) ? name : null
        );
        var compiled = context.CompilationProvider.Select(
            // The names are at hand; a first look into the CDK's metadata would cost a second.
            static (compilation, _) =>
                new ProjectFacts(
                    compilation.AssemblyName ?? string.Empty,
                    compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == CdkTypes.CdkAssembly)
                )
        );
        return stated
            .Combine(compiled)
            .Select(
                static (known, _) =>
                    (known.Left ?? known.Right.Namespace) is var name && string.IsNullOrWhiteSpace(name)
                        ? known.Right with
                        {
                            Namespace = string.Empty,
                        }
                        : known.Right with
                        {
                            Namespace = Identifier.OfNamespace(name),
                        }
            )
            .WithTrackingName(TrackingNames.Project);
    }
}
