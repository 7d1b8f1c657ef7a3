using CdkSecurityAnalyzers.Tests.Variations;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>Programs with policies, checked against one rule alone, and a few differently spelled twins of each.</summary>
/// <param name="ruleId">The rule.</param>
internal sealed class PolicyProgram(string ruleId)
{
    private ProgramOptions Options { get; init; } = ProgramOptions.Default with { Only = [ruleId], CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Newest] };

    /// <summary>For rules that are off by default.</summary>
    public static PolicyProgram Enabling(string ruleId) => new(ruleId) { Options = new PolicyProgram(ruleId).Options with { Enable = [ruleId] } };

    /// <summary>The same programs against the newest CDK only, for API that older ones lack.</summary>
    public PolicyProgram OnNewest() => new(ruleId) { Options = Options with { CdkVersions = [CdkLibrary.Newest] } };

    /// <summary>A whole program.</summary>
    public async Task Types(string types)
    {
        await Verify.Analyzer(types, Options);
        await SpellingCheck.Some(TestProgram.WithoutMarkup(types), Options);
    }

    /// <summary>Statements of a stack's constructor.</summary>
    public Task Statements(string statements) => Types(TestProgram.InStack(statements));

    /// <summary>Statements of a stack's constructor in which there is a role.</summary>
    public Task WithRole(string statements) => Statements(
        $$"""
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
        {{statements}}
        """);

    /// <summary>A role with a statement of the given props.</summary>
    public Task Props(string props) => WithRole(
        $$"""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            {{props}}
        }));
        """);

    /// <summary>A role with a statement that allows actions on resources.</summary>
    /// <param name="actions">Expressions.</param>
    /// <param name="resources">Expressions.</param>
    /// <param name="more">Further properties.</param>
    public Task Allowing(string actions, string resources, string more = "") =>
        Props($"Actions = new[] {{ {actions} }}, Resources = new[] {{ {resources} }}, {more}");

    /// <summary>A policy whose document is written as JSON.</summary>
    /// <param name="statement">Entries of the statement's dictionary.</param>
    public Task Json(string statement) => Statements(
        $$"""
        new CfnPolicy(this, "Policy", new CfnPolicyProps
        {
            PolicyName = "build",
            Roles = new[] { "build" },
            PolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[] { new Dictionary<string, object> { {{statement}} } },
            },
        });
        """);

    /// <summary>A role that trusts a principal.</summary>
    /// <param name="principal">An expression.</param>
    public Task Trusting(string principal) => Statements(
        $$"""
        new Role(this, "Role", new RoleProps { AssumedBy = {{principal}} });
        """);

    /// <summary>A role whose trust policy is written as JSON.</summary>
    /// <param name="statement">Entries of the statement's dictionary, without its effect.</param>
    public Task TrustJson(string statement) => Statements(
        $$"""
        new CfnRole(this, "Role", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", {{statement}} } },
            },
        });
        """);
}
