using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Adds a statement behind another one.</summary>
internal static class StatementInsertion
{
    /// <summary>False where no second statement can stand: under an <c>if</c> without braces.</summary>
    public static bool TryInsertAfter(DocumentEdits edits, SourceText text, StatementSyntax statement, string inserted)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
        {
            return false;
        }

        edits.Insert(
            Lines.EndOfLine(statement.GetLastToken()),
            Lines.Break(text) + Lines.Indentation(text, statement.SpanStart) + inserted
        );
        return true;
    }
}
