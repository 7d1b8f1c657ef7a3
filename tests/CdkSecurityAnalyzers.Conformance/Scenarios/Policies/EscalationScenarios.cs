using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Roles that are passed on, and permissions that lead to more of them, in one statement or in many.</summary>
internal static class EscalationScenarios
{
    private static readonly string Pass = Allow("Pass", "iam:PassRole", "*");
    private static readonly string PassNamed = Allow("PassNamed", "iam:PassRole", "arn:aws:iam::111122223333:role/build");

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["any role to any service"] = $$"""
            // Pass: 205
            // PassNamed: none
            role.AddToPolicy({{Pass}});
            role.AddToPolicy({{PassNamed}});
            """,
        ["any role of an account"] = $$"""
            // Any: 205
            // Prefix: none
            // Path: none
            role.AddToPolicy({{Allow("Any", "iam:PassRole", "arn:aws:iam::111122223333:role/*")}});
            role.AddToPolicy({{Allow("Prefix", "iam:PassRole", "arn:aws:iam::111122223333:role/build-*")}});
            role.AddToPolicy({{Allow("Path", "iam:PassRole", "arn:aws:iam::111122223333:role/service-role/*")}});
            """,
        ["roles that end alike"] = $$"""
            // Any: 205
            // Named: none
            role.AddToPolicy({{Allow("Any", "iam:PassRole", "arn:aws:iam::*:role/*-build")}});
            role.AddToPolicy({{Allow("Named", "iam:PassRole", "arn:aws:iam::*:role/team/build")}});
            """,
        ["any role to one service"] = """
            // Pass: 205
            // Narrow: none
            var service = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" } };
            var other1 = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:RequestedRegion"] = "eu-west-1" } };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Pass", Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" }, Conditions = other1 }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Narrow", Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" }, Conditions = service }));
            """,
        ["wildcard that covers passing"] = $$"""
            // Pass: 205 212
            // Get: none
            role.AddToPolicy({{Allow("Pass", "iam:Pass*", "*")}});
            role.AddToPolicy({{Allow("Get", "iam:GetRole", "arn:aws:iam::111122223333:role/build")}});
            """,
        ["passing that is denied"] = $$"""
            // Allowed: 205
            // Pass: 203
            role.AddToPolicy({{Pass}});
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
            other.AddToPolicy({{Allow("Allowed", "iam:PassRole", "*")}});
            """,
        ["passing that is denied on a condition"] = $$"""
            // Pass: 205
            role.AddToPolicy({{Pass}});
            if (Inputs.A)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
            }
            """,
        ["passing beside everything"] = $$"""
            // Everything: 201
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Everything", Actions = new[] { "*", "iam:PassRole" }, Resources = new[] { "*" } }));
            """,
        ["single actions"] = $$"""
            // Key: 206
            // Named: none
            role.AddToPolicy({{Allow("Key", "iam:CreateAccessKey", "*")}});
            other.AddToPolicy({{Allow("Named", "iam:CreateAccessKey", "arn:aws:iam::111122223333:user/me")}});
            """,
        ["single actions of any user"] = $$"""
            // Key: 206
            // Own: none
            role.AddToPolicy({{Allow("Key", "iam:CreateAccessKey", "arn:aws:iam::*:user/*")}});
            other.AddToPolicy({{Allow("Own", "iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")}});
            """,
        ["build that runs as any role in one statement"] = """
            // Path: 205 206
            // Named: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Path", Actions = new[] { "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild" }, Resources = new[] { "*" } }));
            other.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "codebuild:CreateProject", "codebuild:StartBuild" }, Resources = new[] { "arn:aws:codebuild:eu-west-1:111122223333:project/app" } }));
            """,
        ["build that runs as any role in three statements"] = $$"""
            // Pass: 205 206
            role.AddToPolicy({{Pass}});
            role.AddToPolicy({{Allow("Create", "codebuild:CreateProject", "*")}});
            role.AddToPolicy({{Allow("Start", "codebuild:StartBuild", "*")}});
            """,
        ["parts of a path for two roles"] = $$"""
            // Pass: 205
            // Create: 203
            // Start: 203
            role.AddToPolicy({{Pass}});
            other.AddToPolicy({{Allow("Create", "codebuild:CreateProject", "*")}});
            other.AddToPolicy({{Allow("Start", "codebuild:StartBuild", "*")}});
            """,
        ["parts of a path in policies of one role"] = $$"""
            // Pass: 205 206
            // Other: none
            role.AttachInlinePolicy(new Policy(this, "First", new PolicyProps { Statements = new[] { {{Pass}} } }));
            role.AddManagedPolicy(new ManagedPolicy(this, "Second", new ManagedPolicyProps { Statements = new[] { {{Allow("Function", "lambda:CreateFunction", "*")}} } }));
            new Policy(this, "Third", new PolicyProps { Roles = new[] { role }, Statements = new[] { {{Allow("Invoke", "lambda:InvokeFunction", "*")}} } });
            """,
        ["parts of a path in the policy of a project"] = $$"""
            // Pass: 205 206
            var project = new PipelineProject(this, "Image");
            project.AddToRolePolicy({{Pass}});
            project.Role!.AddToPrincipalPolicy({{Allow("Run", "ec2:RunInstances", "*")}});
            """,
        ["part of a path on a condition"] = $$"""
            // Pass: 205 206
            // Run: none
            role.AddToPolicy({{Allow("Run", "ec2:RunInstances", "*")}});
            if (Inputs.A)
            {
                role.AddToPolicy({{Pass}});
            }
            """,
        ["parts of a path on opposite conditions"] = $$"""
            // Pass: 205
            // Run: 203
            if (Inputs.A)
            {
                role.AddToPolicy({{Pass}});
            }
            else
            {
                role.AddToPolicy({{Allow("Run", "ec2:RunInstances", "*")}});
            }
            """,
        ["parts of a path of which one has a condition"] = $$"""
            // Pass: 205
            // Run: none
            role.AddToPolicy({{Pass}});
            var run = {{Allow("Run", "ec2:RunInstances", "*")}};
            run.AddCondition("StringEquals", new Dictionary<string, object> { ["ec2:Region"] = "eu-west-1" });
            role.AddToPolicy(run);
            """,
        ["guard-rails of the pipeline"] = $$"""
            // Webhook: 206
            // Approval: 206
            // Named: none
            role.AddToPolicy({{Allow("Webhook", "codebuild:UpdateWebhook", "*")}});
            role.AddToPolicy({{Allow("Approval", "codepipeline:PutApprovalResult", "arn:aws:codepipeline:*:*:*")}});
            role.AddToPolicy({{Allow("Named", "codepipeline:PutApprovalResult", "arn:aws:codepipeline:eu-west-1:111122223333:release/Approve/*")}});
            """,
        ["one alternative of two that is denied"] = $$"""
            // Attach: 206 212
            role.AddToPolicy({{Allow("Attach", "iam:Attach*", "*")}});
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "iam:AttachRolePolicy" }, Resources = new[] { "*" } }));
            """,
        ["role by name and by object"] = $$"""
            // Pass: 205 206
            new CfnPolicy(this, "First", new CfnPolicyProps { PolicyName = "first", Roles = new[] { role.RoleName }, PolicyDocument = {{Document(Written("Pass", "iam:PassRole", "*"))}} });
            role.AddToPolicy({{Allow("Run", "ec2:RunInstances", "*")}});
            """,
    });
}
