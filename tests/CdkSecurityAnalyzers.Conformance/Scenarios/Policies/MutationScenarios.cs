using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Statements and policies that change after somebody has them: what counts is what becomes of them.</summary>
internal static class MutationScenarios
{
    private static readonly string Open = Allow("Open", "s3:GetObject", "*");
    private static readonly string Named = Allow("Named", "s3:GetObject", "arn:aws:s3:::app/*");

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["actions added later"] = $$"""
            // Open: 202
            // Named: none
            var open = {{Allow("Open", "s3:GetObject", "arn:aws:s3:::app/*")}};
            var named = {{Named}};
            role.AddToPolicy(open);
            role.AddToPolicy(named);
            open.AddActions("sqs:*");
            named.AddActions("s3:PutObject");
            """,
        ["resources added later"] = $$"""
            // Open: 203
            // Named: none
            var open = {{Allow("Open", "s3:GetObject", "arn:aws:s3:::app/*")}};
            var named = {{Named}};
            role.AddToPolicy(open);
            role.AddToPolicy(named);
            open.AddResources("arn:aws:s3:::*");
            named.AddResources("arn:aws:s3:::other/*");
            """,
        ["all resources later"] = $$"""
            // Open: 203
            // Star: none
            var open = {{Allow("Open", "s3:GetObject", "arn:aws:s3:::app/*")}};
            var star = {{Allow("Star", "s3:ListAllMyBuckets", "arn:aws:s3:::app/*")}};
            role.AddToPolicy(open);
            role.AddToPolicy(star);
            open.AddAllResources();
            star.AddAllResources();
            """,
        ["condition added later"] = $$"""
            // Open: 203
            // Narrow: none
            var open = {{Open}};
            var narrow = {{Allow("Narrow", "s3:GetObject", "*")}};
            role.AddToPolicy(open);
            role.AddToPolicy(narrow);
            narrow.AddCondition("StringEquals", new Dictionary<string, object> { ["aws:ResourceAccount"] = "111122223333" });
            """,
        ["conditions added on a condition"] = $$"""
            // Either: 203
            // Narrow: none
            var either = {{Allow("Either", "s3:GetObject", "*")}};
            var narrow = {{Allow("Narrow", "s3:GetObject", "*")}};
            role.AddToPolicy(either);
            role.AddToPolicy(narrow);
            var conditions = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = "true" } };
            narrow.AddConditions(conditions);
            if (Inputs.A)
            {
                either.AddConditions(conditions);
            }
            """,
        ["effect changed later"] = $$"""
            // Open: 203
            // Denied: none
            var open = new PolicyStatement(new PolicyStatementProps { Sid = "Open", Effect = Effect.DENY, Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } });
            var denied = {{Allow("Denied", "s3:GetObject", "*")}};
            role.AddToPolicy(open);
            role.AddToPolicy(denied);
            open.Effect = Effect.ALLOW;
            denied.Effect = Effect.DENY;
            """,
        ["effect changed on a condition"] = $$"""
            // Either: 201
            // Denied: none
            var either = {{Allow("Either", "*", "*")}};
            var denied = {{Allow("Denied", "*", "*")}};
            role.AddToPolicy(either);
            role.AddToPolicy(denied);
            denied.Effect = Effect.DENY;
            if (Inputs.B)
            {
                either.Effect = Effect.DENY;
            }
            """,
        ["id given later"] = """
            // Open: 203
            // Named: none
            var open = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } });
            var named = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } });
            role.AddToPolicy(open);
            role.AddToPolicy(named);
            open.Sid = "Open";
            named.Sid = "Named";
            """,
        ["statement changed by a callee"] = $$"""
            // Open: 203
            // Narrow: none
            var open = {{Open}};
            var narrow = {{Allow("Narrow", "s3:GetObject", "*")}};
            role.AddToPolicy(open);
            role.AddToPolicy(Harden(narrow));
            ---
            private static PolicyStatement Harden(PolicyStatement statement)
            {
                statement.AddSourceAccountCondition("111122223333");
                return statement;
            }
            """,
        ["statement for two roles"] = $$"""
            // Both: 203
            var both = {{Allow("Both", "s3:GetObject", "*")}};
            role.AddToPolicy(both);
            other.AddToPolicy(both);
            """,
        ["statement opened for both roles"] = $$"""
            // Both: 203
            var both = {{Allow("Both", "s3:GetObject", "arn:aws:s3:::app/*")}};
            role.AddToPolicy(both);
            other.AddToPolicy(both);
            both.AddResources("*");
            """,
        ["array changed after the statement was made"] = """
            // Open: 203
            // Named: none
            var resources = new[] { "*" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = resources }));
            resources[0] = "arn:aws:s3:::app/*";
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = resources }));
            """,
        ["document that grows"] = $$"""
            // Open: 203
            // Named: none
            var document = new PolicyDocument();
            new ManagedPolicy(this, "Extra", new ManagedPolicyProps { Document = document, Roles = new[] { role } });
            document.AddStatements({{Open}}, {{Named}});
            """,
        ["policy that grows"] = $$"""
            // Open: 203
            // Named: none
            var policy = new Policy(this, "Extra");
            policy.AttachToRole(role);
            policy.AddStatements({{Named}});
            policy.Document.AddStatements({{Open}});
            """,
        ["trust policy that grows"] = """
            // Open: 208
            // Named: none
            role.AssumeRolePolicy!.AddStatements(
                new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new AnyPrincipal() } }),
                new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new AccountPrincipal("111122223333") } }));
            """,
    });
}
