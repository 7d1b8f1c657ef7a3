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

    case ["--peers", var package, .. var kinds]:
        foreach (var kind in kinds.DefaultIfEmpty("new"))
        {
            PeerBuilds.Print(package, isWarm: kind == "kept");
        }

        return 0;

    case ["--first-finding"]:
        FirstFinding.Print();
        return 0;

    default:
        Console.Error.WriteLine("--gates   compares bytes, steps and findings with their budgets");
        Console.Error.WriteLine("--stages  shows where bytes and time go");
        Console.Error.WriteLine("--files   measures a long list of contributors and a large policy");
        Console.Error.WriteLine("--types   shows which types the bytes go into");
        Console.Error.WriteLine("--peers   builds two apps with this package, a file, and with other analyzers, with a 'new' compiler each or with one that is 'kept'");
        Console.Error.WriteLine("--first-finding  measures how long the first finding takes in an edited document, and from cdk-nag");
        Console.Error.WriteLine("--table   measures the table of docs/performance.md, or those rows of it that are named");
        return 2;
}
