using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>What narrows a statement, what denies, and what allows everything but a few.</summary>
internal static class ConditionScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["conditions in props"] = """
            // Open: 203
            // Narrow: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "kms:Decrypt" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "Narrow",
                Actions = new[] { "kms:Decrypt" },
                Resources = new[] { "*" },
                Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, string> { ["kms:ViaService"] = "s3.eu-west-1.amazonaws.com" } },
            }));
            """,
        ["conditions that are missing after all"] = """
            // Open: 203
            // Either: 203
            Dictionary<string, object>? none = null;
            var some = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = "true" } };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" }, Conditions = none }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Either", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" }, Conditions = Inputs.A ? some : none }));
            """,
        ["conditions do not excuse everything"] = """
            // Everything: 201
            // Service: 202
            var conditions = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:MultiFactorAuthPresent"] = "true" } };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Everything", Actions = new[] { "*" }, Resources = new[] { "*" }, Conditions = conditions }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Service", Actions = new[] { "ec2:*" }, Resources = new[] { "*" }, Conditions = conditions }));
            """,
        ["conditions of JSON"] = """
            // Open: 203
            // Narrow: none
            var json = new Dictionary<string, object> { ["Sid"] = "Open", ["Effect"] = "Allow", ["Action"] = "s3:GetObject", ["Resource"] = "*" };
            role.AddToPolicy(PolicyStatement.FromJson(json));
            json["Sid"] = "Narrow";
            json["Condition"] = new Dictionary<string, object> { ["StringLike"] = new Dictionary<string, object> { ["s3:prefix"] = new[] { "home/*" } } };
            role.AddToPolicy(PolicyStatement.FromJson(json));
            """,
        ["denials beside what is allowed"] = """
            // Open: 203
            // First: none
            // Last: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "First", Effect = Effect.DENY, Actions = new[] { "s3:*" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Last", Effect = Effect.DENY, Actions = new[] { "*" }, Resources = new[] { "*" } }));
            """,
        ["everything but some actions"] = """
            // But: 204
            // Denied: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "But", NotActions = new[] { "iam:*", "organizations:*" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, NotActions = new[] { "iam:*" }, Resources = new[] { "*" } }));
            """,
        ["actions that are taken out later"] = """
            // But: 204
            // Denied: none
            var but = new PolicyStatement { Sid = "But" };
            but.AddNotActions("iam:*");
            but.AddAllResources();
            role.AddToPolicy(but);
            var denied = new PolicyStatement { Sid = "Denied", Effect = Effect.DENY };
            denied.AddNotActions("iam:*");
            denied.AddAllResources();
            role.AddToPolicy(denied);
            """,
        ["everywhere but on some resources"] = """
            // But: 204
            // Denied: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "But", Actions = new[] { "s3:GetObject" }, NotResources = new[] { "arn:aws:s3:::secret/*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "s3:GetObject" }, NotResources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["exceptions of an empty list"] = """
            // Open: 203
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, NotActions = new string[0], Resources = new[] { "*" } }));
            """,
        ["exceptions on a condition"] = """
            // Either: 204
            // Named: none
            var either = new PolicyStatement { Sid = "Either" };
            if (Inputs.A)
            {
                either.AddNotActions("iam:*");
            }
            else
            {
                either.AddActions("s3:GetObject");
            }

            either.AddResources("arn:aws:s3:::app/*");
            role.AddToPolicy(either);
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["everybody but some"] = """
            // But: 204
            // Denied: none
            var bucket = new Amazon.CDK.AWS.S3.Bucket(this, "Bucket");
            bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "But", Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.ArnForObjects("*") }, NotPrincipals = new[] { new AccountPrincipal("111122223333") },
            }));
            bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.ArnForObjects("*") }, NotPrincipals = new[] { new AccountPrincipal("111122223333") },
            }));
            """,
        ["placeholders"] = """
            // Resource: 211
            // Condition: 211
            // Variable: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Resource", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::${BucketName}/*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "Condition", Actions = new[] { "s3:ListBucket" }, Resources = new[] { "arn:aws:s3:::app" },
                Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["s3:prefix"] = "${Prefix}" } },
            }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Variable", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/${aws:username}/*" } }));
            """,
        ["placeholders that are filled in"] = """
            // Left: 211
            // Filled: none
            const string Form = "arn:aws:s3:::${BucketName}/*";
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Left", Actions = new[] { "s3:GetObject" }, Resources = new[] { Form.Replace("${Bucket}", "app") } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Filled", Actions = new[] { "s3:GetObject" }, Resources = new[] { Form.Replace("${BucketName}", "app") } }));
            """,
        ["placeholders of a substitution"] = """
            // Filled: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Filled", Actions = new[] { "s3:GetObject" }, Resources = new[] { Fn.Sub("arn:${AWS::Partition}:s3:::${Name}/*", new Dictionary<string, string> { ["Name"] = "app" }) } }));
            """,
    });
}
