using System.Diagnostics;
using System.Globalization;
using CdkSecurityAnalyzers.Benchmarks.Workloads;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Benchmarks.Peers;

/// <summary>
/// Builds two apps of two hundred stacks – one with findings in each stack, one without any – without analyzers, with these and with others, in turns, and prints
/// how long each took beside the build without. Two that know nothing about the CDK tell what the compiler spends on any analyzer that looks at operations, and on
/// any that has findings. The packages come from the sources of the machine.
/// </summary>
internal static class PeerBuilds
{
    private const int Stacks = 200;
    private const int Rounds = 3;
    private const string Without = "none";

    private static readonly (string Name, string Properties, string Items)[] Peers =
    [
        (Without, "<EnableNETAnalyzers>false</EnableNETAnalyzers>", ""),
        ("SonarAnalyzer.CSharp", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("SonarAnalyzer.CSharp", "10.36.0.15337")),
        ("Meziantou.Analyzer", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("Meziantou.Analyzer", "3.0.321")),
        ("NetAnalyzers, all rules", "<AnalysisMode>All</AnalysisMode>", Package("Microsoft.CodeAnalysis.NetAnalyzers", "10.0.404")),
    ];

    /// <param name="package">The file of our package.</param>
    /// <param name="isWarm">
    /// Whether the compiler is kept between builds, as <c>dotnet build</c> does by default; otherwise each build starts a compiler, which has to compile the
    /// analyzers' own code first.
    /// </param>
    public static void Print(string package, bool isWarm)
    {
        Console.WriteLine(isWarm ? "With one compiler for all builds:\n" : "With a new compiler for each build:\n");
        Console.WriteLine("| Analyzers | Findings in each stack, s | To the build without | No findings, s | To the build without |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        var withFindings = Measure(package, haveFindings: true, isWarm);
        var clean = Measure(package, haveFindings: false, isWarm);
        foreach (var name in withFindings.Keys)
        {
            Console.WriteLine($"| {name} | {Told(withFindings, name)} | {Told(clean, name)} |");
        }
    }

    private static Dictionary<string, List<double>> Measure(string package, bool haveFindings, bool isWarm)
    {
        var folder = Directory.CreateTempSubdirectory("cdksec-peers-");
        try
        {
            var names = Write(folder, Path.GetFullPath(package), haveFindings);
            names.ForEach(name => Dotnet(folder, isWarm, "restore", name));
            names.ForEach(name => Build(folder, isWarm, name));
            var times = names.ToDictionary(name => name, _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                names.ForEach(name => times[name].Add(Build(folder, isWarm, name)));
            }

            return times;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Told(Dictionary<string, List<double>> times, string name)
    {
        // Each build is compared with the one without analyzers of its own round: what else the machine does changes slowly.
        var ratio = Durations.Median(times[name].Zip(times[Without], (mine, plain) => mine / plain));
        return string.Create(CultureInfo.InvariantCulture, $"{Durations.Median(times[name]):F1} | {ratio:F2}");
    }

    private static List<string> Write(DirectoryInfo folder, string package, bool haveFindings)
    {
        var version = Path.GetFileNameWithoutExtension(package)["CdkSecurityAnalyzers.".Length..];
        var ours = ("CdkSecurityAnalyzers", "<EnableNETAnalyzers>false</EnableNETAnalyzers>", Package("CdkSecurityAnalyzers", version));
        File.WriteAllText(
            Path.Combine(folder.FullName, "nuget.config"),
            $"""<configuration><packageSources><add key="ours" value="{Path.GetDirectoryName(package)}" /></packageSources></configuration>""");
        File.WriteAllText(Path.Combine(folder.FullName, "GlobalUsings.cs"), TestProgram.GlobalUsings);
        foreach (var (path, text) in Apps.Stacks(Stacks, haveFindings))
        {
            File.WriteAllText(Path.Combine(folder.FullName, path), text);
        }

        var all = Peers[..1].Concat(Bare(folder)).Append(ours).Concat(Peers[1..]).ToList();
        foreach (var (name, properties, items) in all)
        {
            var project = Directory.CreateDirectory(Path.Combine(folder.FullName, name));
            File.WriteAllText(Path.Combine(project.FullName, "App.csproj"), ProjectFile(properties, items));
        }

        return [.. all.Select(peer => peer.Item1)];
    }

    private static IEnumerable<(string, string, string)> Bare(DirectoryInfo folder) =>
        from bare in BareAnalyzers.Build(folder.CreateSubdirectory("bare"), RoslynVersion, project => Dotnet(folder, isWarm: false, "build", project, "-clp:ErrorsOnly"))
        select (bare.Name, "<EnableNETAnalyzers>false</EnableNETAnalyzers>", $"""<Analyzer Include="{bare.File}" />""");

    private static string RoslynVersion =>
        typeof(CdkSecurityAnalyzer).Assembly.GetReferencedAssemblies().Single(reference => reference.Name == "Microsoft.CodeAnalysis.CSharp").Version!.ToString(3);

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
    private static double Build(DirectoryInfo folder, bool isWarm, string name)
    {
        var watch = Stopwatch.StartNew();
        Dotnet(folder, isWarm, "build", name, "--no-restore", "--no-incremental", "-clp:ErrorsOnly");
        return watch.Elapsed.TotalSeconds;
    }

    /// <param name="name">The folder of the project.</param>
    private static void Dotnet(DirectoryInfo folder, bool isWarm, string command, string name, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [command, name, .. options])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        };
        start.Environment["UseSharedCompilation"] = isWarm ? "true" : "false";
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
}
