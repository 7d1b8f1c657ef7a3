using BenchmarkDotNet.Running;
using CdkSecurityAnalyzers.Benchmarks;
using CdkSecurityAnalyzers.Benchmarks.Gates;
using CdkSecurityAnalyzers.Benchmarks.Measurements;
using CdkSecurityAnalyzers.Benchmarks.Peers;
using CdkSecurityAnalyzers.Benchmarks.Workloads;

switch (args)
{
    case ["--gates"]:
        var (kept, broken) = Budgets.Check();
        Console.WriteLine($"{kept} gates passed, {broken} gates failed");
        return broken == 0 ? 0 : 1;

    case ["--stages"]:
        StageTable.Print([Apps.OfProjects(100), Apps.OfStatements(200), Apps.OfFiles(400), Apps.Edited(200)]);
        return 0;

    case ["--files"]:
        ReviewedFiles.Print();
        return 0;

    case ["--types"]:
        AllocatedTypes.Print(Apps.OfProjects(100));
        return 0;

    case ["--table", .. var apps]:
        AnalysisBenchmarks.Chosen = apps;
        BenchmarkRunner.Run<AnalysisBenchmarks>();
        return 0;

    case ["--peers", var package]:
        PeerBuilds.Print(package);
        FirstFinding.Print();
        return 0;

    default:
        Console.Error.WriteLine("--gates   compares bytes, steps and findings with their budgets");
        Console.Error.WriteLine("--stages  shows where bytes and time go");
        Console.Error.WriteLine("--files   measures a long list of contributors and a large policy");
        Console.Error.WriteLine("--types   shows which types the bytes go into");
        Console.Error.WriteLine("--peers   builds two apps with this package, a file, and with other analyzers");
        Console.Error.WriteLine("--table   measures the table of docs/performance.md, or those rows of it that are named");
        return 2;
}
