namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Policies that AWS manages.</summary>
internal static class ManagedPolicyScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["policies in props"] = Twins("""new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("{1}") } });"""),
        ["policies added to a role"] = Twins("""new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal() }).AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("{1}"));"""),
        ["policies of a user"] = Twins("""new User(this, "{0}", new UserProps { ManagedPolicies = new IManagedPolicy[] { ManagedPolicy.FromAwsManagedPolicyName("{1}") } });"""),
        ["policies added to a group"] = Twins("""var group{0} = new Group(this, "{0}"); group{0}.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("{1}"));"""),
        ["policies by ARN"] = Twins("""new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromManagedPolicyArn(this, "{0}Policy", "arn:aws:iam::aws:policy/{1}") } });"""),
        ["policies by ARN of some partition"] = Twins("""new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromManagedPolicyArn(this, "{0}Policy", $"arn:{Aws.PARTITION}:iam::aws:policy/{1}") } });"""),
        ["policies in the words of the template"] = Twins("""new CfnRole(this, "{0}", new CfnRoleProps { AssumeRolePolicyDocument = new Dictionary<string, object>(), ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/{1}" } });"""),
        ["policies of a resource without a class"] = Twins("""new CfnResource(this, "{0}", new CfnResourceProps { Type = "AWS::IAM::Role", Properties = new Dictionary<string, object> { ["AssumeRolePolicyDocument"] = new Dictionary<string, object>(), ["ManagedPolicyArns"] = new object[] { Fn.Join("", new[] { "arn:", Aws.PARTITION, ":iam::aws:policy/{1}" }) } } });"""),
        ["policies by an override"] = Twins("""((CfnRole)new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal() }).Node.DefaultChild!).AddPropertyOverride("ManagedPolicyArns", new[] { "arn:aws:iam::aws:policy/{1}" });"""),
        ["policies with a path"] = Twins("""new Role(this, "{0}", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("{1}") } });""", "job-function/SystemAdministrator", "service-role/AWSLambdaBasicExecutionRole"),
        ["policies of a query"] = """
            // Open: 207
            // Closed: none
            foreach (var (key, names) in new Dictionary<string, string[]> { ["Open"] = new[] { "AmazonS3ReadOnlyAccess", "PowerUserAccess" }, ["Closed"] = new[] { "AmazonS3ReadOnlyAccess" } })
            {
                new Role(this, key, new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = names.Select(ManagedPolicy.FromAwsManagedPolicyName).ToArray() });
            }
            """,
        ["policies on a condition"] = """
            // Open: 207
            // Closed: none
            var open = new Role(this, "Open", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            open.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(Inputs.Stage == "prod" ? "ReadOnlyAccess" : "IAMFullAccess"));
            var closed = new Role(this, "Closed", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            closed.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(Inputs.Stage == "prod" ? "AmazonS3ReadOnlyAccess" : "AWSLambda_ReadOnlyAccess"));
            """,
        ["policy as a boundary"] = """
            // Open: 207
            // Closed: none
            var policy = ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess");
            new Role(this, "Open", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { policy } });
            new Role(this, "Closed", new RoleProps { AssumedBy = new AccountRootPrincipal(), PermissionsBoundary = policy });
            """,
    };

    private static string Twins(string role, string broad = "AdministratorAccess", string narrow = "AmazonS3ReadOnlyAccess") =>
        "// Open: 207\n// Closed: none\n" + role.Replace("{0}", "Open").Replace("{1}", broad) + "\n" + role.Replace("{0}", "Closed").Replace("{1}", narrow);
}
