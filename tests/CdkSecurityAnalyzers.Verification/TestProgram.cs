using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>The frame around the lines that a test is about.</summary>
public static class TestProgram
{
    public const string FileName = "Program.cs";

    public const string GlobalUsingsFileName = "GlobalUsings.cs";

    /// <summary>What nearly every CDK app for CodeBuild imports.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Amazon.CDK;
        global using Amazon.CDK.AWS.CodeBuild;
        global using Amazon.CDK.AWS.IAM;
        global using Constructs;
        """;

    /// <summary>The same for a project that does not reference the CDK.</summary>
    public const string GlobalUsingsWithoutCdk = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    /// <summary>
    /// A stack named <c>TestStack</c> whose constructor holds <paramref name="statements"/> and which has the given further
    /// <paramref name="members"/>. Markup in both is kept. Namespaces that the statements import before everything else are imported by the file.
    /// </summary>
    public static string InStack(string statements, string members = "")
    {
        var (imports, rest) = LeadingImports.Of(statements);
        return imports + StackOf(rest, members);
    }

    private static string StackOf(string statements, string members) =>
        $$"""
        class TestStack : Stack
        {
            public TestStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
            {
        {{Indent(statements, 8)}}
            }
        {{(members.Length == 0 ? "" : "\n" + Indent(members, 4) + "\n")}}}

        """;

    /// <summary>The program behind its markup.</summary>
    public static string WithoutMarkup(string markup)
    {
        TestFileMarkupParser.GetSpans(markup, out var plain, out ImmutableArray<TextSpan> _);
        return plain;
    }

    /// <summary>Indents every line that has text. The margin of a raw string literal moves along; a verbatim literal of several lines would change.</summary>
    private static string Indent(string text, int columns)
    {
        var margin = new string(' ', columns);
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : margin + line));
    }
}
