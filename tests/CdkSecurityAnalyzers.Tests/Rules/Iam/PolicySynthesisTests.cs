using System.Reflection;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>What <see cref="StatementSourceTests"/> claims of programs is what the CDK makes of them.</summary>
public sealed class PolicySynthesisTests
{
    private const string Role =
        """
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });

        """;

    /// <summary>Sources of which nothing gets into a template before more is built around them, and what the CDK refuses.</summary>
    private static readonly string[] Unfinished = ["role.AddToPolicy(statement.Freeze()); statement.AddActions(", "new Amazon.CDK.Pipelines.CodeBuildStep", "AwsCustomResourcePolicy", "new LazyRole", "CodePipeline.Pipeline("];

    public static TheoryData<string> Programs =>
    [
        .. new[] { nameof(StatementSourceTests.Attached), nameof(StatementSourceTests.Changed), nameof(StatementSourceTests.UnusedStatementsAreSilent) }
            .SelectMany(StatementsOf)
            .Where(program => !Unfinished.Any(program.Contains))
            .Select(statements => Role + statements),
        .. StatementsOf(nameof(StatementSourceTests.ResourcePoliciesAndBoundariesAreSilent)).Select(statements => Role + statements),
        .. StatementsOf(nameof(StatementSourceTests.Overrides)),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheTemplateAllowsEverythingWhereTheRuleSaysSo(string statements)
    {
        var program = TestProgram.WithoutMarkup(statements);

        Assert.True(statements != program == AllowsEverything(Synthesis.Template(TestProgram.InStack(program))), statements);
    }

    private static IEnumerable<string> StatementsOf(string theory) =>
        typeof(StatementSourceTests).GetMethod(theory)!.GetCustomAttributes<InlineDataAttribute>().Select(data => (string)data.Data[0]!);

    /// <summary>Whether a role, user or group of a template is allowed every action.</summary>
    private static bool AllowsEverything(JsonNode template) =>
        template["Resources"]!.AsObject()
            .Where(resource => ((string)resource.Value!["Type"]!).Split("::")[1] is "IAM" or "SSO")
            .Where(resource => (string?)resource.Value!["Properties"]?["Description"] is not { } description || !description.Contains("Boundary", StringComparison.Ordinal))
            .SelectMany(resource => Documents(resource.Value!["Properties"]))
            .SelectMany(document => document["Statement"] is JsonArray list ? list.ToArray() : [document["Statement"]])
            .Any(statement => (string?)statement!["Effect"] == "Allow" && Texts(statement["Action"]).Contains("*"));

    private static IEnumerable<JsonNode> Documents(JsonNode? properties) =>
        (properties?["Policies"] as JsonArray ?? []).Select(policy => policy!["PolicyDocument"]).Append(properties?["PolicyDocument"]).Append(properties?["InlinePolicy"]).OfType<JsonNode>();

    private static IEnumerable<string?> Texts(JsonNode? node) => node is JsonArray list ? list.Select(element => (string?)element) : [(string?)node];
}
