using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>The namespaces that code in the middle of a file imports before everything else: a file imports them at its beginning.</summary>
internal static partial class LeadingImports
{
    /// <summary>The imports of some lines of code, and what follows them.</summary>
    public static (string Imports, string Statements) Of(string code)
    {
        var imports = Imports().Match(code).Value;
        return (imports, code[imports.Length..]);
    }

    [GeneratedRegex(@"\A(?:using [\w.]+(?: = [\w.]+)?;\r?\n(?:\r?\n)?)*")]
    private static partial Regex Imports();
}
