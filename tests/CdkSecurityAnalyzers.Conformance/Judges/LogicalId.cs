using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>The ids that the CDK gives to resources.</summary>
internal static partial class LogicalId
{
    /// <summary>The ids of the constructs on the way to a resource, without the hash that the CDK appends.</summary>
    public static string Readable(string id) => Hash().Replace(id, "");

    [GeneratedRegex("[0-9A-F]{8}$")]
    private static partial Regex Hash();
}
