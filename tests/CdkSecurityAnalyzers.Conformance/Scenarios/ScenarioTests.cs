using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Scenarios.Policies;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Every scenario violates what it says, in its templates and by the analyzer, construct by construct and statement by statement.</summary>
public sealed class ScenarioTests
{
    private static readonly ScenarioSet OfWebhooks = new(BranchScenarios.All, LifetimeScenarios.All, SpellingScenarios.All, ProgramScenarios.All, ReducedScenarios.All);

    private static readonly ScenarioSet OfPolicies = new(
        StatementScenarios.All, AttachmentScenarios.All, MutationScenarios.All, ConditionScenarios.All, FlowScenarios.All, ArnScenarios.All, WildcardScenarios.All,
        EscalationScenarios.All, TrustScenarios.All, GitHubScenarios.All, ManagedPolicyScenarios.All, ResourcePolicyScenarios.All, TemplateScenarios.All);

    private static readonly ScenarioSet OfGeneratedCode = new(GeneratedCodeScenarios.All);

    public static TheoryData<string> Webhooks => OfWebhooks.Names;

    public static TheoryData<string> Policies => OfPolicies.Names;

    public static TheoryData<string> GeneratedCode => OfGeneratedCode.Names;

    internal static IEnumerable<Scenario> Scenarios => OfWebhooks.Scenarios.Concat(OfPolicies.Scenarios);

    [Theory]
    [MemberData(nameof(Webhooks))]
    public Task Webhook(string name) => OfWebhooks.Check(name);

    [Theory]
    [MemberData(nameof(Policies))]
    public Task Policy(string name) => OfPolicies.Check(name);

    [Theory]
    [MemberData(nameof(GeneratedCode))]
    public Task GeneratedClass(string name) => OfGeneratedCode.Check(name);
}
