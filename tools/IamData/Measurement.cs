using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace IamData;

/// <summary>
/// What the analyzers' look-up costs: the first one of a process, one of a further service, one that was asked before. The parts of the
/// runtime that every compiler uses are in use before, and the assembly of the analyzers is loaded: none of them is there for the look-up.
/// </summary>
internal static class Measurement
{
    private static readonly string[] Usual = ["s3:Put*", "ec2:*", "s3:Put*", "s3:GetObject", "kms:Decrypt"];

    public static int Print(IReadOnlyList<string> patterns, TextWriter output)
    {
        UseWhatIsInUse();
        output.WriteLine($"{"", -24} {"ms", 8} {"KB", 8} {"actions", 8}");
        foreach (var pattern in patterns.Count > 0 ? patterns : Usual)
        {
            Print(pattern, () => ActionPattern.Parse(pattern).Coverage().Actions.Length, output);
        }

        Print("AdministratorAccess", () => ManagedPolicyData.Find("AdministratorAccess") is null ? 0 : 1, output);
        Print("escalation paths", () => EscalationPaths.In([ActionPattern.Parse("iam:*"), ActionPattern.Parse("lambda:*")]).Length, output);
        return 0;
    }

    private static void UseWhatIsInUse()
    {
        var words = new ConcurrentDictionary<string, ImmutableArray<byte>>(StringComparer.OrdinalIgnoreCase);
        words["word"] = [.. "word"u8.ToArray().Where(letter => letter > 0)];
        _ = Encoding.UTF8.GetString(words["WORD"].AsSpan()) + new StringBuilder("word").Append('.');
        _ = Glob.HasWildcard("word");
    }

    private static void Print(string name, Func<int> lookUp, TextWriter output)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var count = lookUp();
        clock.Stop();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        output.WriteLine(
            FormattableString.Invariant($"{name, -24} {clock.Elapsed.TotalMilliseconds, 8:F3} {allocated / 1024.0, 8:F1} {count, 8}")
        );
    }
}
