using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using CdkSecurityAnalyzers.CodeFixes.Pipelines;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Puts a manual approval before the stage that deploys: a step of CDK Pipelines, or a stage of its own.</summary>
internal sealed class ApproveFirst() : FindingFix(Key, "Let a person approve first (check who is asked)")
{
    public const string Key = nameof(ApproveFirst);

    private const string Pre = "Pre";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Place(FindingProperties.Stage) is not { } stage
            || finding.Text(FindingProperties.Name) is not { Length: > 0 } name
            || IsRepeated(stage.Node)
        )
        {
            return false;
        }

        var approval = new ApprovalText(stage, edits, name);
        return stage.Expression switch
        {
            InvocationExpressionSyntax call => TryAddStep(stage, call, approval, edits),
            BaseObjectCreationExpressionSyntax created => TryAddStage(stage, created, approval, edits),
            _ => false,
        };
    }

    /// <summary>Whether the code makes several stages, most of which need no approval.</summary>
    private static bool IsRepeated(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(static ancestor => ancestor is not MemberDeclarationSyntax || ancestor is GlobalStatementSyntax)
            .Any(static ancestor =>
                ancestor
                    is CommonForEachStatementSyntax
                        or ForStatementSyntax
                        or WhileStatementSyntax
                        or DoStatementSyntax
                        or AnonymousFunctionExpressionSyntax
                        or LocalFunctionStatementSyntax
            );

    private static bool TryAddStep(Place stage, InvocationExpressionSyntax call, ApprovalText approval, SolutionEdits edits)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 1)
        {
            var options =
                (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText == "AddWave" ? "WaveOptions" : "AddStageOpts";
            if (approval.Options(options) is not { } written)
            {
                return false;
            }

            edits.In(stage).Insert(arguments[0].Span.End, ", " + written);
            return true;
        }

        if (
            arguments.Count != 2
            || arguments[1].Expression is not BaseObjectCreationExpressionSyntax created
            || approval.Step() is not { } step
        )
        {
            return false;
        }

        if (ObjectProperties.Value(created, Pre) is not { } steps)
        {
            InitializerInsertion.Append(edits, stage, created, _ => $"{Pre} = {approval.List(step)}");
            return true;
        }

        if (ElementList.In(steps) is not { } list)
        {
            return false;
        }

        ElementInsertion.Append(edits.In(stage), stage.Text, list, _ => step);
        return true;
    }

    private static bool TryAddStage(Place stage, BaseObjectCreationExpressionSyntax created, ApprovalText approval, SolutionEdits edits)
    {
        if (approval.StageLike(created) is not { } written)
        {
            return false;
        }

        if (ElementList.Around(created) is { } list)
        {
            var index = list.Elements.ToList().FindIndex(element => element.Span == created.Span);
            if (index < 1)
            {
                return false;
            }

            ElementInsertion.After(edits.In(stage), stage.Text, list, index - 1, _ => written);
            return true;
        }

        if (
            created.Parent
                is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } }
            || !Repetition.IsHarmless(call.Expression)
            || ObjectProperties.Value(created, "Placement") is not null
            || StatementOf(call) is not { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement
        )
        {
            return false;
        }

        edits
            .In(stage)
            .Insert(
                statement.SpanStart,
                $"{call.Expression}({written});" + Lines.Break(stage.Text) + Lines.Indentation(stage.Text, statement.SpanStart)
            );
        return true;
    }

    private static StatementSyntax? StatementOf(InvocationExpressionSyntax call) =>
        call.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } } =>
                statement,
            _ => null,
        };
}
