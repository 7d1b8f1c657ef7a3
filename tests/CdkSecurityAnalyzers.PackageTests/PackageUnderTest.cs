using System.IO.Compression;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(CdkSecurityAnalyzers.PackageTests.PackageUnderTest))]

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>
/// The package that the tests install: the file that the environment variable <c>PACKAGE_UNDER_TEST</c> names, or else one packed here from the
/// build that the tests belong to.
/// </summary>
public sealed class PackageUnderTest : IAsyncLifetime
{
    public const string Id = "CdkSecurityAnalyzers";

    private readonly DirectoryInfo packed = Directory.CreateTempSubdirectory("cdksec-package-");

    /// <summary>A folder that serves as a package source and holds nothing else.</summary>
    public string Source => packed.FullName;

    public string File { get; private set; } = "";

    public string Version => Path.GetFileNameWithoutExtension(File)[(Id.Length + 1)..];

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PACKAGE_UNDER_TEST") is { Length: > 0 } given)
        {
            System.IO.File.Copy(given, Path.Combine(Source, Path.GetFileName(given)));
        }
        else
        {
            await Dotnet.Run(Source, "pack", BuildSetting("PackageProject"), "--no-build", "-c", BuildSetting("Configuration"), "-o", Source);
        }

        File = Directory.GetFiles(Source, "*.nupkg").Single();
    }

    public ValueTask DisposeAsync()
    {
        packed.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The files in the package, without those that every package has for its own container format.</summary>
    public IReadOnlyList<string> Entries()
    {
        using var archive = ZipFile.OpenRead(File);
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => name is not "[Content_Types].xml" and not "_rels/.rels" && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    public string ReadText(string entry)
    {
        using var archive = ZipFile.OpenRead(File);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    public byte[] ReadBytes(string entry)
    {
        using var archive = ZipFile.OpenRead(File);
        using var content = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static string BuildSetting(string name) =>
        typeof(PackageUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
