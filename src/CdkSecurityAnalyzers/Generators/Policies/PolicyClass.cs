namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>A parameter of generated methods, which fills in a placeholder.</summary>
/// <param name="Name">As C# spells it.</param>
/// <param name="Placeholder">As the file spells it: <c>BucketName</c>.</param>
/// <param name="Default">What it is when it is left out; null when it has to be given.</param>
internal sealed record PolicyParameter(string Name, string Placeholder, string? Default)
{
    /// <summary>The expression of its value.</summary>
    public string Value => Default is null ? Name : $"({Name} ?? {Default})";
}

/// <summary>What a policy file says, as the code that says the same.</summary>
/// <param name="FileName">The file's name, without its folder.</param>
/// <param name="Statements">For each statement, the expression of its JSON.</param>
/// <param name="Parameters">In the order in which the file mentions them.</param>
/// <param name="IsOfIdentity">Whether a role, user or group can have the policy: no statement says whom it is about.</param>
internal sealed record PolicyClass(
    string FileName,
    string TypeName,
    EquatableArray<string> Statements,
    EquatableArray<PolicyParameter> Parameters,
    bool IsOfIdentity
);
