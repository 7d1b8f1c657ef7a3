namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>A project of the matrix.</summary>
/// <param name="Profile">As the project writes it; empty when it writes nothing.</param>
/// <param name="WarningsAsErrors">The property of this package.</param>
/// <param name="TreatWarningsAsErrors">The property of every build.</param>
internal sealed record ProfileSetup(string Profile, bool WarningsAsErrors, bool TreatWarningsAsErrors)
{
    /// <summary>A rule that every project switches off.</summary>
    public const string NoWarn = "CDKSEC202";

    /// <summary>Rules that every project makes errors: a warning, a suggestion and one that is off by default.</summary>
    public const string NamedAsErrors = "CDKSEC204;CDKSEC210;CDKSEC109";

    public string ProfileName => Profile.Length == 0 ? "Default" : char.ToUpperInvariant(Profile[0]) + Profile[1..];

    public string ProjectName => $"P{Profile}{(WarningsAsErrors ? "AsErrors" : "")}{(TreatWarningsAsErrors ? "Treated" : "")}";

    public string Project => $"{ProjectName}/{ProjectName}.csproj";

    public string Log => $"{ProjectName}/{ProjectName}.sarif";

    public string Properties =>
        $"""
        {(Profile.Length == 0 ? "" : $"<CdkSecurityProfile>{Profile}</CdkSecurityProfile>")}
        <CdkSecurityWarningsAsErrors>{(WarningsAsErrors ? "true" : "false")}</CdkSecurityWarningsAsErrors>
        <TreatWarningsAsErrors>{(TreatWarningsAsErrors ? "true" : "false")}</TreatWarningsAsErrors>
        <NoWarn>$(NoWarn);{NoWarn};CS0618</NoWarn>
        <WarningsAsErrors>$(WarningsAsErrors);{NamedAsErrors}</WarningsAsErrors>
        """;
}
