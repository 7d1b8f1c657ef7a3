using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <content>Where packages and images are published.</content>
internal static partial class TokenFormats
{
    private static IEnumerable<TokenFormat> Registries =>
        [
            Of("npm access token", "npm", "npm_", "github.blog, npm's new access token format", Run(Alphabet.Alphanumeric, 36)) with
            {
                HasChecksum = true,
            },
            Of("NuGet API key", "NuGet", "oy2", SecurityUtilities, Run(Alphabet.LowerBase32, 43)),
            Of("PyPI API token", "PyPI", "pypi-AgEIcHlwaS5vcmc", Gitleaks, Run(Alphabet.WordOrDash, 50, Unlimited)),
            Of("Docker Hub personal access token", "Docker", "dckr_pat_", "docs.docker.com, Access tokens", Run(Alphabet.WordOrDash, 27)),
            Of(
                "Docker Hub organization access token",
                "Docker",
                "dckr_oat_",
                "docs.docker.com, Access tokens",
                Run(Alphabet.WordOrDash, 32)
            ),
            Of("RubyGems API key", "RubyGems", "rubygems_", Gitleaks, Run(Alphabet.LowerHex, 48)),
            Of("JFrog API key", "JFrog", "AKCp", Gitleaks, Run(Alphabet.Alphanumeric, 69)),
            Of("JFrog reference token", "JFrog", "cmVmd", Gitleaks, Run(Alphabet.Alphanumeric, 59)),
            Of("Terraform Cloud token", "HashiCorp", ".atlasv1.", Gitleaks, Run(Alphabet.WordOrDashOrEquals, 60, 70)) with
            {
                Lead = Run(Alphabet.Alphanumeric, 14),
            },
            Of("Vault service token", "HashiCorp", "hvs.", Gitleaks, Run(Alphabet.WordOrDash, 90, 120)),
            Of("Vault batch token", "HashiCorp", "hvb.", Gitleaks, Run(Alphabet.WordOrDash, 138, 300)),
            Of("Pulumi access token", "Pulumi", "pul-", Gitleaks, Run(Alphabet.LowerHex, 40)),
        ];
}
