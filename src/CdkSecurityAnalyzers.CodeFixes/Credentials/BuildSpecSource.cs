using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>Changes a buildspec that is written as a literal, line by line.</summary>
internal static class BuildSpecSource
{
    /// <summary>Names a secret for a variable; false when the buildspec is written in another way than in lines.</summary>
    public static bool TryMove(Place place, ExpressionSyntax value, string name, string secret, SolutionEdits edits)
    {
        if (value is not LiteralExpressionSyntax literal || !literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            if (place.ConstantText(value) is not { } text || Moved(text.Split('\n'), name, secret) is not { } lines)
            {
                return false;
            }

            TextExpression.Replace(edits, place, value, string.Join("\n", lines));
            return true;
        }

        // What the literal leaves out of each line stands before the quotes that close it.
        var span = TextSpan.FromBounds(
            place.Text.Lines.GetLineFromPosition(literal.SpanStart).EndIncludingLineBreak,
            LastLine(place, literal).Start
        );
        var written = place.Text.ToString(span);
        if (Moved(written.Split('\n'), name, secret, Margin(place, literal)) is not { } moved)
        {
            return false;
        }

        edits.In(place).Replace(span, string.Join("\n", moved));
        return true;
    }

    private static TextLine LastLine(Place place, LiteralExpressionSyntax literal) =>
        place.Text.Lines.GetLineFromPosition(literal.Span.End);

    private static int Margin(Place place, LiteralExpressionSyntax literal)
    {
        var last = place.Text.ToString(LastLine(place, literal).Span);
        return last.Length - last.TrimStart().Length;
    }

    /// <param name="margin">How many characters of each line do not belong to the text.</param>
    private static List<string>? Moved(string[] lines, string name, string secret, int margin = 0)
    {
        var read = lines.Select(line => line.Length < margin ? null : Read(line.Substring(margin))).ToList();
        var environment = read.FindIndex(line => line is { Indentation: 0, Key: "env", Value: "" });
        var end = environment < 0 ? -1 : read.FindIndex(environment + 1, line => line is { Indentation: 0 });
        end = end < 0 ? lines.Length : end;
        var variables = Find("variables");
        var entry = variables < 0 ? -1 : FindEntry();
        if (entry < 0)
        {
            return null;
        }

        var (outer, inner) = (Blanks(lines[variables]), Blanks(lines[entry]));
        var ending = lines[entry].EndsWith("\r", StringComparison.Ordinal) ? "\r" : string.Empty;
        var moved = lines.ToList();
        moved.RemoveAt(entry);
        if (!HasEntry(variables, entry))
        {
            moved.RemoveAt(variables);
        }

        var secrets = Find("secrets-manager");
        if (secrets >= 0)
        {
            moved.Insert(moved.IndexOf(lines[secrets]) + 1, $"{inner}{name}: {secret}{ending}");
        }
        else
        {
            moved.InsertRange(environment + 1, [$"{outer}secrets-manager:{ending}", $"{inner}{name}: {secret}{ending}"]);
        }

        return moved;

        int Find(string key) =>
            environment < 0
                ? -1
                : read.FindIndex(environment + 1, end - environment - 1, line => line is { Value: "" } block && block.Key == key);

        int FindEntry() =>
            read.FindIndex(
                variables + 1,
                end - variables - 1,
                line => line?.Key == name && line.Value.Indentation > read[variables]!.Value.Indentation
            );

        bool HasEntry(int block, int except) =>
            Enumerable
                .Range(block + 1, end - block - 1)
                .TakeWhile(index => read[index] is null || read[index]!.Value.Indentation > read[block]!.Value.Indentation)
                .Any(index => index != except && read[index] is not null);
    }

    private static BuildSpecLine? Read(string line) =>
        BuildSpecLine.Of(line).Select(static known => (BuildSpecLine?)known).FirstOrDefault();

    private static string Blanks(string line) => line.Substring(0, line.Length - line.TrimStart().Length);
}
