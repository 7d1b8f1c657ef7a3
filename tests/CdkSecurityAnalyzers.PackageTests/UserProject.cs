namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>Text of the project files of users.</summary>
internal static class UserProject
{
    public static string Framework { get; } = $"net{Environment.Version.Major}.0";

    public const string Cdk = """
        <PackageReference Include="Amazon.CDK.Lib" Version="2.160.0" />
        <PackageReference Include="Constructs" Version="10.0.5" />
        """;

    public static string Analyzers(PackageUnderTest package) =>
        $"""<PackageReference Include="{PackageUnderTest.Id}" Version="{package.Version}" PrivateAssets="all" />""";

    /// <summary>A project that writes what the compiler reports into a SARIF log of its own name, in its own folder.</summary>
    /// <param name="properties">Further properties, as XML. They stand last and so win.</param>
    /// <param name="items">Its references and other items, as XML.</param>
    public static string Text(string properties, params string[] items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{Framework}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ErrorLog>$(MSBuildProjectDirectory)/$(MSBuildProjectName).sarif,version=2.1</ErrorLog>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {string.Join('\n', items)}
          </ItemGroup>
        </Project>
        """;
}
