using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>Code that is shown roles and policies which other methods create may narrow them; code that does something else does not.</summary>
public sealed class PolicyVisitorTests
{
    private const string Condition = "new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"iam:PassedToService\"] = \"codebuild.amazonaws.com\" } }";

    private const string Denial = "new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { \"iam:*\" }, Resources = new[] { \"*\" } })";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable], Only = ["CDKSEC205", "CDKSEC208"] };

    [Theory]
    [InlineData("Tags.Of(node).Add(\"team\", \"core\");", true, true)]
    [InlineData("if (node is CfnRole role) role.PermissionsBoundary = \"arn:aws:iam::111122223333:policy/boundary\";", true, true)]
    [InlineData("if (node is CfnRole role) role.AddPropertyOverride(\"MaxSessionDuration\", 3600);", true, true)]
    [InlineData("if (node is Role role) Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));", true, true)]
    [InlineData("if (node is CfnPolicy policy) policy.AddPropertyOverride(\"PolicyDocument.Statement.0.Condition\", " + Condition + ");", false, false)]
    [InlineData("if (node is CfnPolicy policy) policy.PolicyDocument = new PolicyDocument();", false, false)]
    [InlineData("if (node is CfnRole role) role.AssumeRolePolicyDocument = new PolicyDocument();", false, false)]
    [InlineData("if (node is Role role) role.AddToPolicy(" + Denial + ");", false, true)]
    [InlineData("if (node is Role role) Denials.Add(role);", false, true)]
    [InlineData("if (node is IRole role) role.AttachInlinePolicy(new Policy((Construct)node, \"Deny\", new PolicyProps { Statements = new[] { " + Denial + " } }));", false, true)]
    public Task AnAspectCountsAsFarAsItMayNarrow(string visit, bool passes, bool trusts) => Verify.Analyzer(
        Stack("Aspects.Of(this).Add(new Visitor());", passes, trusts)
        + $$"""

          public class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
          {
              public void Visit(IConstruct node)
              {
                  {{visit}}
              }
          }

          public static class Denials
          {
              public static void Add(Role role) => role.AddToPolicy({{Denial}});
          }
          """,
        Options);

    [Theory]
    [InlineData("foreach (var child in Node.FindAll().OfType<CfnPolicy>()) child.AddPropertyOverride(\"PolicyDocument.Statement.0.Condition\", " + Condition + ");", false, false)]
    [InlineData("foreach (var child in Node.FindAll().OfType<Role>()) child.AddToPolicy(" + Denial + ");", false, true)]
    [InlineData("foreach (var child in Node.FindAll().OfType<CfnRole>()) child.AddPropertyOverride(\"MaxSessionDuration\", 3600);", true, true)]
    public Task AWalkOverTheTreeCountsLikewise(string walk, bool passes, bool trusts) => Verify.Analyzer(Stack("} private void Walk() { " + walk, passes, trusts), Options);

    [Fact]
    public Task AnAspectOfAnotherStackDoesNot() => Verify.Analyzer(
        Stack("", passes: true, trusts: true)
        + $$"""

          public class Other : Stack
          {
              public Other(Construct scope) : base(scope, "Other") => Aspects.Of(this).Add(new Visitor());
          }

          public class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
          {
              public void Visit(IConstruct node)
              {
                  if (node is Role role)
                  {
                      role.AddToPolicy({{Denial}});
                  }
              }
          }
          """,
        Options);

    private static string Stack(string after, bool passes, bool trusts) => TestProgram.InStack(
        $$"""
        var role = new Role(this, "Role", new RoleProps { AssumedBy = {{(trusts ? "{|CDKSEC208:new AnyPrincipal()|}" : "new AnyPrincipal()")}} });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{(passes ? "{|CDKSEC205:\"iam:PassRole\"|}" : "\"iam:PassRole\"")}} }, Resources = new[] { "*" } }));
        {{after}}
        """);
}
