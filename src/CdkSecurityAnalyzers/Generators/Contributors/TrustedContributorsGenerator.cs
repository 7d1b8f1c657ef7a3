using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>Makes a class of each list of trusted contributors, so that code names who may start builds by what a reviewed file says.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TrustedContributorsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        FilePipeline.Register(
            context,
            ContributorFile.IsOne,
            ContributorFile.Read,
            static (list, project, _) => ContributorClass.Write(list, project)
        );
}
