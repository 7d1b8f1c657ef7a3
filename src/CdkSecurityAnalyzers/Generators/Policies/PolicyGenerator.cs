using CdkSecurityAnalyzers.Cdk.Iam.Files;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>Makes a class of each policy file, so that a role gets what a reviewed file says, and nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        FilePipeline.Register(
            context,
            PolicyFile.IsOne,
            PolicyFileReader.Read,
            static (policy, project, _) => PolicyClassWriter.Write(policy, project)
        );
}
