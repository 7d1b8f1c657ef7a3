using System.Diagnostics;
using System.Globalization;
using CdkSecurityAnalyzers.Benchmarks.Workloads;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Benchmarks.Peers;

/// <summary>
/// Builds one app of two hundred stacks without analyzers, with these and with others, in turns, and prints how long each took beside the build without. The
/// packages come from the sources of the machine.
/// </summary>
internal static class PeerBuilds
{
    private const int Stacks = 200;
    private const int Rounds = 5;
    private const int EditedProjects = 200;

    private static readonly (string Name, string Properties, string Items)[] Peers =
    [
        ("none", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", ""),
        ("SonarAnalyzer.CSharp", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("SonarAnalyzer.CSharp", "10.36.0.15337")),
        ("Meziantou.Analyzer", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("Meziantou.Analyzer", "3.0.321")),
        ("NetAnalyzers, all rules", "<AnalysisMode>All</AnalysisMode>", Package("Microsoft.CodeAnalysis.NetAnalyzers", "10.0.404")),
    ];

    /// <param name="package">The file of our package.</param>
    public static void Print(string package)
    {
        var folder = Directory.CreateTempSubdirectory("cdksec-peers-");
        try
        {
            var names = Write(folder, Path.GetFullPath(package));
            names.ForEach(name => Dotnet(folder, "restore", name));
            names.ForEach(name => Build(folder, name));
            var times = names.ToDictionary(name => name, _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                names.ForEach(name => times[name].Add(Build(folder, name)));
            }

            PrintTable(times, names[0]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        PrintEdit();
    }

    private static void PrintTable(Dictionary<string, List<double>> times, string without)
    {
        Console.WriteLine("| Analyzers | Build, s | To the build without |");
        Console.WriteLine("|---|---:|---:|");
        foreach (var (name, measured) in times)
        {
            // Each build is compared with the one without analyzers of its own round: what else the machine does changes slowly.
            var ratio = Median(measured.Zip(times[without], (mine, plain) => mine / plain));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(measured):F1} | {ratio:F2} |"));
        }
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
            $"\nFindings of an edited document with {EditedProjects} projects: {times[0]:F0} ms at first, {Median(times.Skip(Rounds)):F0} ms later"));
    }

    private static List<string> Write(DirectoryInfo folder, string package)
    {
        var version = Path.GetFileNameWithoutExtension(package)["CdkSecurityAnalyzers.".Length..];
        var ours = ("CdkSecurityAnalyzers", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("CdkSecurityAnalyzers", version));
        File.WriteAllText(
            Path.Combine(folder.FullName, "nuget.config"),
            $"""<configuration><packageSources><add key="ours" value="{Path.GetDirectoryName(package)}" /></packageSources></configuration>""");
        File.WriteAllText(Path.Combine(folder.FullName, "GlobalUsings.cs"), TestProgram.GlobalUsings);
        foreach (var (path, text) in Apps.Stacks(Stacks))
        {
            File.WriteAllText(Path.Combine(folder.FullName, path), text);
        }

        var all = Peers.Prepend(ours).OrderBy(peer => peer.Item1 != "none").ToList();
        foreach (var (name, properties, items) in all)
        {
            var project = Directory.CreateDirectory(Path.Combine(folder.FullName, name));
            File.WriteAllText(Path.Combine(project.FullName, "App.csproj"), ProjectFile(properties, items));
        }

        return [.. all.Select(peer => peer.Item1)];
    }

    private static string ProjectFile(string properties, string items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../*.cs" />
            <PackageReference Include="Amazon.CDK.Lib" Version="2.160.0" />
            <PackageReference Include="Constructs" Version="10.0.5" />
            {items}
          </ItemGroup>
        </Project>
        """;

    private static string Package(string id, string version) => $"""<PackageReference Include="{id}" Version="{version}" PrivateAssets="all" />""";

    /// <returns>How many seconds it took.</returns>
    private static double Build(DirectoryInfo folder, string name)
    {
        var watch = Stopwatch.StartNew();
        Dotnet(folder, "build", name, "--no-restore", "--no-incremental", "-clp:ErrorsOnly");
        return watch.Elapsed.TotalSeconds;
    }

    private static void Dotnet(DirectoryInfo folder, string command, string name, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [command, Path.Combine(name, "App.csproj"), .. options])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        };
        // Nothing is warm that a build server would have to warm up.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // The package of the same version that was measured before is another one.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.FullName, "packages");
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} of '{name}' failed:\n{printed}");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
