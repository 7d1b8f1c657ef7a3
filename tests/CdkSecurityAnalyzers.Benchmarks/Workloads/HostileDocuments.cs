using System.Text;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;
using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>Texts that nearly are buildspecs, variables in JSON or URLs, over and over: what a reader that reads twice would copy most of.</summary>
internal static class HostileDocuments
{
    private static readonly string[] Units =
    [
        "a",
        "\n",
        "env:\n",
        "env: {",
        "env:\n  variables:\n    A_TOKEN: b\n",
        "env:\n  variables: {\n",
        "{",
        "{a:",
        "{\"env\":{\"variables\":{\"A\":\"b\"}},",
        "\"",
        "'\n",
        "[{",
        "[{\"name\":\"A\",\"value\":\"b\"},",
        "[[",
        "},",
        "://",
        "a://",
        "a://b:c@",
        "a://b@c:",
        "@",
        "hunter2-and-more ",
        "*",
    ];

    private static int used;

    /// <summary>The most bytes that reading a text takes for one of its characters, over all texts of a length.</summary>
    public static double BytesRead(int length) => Units.Max(unit => (double)Read(Repeated(unit, length)) / length);

    private static long Read(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (name, value) in BuildSpecText.Variables(text))
        {
            Use(SecretName.SaysSecret(name) && SecretText.MayBeSecret(value));
        }

        foreach (var variable in ActionVariable.Read(text))
        {
            Use(SecretText.MayBeSecret(variable.Value));
        }

        Use(UrlCredential.Find(text) is null);
        Use(SecretText.MayBeSecret(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Use(bool result) => used += result ? 1 : 0;

    private static string Repeated(string unit, int length) =>
        new StringBuilder(length + unit.Length).Insert(0, unit, (length / unit.Length) + 1).ToString(0, length);
}
