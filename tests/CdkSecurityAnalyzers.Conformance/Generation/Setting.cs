using System.Globalization;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Numbers that whoever runs the tests may choose.</summary>
internal static class Setting
{
    /// <param name="variable">The variable of the environment that holds the number.</param>
    public static int Of(string variable, int byDefault) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : byDefault;
}
