using System.IO.Compression;
using System.Security.Cryptography;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>Whoever builds the package again from the same sources gets the same DLLs, and so can tell that nothing else is in them.</summary>
public sealed class ReproducibleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cdksec-twice-");

    [Fact]
    public async Task PackedTwiceThePackageHasTheSameEntriesAndTheSameFilesInThem()
    {
        var first = await Pack("first");
        var second = await Pack("second");

        Assert.Equal(first, second);
        Assert.Contains(first, entry => entry.StartsWith("analyzers/dotnet/cs/CdkSecurityAnalyzers.dll ", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Compiles everything anew and packs it; each entry with the hash of what is in it.</summary>
    private async Task<IReadOnlyList<string>> Pack(string output)
    {
        var artifacts = Path.Combine(folder.FullName, "artifacts");
        if (Directory.Exists(artifacts))
        {
            Directory.Delete(artifacts, recursive: true);
        }

        var packed = Path.Combine(folder.FullName, output);
        // What analyzers say of the sources is another build's business, and no part of the DLLs.
        await Dotnet.Run(
            folder.FullName, "pack", PackageUnderTest.BuildSetting("PackageProject"), "-c", "Release", "--artifacts-path", artifacts, "-o", packed, "-p:RunAnalyzersDuringBuild=false");
        using var archive = ZipFile.OpenRead(Directory.GetFiles(packed, "*.nupkg").Single());
        return
        [
            .. archive.Entries
                // The container's own files have names and times that are new each time.
                .Where(entry => entry.FullName is not "_rels/.rels" && !entry.FullName.StartsWith("package/", StringComparison.Ordinal))
                .Select(entry => $"{entry.FullName} {Hash(entry)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Hash(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexString(SHA256.HashData(content));
    }
}
