using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>
/// A committed file that follows from the rules from its first line to its last. With the environment variable <c>CDKSEC_UPDATE_DOCS=1</c> it is written
/// instead of compared.
/// </summary>
internal sealed class GeneratedFile(params string[] file)
{
    public void IsOrBecomes(string expected)
    {
        if (Environment.GetEnvironmentVariable("CDKSEC_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(file), expected);
            return;
        }

        Assert.True(
            File.Exists(Repository.PathOf(file)) && Repository.Read(file) == expected,
            $"{string.Join('/', file)} is out of date. Run the tests with CDKSEC_UPDATE_DOCS=1, or write:\n{expected}");
    }
}
