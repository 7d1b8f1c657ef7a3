using CdkSecurityAnalyzers.Benchmarks.Baselines;
using CdkSecurityAnalyzers.Benchmarks.Measurements;
using CdkSecurityAnalyzers.Benchmarks.Workloads;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Gates;

/// <summary>
/// What may not get worse: bytes, steps and how both grow, which are the same on every machine, and what is found. Time is not among them.
/// </summary>
internal static class Budgets
{
    /// <summary>Growth by a factor of ten or four, with a little room for arrays that double.</summary>
    private const double Linear = 1.1;

    /// <summary>Runs everything and prints a line for each gate. Gives the number of gates that are kept and broken.</summary>
    public static (int Kept, int Broken) Check()
    {
        var (kept, broken) = (0, 0);
        foreach (var gate in Measure())
        {
            Console.WriteLine(gate);
            _ = gate.IsKept ? kept++ : broken++;
        }

        return (kept, broken);
    }

    private static IEnumerable<Gate> Measure()
    {
        var ten = Metered(Apps.OfProjects(10), out var findings);
        yield return findings;
        var hundred = Metered(Apps.OfProjects(100), out findings);
        yield return findings;
        var thousand = Metered(Apps.OfProjects(1_000), out findings);
        yield return findings;
        yield return new Gate("100 projects, bytes", hundred.Total.Bytes, 2_000_000);
        yield return new Gate("100 projects, steps", hundred.Steps, 8_000);
        yield return Growth("bytes from 10 to 100 projects", ten.Total.Bytes, hundred.Total.Bytes, 10);
        yield return Growth("bytes from 100 to 1,000 projects", hundred.Total.Bytes, thousand.Total.Bytes, 10);
        yield return Growth("steps from 100 to 1,000 projects", hundred.Steps, thousand.Steps, 10);

        var fewStatements = Metered(Apps.OfStatements(20), out findings);
        yield return findings;
        var manyStatements = Metered(Apps.OfStatements(200), out findings);
        yield return findings;
        yield return new Gate("200 statements, bytes", manyStatements.Total.Bytes, 5_900_000);
        yield return new Gate("200 statements, steps", manyStatements.Steps, 5_700);
        yield return Growth("bytes from 20 to 200 statements", fewStatements.Total.Bytes, manyStatements.Total.Bytes, 10);

        var fewFiles = Metered(Apps.OfFiles(100), out findings);
        yield return findings;
        var manyFiles = Metered(Apps.OfFiles(400), out findings);
        yield return findings;
        yield return Growth("bytes from 100 to 400 files", fewFiles.Total.Bytes, manyFiles.Total.Bytes, 4);
        yield return Growth("steps from 100 to 400 files", fewFiles.Steps, manyFiles.Steps, 4);

        var edited = Metered(Apps.Edited(200), out findings);
        yield return findings;
        yield return new Gate("edited document of 200 projects, bytes", edited.Total.Bytes, 4_000_000);

        yield return WithoutCdk();

        var (list, policy) = (ReviewedFiles.Contributors(5_000), ReviewedFiles.Policy(2_000_000));
        var (bytesOfList, bytesOfPolicy, bytesOfVerdicts) = (ReviewedFiles.Generate(list).Bytes, ReviewedFiles.Generate(policy).Bytes, ReviewedFiles.Judge(policy).Bytes);
        yield return new Gate("5,000 contributors, bytes", bytesOfList, 22_500_000);
        yield return Growth("bytes from 500 to 5,000 contributors", ReviewedFiles.Generate(ReviewedFiles.Contributors(500)).Bytes, bytesOfList, 10);
        yield return new Gate("5,000 contributors, bytes after an edit of the program", ReviewedFiles.GenerateAgain(list).Bytes, 64_000);
        yield return new Gate("2 MB of policy, bytes", bytesOfPolicy, 200_000_000);
        yield return new Gate("2 MB of policy, bytes after an edit of the program", ReviewedFiles.GenerateAgain(policy).Bytes, 64_000);
        yield return new Gate("2 MB of policy, bytes of judging it", bytesOfVerdicts, 370_000_000);
        yield return Growth("bytes of judging from 200 KB to 2 MB of policy", ReviewedFiles.Judge(ReviewedFiles.Policy(200_000)).Bytes, bytesOfVerdicts, 10);

        var fewCharacters = HostileTexts.CharactersVisited(100_000);
        var manyCharacters = HostileTexts.CharactersVisited(10_000_000);
        yield return new Gate("hostile texts of 10 MB, characters looked at for each", manyCharacters, 64);
        yield return new Gate("growth of characters looked at for each, from 100 KB to 10 MB", manyCharacters / fewCharacters, Linear);

        var fewRead = HostileDocuments.BytesRead(100_000);
        var manyRead = HostileDocuments.BytesRead(10_000_000);
        yield return new Gate("hostile documents of 10 MB, bytes for each character", manyRead, 64);
        yield return new Gate("growth of bytes for each character of a document, from 100 KB to 10 MB", manyRead / fewRead, Linear);
    }

    /// <summary>The product with meters in it, warm; and whether it finds what it has to.</summary>
    private static MeteredAnalyzer Metered(Workload workload, out Gate findings)
    {
        var found = workload.Analyze(new MeteredAnalyzer()).Length;
        findings = new Gate($"{workload}: missing or false findings", Math.Abs(found - workload.Findings), 0);
        var metered = new MeteredAnalyzer();
        workload.Analyze(metered);
        return metered;
    }

    private static Gate Growth(string name, long before, long after, int factor) =>
        new("growth of " + name, (double)after / before, factor * Linear);

    /// <summary>Nothing is registered beyond the gate: the product allocates what an analyzer does that looks at no code.</summary>
    private static Gate WithoutCdk()
    {
        var workload = Apps.WithoutCdk(400);
        var product = Allocated(workload, static () => new CdkSecurityAnalyzer());
        var idle = Allocated(workload, static () => new IdleAnalyzer());
        return new Gate("400 files without the CDK, bytes beyond those of an idle analyzer", Math.Max(0, product - idle), 64_000);
    }

    /// <summary>The fewest of some runs: what the compiler does beside varies.</summary>
    private static long Allocated(Workload workload, Func<DiagnosticAnalyzer> create) =>
        Enumerable
            .Range(0, 5)
            .Min(_ =>
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                workload.Analyze(create());
                return GC.GetTotalAllocatedBytes(precise: true) - before;
            });
}
