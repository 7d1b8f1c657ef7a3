using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// The rules that can report something in a compilation: those that are not switched off everywhere. Who owns a finding depends on what other files give, so
/// a rule that is on in one file is asked about all; what stands in a file where it is off, the compiler drops.
/// </summary>
internal sealed class RuleSelection(Compilation compilation)
{
    private readonly CancellableLock gate = new();
    private ImmutableArray<ModelRule> modelRules;
    private ImmutableArray<TextRule> textRules;

    /// <summary>Those about what the program synthesizes.</summary>
    public ImmutableArray<ModelRule> ModelRules(CancellationToken cancellationToken) => Selected(ref modelRules, cancellationToken);

    /// <summary>Those about the texts that the program writes.</summary>
    public ImmutableArray<TextRule> TextRules(CancellationToken cancellationToken) => Selected(ref textRules, cancellationToken);

    /// <summary>Whether a rule that looks at one file alone can report something in it.</summary>
    public bool IsOnIn(SyntaxTree tree, DiagnosticDescriptor descriptor, CancellationToken cancellationToken) =>
        IsOn(InFile(descriptor.Id, tree, cancellationToken), descriptor);

    private ImmutableArray<TRule> Selected<TRule>(ref ImmutableArray<TRule> selected, CancellationToken cancellationToken)
        where TRule : Rule
    {
        using (gate.Enter(cancellationToken))
        {
            if (selected.IsDefault)
            {
                selected = [.. RuleCatalogue.All.OfType<TRule>().Where(rule => IsOn(rule.Descriptor, cancellationToken))];
            }

            return selected;
        }
    }

    private bool IsOn(DiagnosticDescriptor descriptor, CancellationToken cancellationToken)
    {
        var settings = compilation
            .SyntaxTrees.Select(tree => InFile(descriptor.Id, tree, cancellationToken))
            .Append(Everywhere(descriptor.Id, cancellationToken));
        foreach (var setting in settings)
        {
            if (IsOn(setting, descriptor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOn(ReportDiagnostic? setting, DiagnosticDescriptor descriptor) =>
        setting is null ? descriptor.IsEnabledByDefault : setting != ReportDiagnostic.Suppress;

    private ReportDiagnostic? InFile(string id, SyntaxTree tree, CancellationToken cancellationToken) =>
        compilation.Options.SyntaxTreeOptionsProvider is { } files
        && files.TryGetDiagnosticValue(tree, id, cancellationToken, out var setting)
            ? setting
            : Everywhere(id, cancellationToken);

    private ReportDiagnostic? Everywhere(string id, CancellationToken cancellationToken)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var setting) && setting != ReportDiagnostic.Default)
        {
            return setting;
        }

        return
            compilation.Options.SyntaxTreeOptionsProvider is { } files
            && files.TryGetGlobalDiagnosticValue(id, cancellationToken, out setting)
            ? setting
            : null;
    }
}
