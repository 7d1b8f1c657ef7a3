using System.Text;
using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>Texts that nearly are tokens, over and over: what a scanner that looks twice would take longest for.</summary>
internal static class HostileTexts
{
    private static readonly string[] Units =
    [
        "a",
        "ey",
        "ey.",
        "-ey",
        "eyAAAAAAAAAAAAAAAAA.",
        "eyAAAAAAAAAAAAAAAAA.eyAAAAAAAAAAAAAAAAA-",
        "-----BEGIN",
        "-----BEGIN PRIVATE KEY-----",
        "ghp_",
        "ghs_-",
        "glpat-",
        "ATATT3-",
        "sk-",
        "sk-proj-",
        "xoxb-0123456789-",
        "8Q~",
        "a.atlasv1.",
        "hooks.slack.com/services/",
        "AWS_SECRET_ACCESS_KEY=",
        "+ASt",
        "JQQJ99",
        "pypi-AgEIcHlwaS5vcmc-",
        "SG.",
    ];

    /// <summary>The most characters that are looked at for one of a text, over all texts of a length.</summary>
    public static double CharactersVisited(int length) => Units.Max(unit => (double)Visited(Repeated(unit, length)) / length);

    private static long Visited(string text)
    {
        var scanner = new TokenScanner(text);
        while (scanner.Next() is not null)
        {
        }

        return scanner.Visited;
    }

    private static string Repeated(string unit, int length) =>
        new StringBuilder(length + unit.Length).Insert(0, unit, (length / unit.Length) + 1).ToString(0, length);
}
