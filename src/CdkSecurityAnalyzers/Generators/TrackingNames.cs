namespace CdkSecurityAnalyzers.Generators;

/// <summary>The names of the steps of the generators, by which a test tells what runs again.</summary>
internal static class TrackingNames
{
    public const string Project = "Project";

    /// <summary>A file was read: it runs for every change of the file.</summary>
    public const string Read = "Read";

    /// <summary>What a file says, without where it says it.</summary>
    public const string Model = "Model";

    /// <summary>What is wrong in a file, and where.</summary>
    public const string Problems = "Problems";

    /// <summary>The files whose class is made from another file already.</summary>
    public const string Clashes = "Clashes";
}
