namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Who may assume a role.</summary>
internal static class TrustScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["anybody"] = Trusted("new AnyPrincipal()", "new AccountRootPrincipal()", 208),
        ["anybody as a star"] = Trusted("new StarPrincipal()", "new AccountPrincipal(\"111122223333\")", 208),
        ["anybody as an ARN"] = Trusted("new ArnPrincipal(\"*\")", "new ArnPrincipal(\"arn:aws:iam::111122223333:role/build\")", 208),
        ["any account"] = Trusted("new AccountPrincipal(\"*\")", "new AccountPrincipal(Aws.ACCOUNT_ID)", 208),
        ["anybody in an organization"] = Trusted("new AnyPrincipal()", "new AnyPrincipal().InOrganization(\"o-1234567890\")", 208),
        ["organization"] = Trusted("new ArnPrincipal(\"*\")", "new OrganizationPrincipal(\"o-1234567890\")", 208),
        ["anybody with a condition"] = Trusted(
            "new AnyPrincipal()",
            "new PrincipalWithConditions(new AnyPrincipal(), new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:PrincipalAccount\"] = \"111122223333\" } })",
            208),
        ["anybody with a condition that is added"] = Trusted(
            "new AnyPrincipal()",
            "new StarPrincipal().WithConditions(new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { [\"aws:PrincipalArn\"] = \"arn:aws:iam::111122223333:role/*\" } })",
            208),
        ["anybody among others"] = Trusted(
            "new CompositePrincipal(new AccountRootPrincipal(), new AnyPrincipal())", "new CompositePrincipal(new AccountRootPrincipal(), new AccountPrincipal(\"111122223333\"))", 208),
        ["anybody on a condition"] = Trusted("Inputs.A ? new AnyPrincipal() : new AccountRootPrincipal()", "Inputs.A ? new ArnPrincipal(\"arn:aws:iam::111122223333:root\") : new AccountRootPrincipal()", 208),
        ["anybody with session tags"] = Trusted("new SessionTagsPrincipal(new AnyPrincipal())", "new AccountRootPrincipal().WithSessionTags()", 208),
        ["service for anybody"] = Trusted(
            "new ServicePrincipal(\"codebuild.amazonaws.com\")",
            "new ServicePrincipal(\"codebuild.amazonaws.com\", new ServicePrincipalOpts { Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = Aws.ACCOUNT_ID } } })",
            213),
        ["service for one project"] = Trusted(
            "new ServicePrincipal(\"codebuild.amazonaws.com\").WithConditions(new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:RequestedRegion\"] = \"eu-west-1\" } })",
            "new ServicePrincipal(\"codebuild.amazonaws.com\").WithConditions(new Dictionary<string, object> { [\"ArnLike\"] = new Dictionary<string, object> { [\"aws:SourceArn\"] = \"arn:aws:codebuild:eu-west-1:111122223333:project/app\" } })",
            213),
        ["trust in the words of the template"] = """
            // Open: 208
            // Closed: none
            new CfnRole(this, "Open", new CfnRoleProps { AssumeRolePolicyDocument = Trust("*") });
            new CfnRole(this, "Closed", new CfnRoleProps { AssumeRolePolicyDocument = Trust(new Dictionary<string, object> { ["AWS"] = "arn:aws:iam::111122223333:root" }) });
            ---
            private static object Trust(object principal) => new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = "sts:AssumeRole", ["Principal"] = principal } },
            };
            """,
        ["trust in a list of the template"] = """
            // Open: 208
            // Closed: none
            foreach (var (key, who) in new[] { ("Open", new[] { "arn:aws:iam::111122223333:root", "*" }), ("Closed", new[] { "arn:aws:iam::111122223333:root" }) })
            {
                new CfnRole(this, key, new CfnRoleProps
                {
                    AssumeRolePolicyDocument = new Dictionary<string, object>
                    {
                        ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = "sts:AssumeRole", ["Principal"] = new Dictionary<string, object> { ["AWS"] = who } } },
                    },
                });
            }
            """,
        ["trust that a document states"] = """
            // Open: 208
            // Closed: none
            new CfnRole(this, "Role", new CfnRoleProps
            {
                AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "sts:AssumeRole" }, Principals = new IPrincipal[] { new AnyPrincipal() } }),
                        new PolicyStatement(new PolicyStatementProps { Sid = "Closed", Actions = new[] { "sts:AssumeRole" }, Principals = new IPrincipal[] { new AccountRootPrincipal() } }),
                    },
                }),
            });
            """,
        ["anybody by a method of the statement"] = """
            // Open: 208
            // Narrow: none
            var role = new Role(this, "Build", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            var open = new PolicyStatement { Sid = "Open" };
            open.AddActions("sts:AssumeRole");
            open.AddAnyPrincipal();
            role.AssumeRolePolicy!.AddStatements(open);
            var narrow = new PolicyStatement { Sid = "Narrow" };
            narrow.AddActions("sts:AssumeRole");
            narrow.AddAnyPrincipal();
            narrow.AddSourceAccountCondition("111122223333");
            role.AssumeRolePolicy!.AddStatements(narrow);
            """,
        ["trust by an override"] = """
            // Open: 208
            // Closed: none
            var open = new Role(this, "Open", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            ((CfnRole)open.Node.DefaultChild!).AddPropertyOverride("AssumeRolePolicyDocument.Statement.0.Principal", "*");
            var closed = new Role(this, "Closed", new RoleProps { AssumedBy = new AnyPrincipal() });
            ((CfnRole)closed.Node.DefaultChild!).AddPropertyOverride("AssumeRolePolicyDocument.Statement.0.Principal.AWS", "arn:aws:iam::111122223333:root");
            """,
    };

    /// <summary>A role that trusts too many, and one that does not.</summary>
    private static string Trusted(string open, string closed, int rule) => $$"""
        // Open: {{rule}}
        // Closed: none
        new Role(this, "Open", new RoleProps { AssumedBy = {{open}} });
        new Role(this, "Closed", new RoleProps { AssumedBy = {{closed}} });
        """;
}
