using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Hosting;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers;

/// <summary>
/// Hosts every rule: reads each method once, asks all rules about what it synthesizes, and reports what the method owns.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CdkSecurityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Generated stacks deploy like all others.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The names are at hand; a first look into the CDK's metadata would cost a second.
            if (start.Compilation.ReferencedAssemblyNames.Any(name => name.Name == CdkTypes.CdkAssembly))
            {
                var program = new ProgramAnalysis(start.Compilation, ExternalCode.Instance, start.Options.AnalyzerConfigOptionsProvider);
                var configuration = new Configuration(start.Options);
                var suppressions = new Suppressions(new RuleSelection(start.Compilation));
                start.RegisterOperationBlockAction(block => Analyze(block, program));
                start.RegisterAdditionalFileAction(file => Analyze(file, program));
                start.RegisterSyntaxTreeAction(tree =>
                    Report(configuration.CheckSettingsOf(tree.Tree, tree.CancellationToken), tree.ReportDiagnostic)
                );
                start.RegisterSemanticModelAction(file =>
                    Report(suppressions.Check(file.SemanticModel, file.CancellationToken), file.ReportDiagnostic)
                );
            }
        });
    }

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
        {
            report(diagnostic);
        }
    }

    private static void Analyze(AdditionalFileAnalysisContext context, ProgramAnalysis program)
    {
        Report(Configuration.CheckFile(context.AdditionalFile, context.CancellationToken), context.ReportDiagnostic);
        try
        {
            Report(program.DiagnosePolicy(context.AdditionalFile, context.CancellationToken), context.ReportDiagnostic);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var file = Location.Create(context.AdditionalFile.Path, default, default);
            context.ReportDiagnostic(InternalError.In("the reading of the policy", exception, file));
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context, ProgramAnalysis program)
    {
        try
        {
            var root = Root.From(context.OwningSymbol, context.OperationBlocks, program.Bodies, context.CancellationToken);
            var ofRoot = root is null ? [] : program.Diagnose(root, context.CancellationToken);
            var ofTexts = program.DiagnoseTexts(context.OwningSymbol, context.OperationBlocks, context.CancellationToken);
            foreach (var diagnostic in ofRoot.Concat(ofTexts))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(InternalError.In("the evaluation", exception, context.OwningSymbol.Locations.FirstOrDefault()));
        }
    }
}
