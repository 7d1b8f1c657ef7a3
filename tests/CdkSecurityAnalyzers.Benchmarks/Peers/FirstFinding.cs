using System.Diagnostics;
using System.Globalization;
using CdkSecurityAnalyzers.Benchmarks.Workloads;

namespace CdkSecurityAnalyzers.Benchmarks.Peers;

/// <summary>
/// How long somebody waits for the first finding: in an edited document, and from cdk-nag, which judges what an app synthesizes. The build stands in the table of
/// <see cref="PeerBuilds"/>.
/// </summary>
internal static class FirstFinding
{
    private const int EditedProjects = 200;
    private const int Rounds = 5;

    /// <summary>The same two hundred stacks in JavaScript, so that no bridge between languages is measured.</summary>
    private const string NagApp = """
        import { App, Stack, Validations } from 'aws-cdk-lib';
        import { Bucket } from 'aws-cdk-lib/aws-s3';
        import { EventAction, FilterGroup, Project, Source } from 'aws-cdk-lib/aws-codebuild';
        import { AwsSolutionsChecks } from 'cdk-nag';

        const app = new App({ analyticsReporting: false });
        for (let stack = 0; stack < 200; stack++) {
          const scope = new Stack(app, `Stack${stack}`);
          for (let index = 0; index < 2; index++) {
            const bucket = new Bucket(scope, `Bucket${index}`, { versioned: true });
            const group = index === 0
              ? FilterGroup.inEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED).andBaseBranchIs('main')
              : FilterGroup.inEventOf(EventAction.PUSH).andHeadRefIs('^refs/heads/main$');
            const project = new Project(scope, `Project${index}`, { source: Source.gitHub({ owner: 'octo-org', repo: 'widgets', webhookFilters: [group] }) });
            bucket.grantReadWrite(project);
          }
        }

        if (process.argv.includes('nag')) {
          Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
        }

        app.synth();
        """;

    private static readonly string[] NagPackages = ["aws-cdk-lib@2.276.0", "constructs@10.8.1", "cdk-nag@3.0.2"];

    public static void Print()
    {
        PrintEdit();
        PrintNag();
    }

    private static void PrintEdit()
    {
        var edited = Apps.Edited(EditedProjects);
        var times = new List<double>();
        for (var round = 0; round < 2 * Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = edited.Analyze(new CdkSecurityAnalyzer());
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nFindings of an edited document with {EditedProjects} projects: {times[0]:F0} ms at first, {Durations.Median(times.Skip(Rounds)):F0} ms later"));
    }

    private static void PrintNag()
    {
        var folder = Directory.CreateTempSubdirectory("cdksec-nag-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "app.mjs"), NagApp);
            Run(folder, "npm", ["install", "--no-audit", "--no-fund", .. NagPackages]);
            var (plain, _) = Fastest(folder, "app.mjs");
            var (checkedTime, output) = Fastest(folder, "app.mjs", "nag");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"The same stacks synthesized: {plain:F1} s, with cdk-nag {checkedTime:F1} s; lines of its report that speak of a webhook: {output.Split('\n').Count(line => line.Contains("webhook", StringComparison.OrdinalIgnoreCase))}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Seconds, string Output) Fastest(DirectoryInfo folder, params string[] arguments) =>
        Enumerable.Range(0, 3).Select(_ => Run(folder, "node", arguments)).MinBy(run => run.Seconds);

    private static (double Seconds, string Output) Run(DirectoryInfo folder, string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        // Findings make the app end with an error, as they should.
        return process.ExitCode == 0 || arguments.Contains("nag")
            ? (watch.Elapsed.TotalSeconds, output)
            : throw new InvalidOperationException($"{program} failed:\n{output}");
    }
}
