using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Policies in the words of the template, and what overrides make of others.</summary>
internal static class TemplateScenarios
{
    private static readonly string Open = Written("Open", "s3:GetObject", "*");
    private static readonly string Named = Written("Named", "s3:GetObject", "arn:aws:s3:::app/*");
    private static readonly string Both = Document(Open, Named);

    private static readonly Dictionary<string, string> Resources = new()
    {
        ["CfnPolicy"] = $"new CfnPolicy(this, \"Extra\", new CfnPolicyProps {{ PolicyName = \"extra\", Roles = new[] {{ role.RoleName }}, PolicyDocument = {Both} }});",
        ["CfnManagedPolicy"] = $"new CfnManagedPolicy(this, \"Extra\", new CfnManagedPolicyProps {{ PolicyDocument = {Both} }});",
        ["CfnRolePolicy"] = $"new CfnRolePolicy(this, \"Extra\", new CfnRolePolicyProps {{ PolicyName = \"extra\", RoleName = role.RoleName, PolicyDocument = {Both} }});",
        ["CfnRole"] = $"new CfnRole(this, \"Extra\", new CfnRoleProps {{ AssumeRolePolicyDocument = new Dictionary<string, object>(), Policies = new object[] {{ new CfnRole.PolicyProperty {{ PolicyName = \"extra\", PolicyDocument = {Both} }} }} }});",
        ["CfnUser"] = $"new CfnUser(this, \"Extra\", new CfnUserProps {{ Policies = new object[] {{ new CfnUser.PolicyProperty {{ PolicyName = \"extra\", PolicyDocument = {Both} }} }} }});",
        ["CfnGroup"] = $"new CfnGroup(this, \"Extra\", new CfnGroupProps {{ Policies = new[] {{ new CfnGroup.PolicyProperty {{ PolicyName = \"extra\", PolicyDocument = {Both} }} }} }});",
        ["CfnResource"] = $"new CfnResource(this, \"Extra\", new CfnResourceProps {{ Type = \"AWS::IAM::Policy\", Properties = new Dictionary<string, object> {{ [\"PolicyName\"] = \"extra\", [\"Roles\"] = new object[] {{ role.RoleName }}, [\"PolicyDocument\"] = {Both} }} }});",
        ["CfnPolicy with a document"] = $"new CfnPolicy(this, \"Extra\", new CfnPolicyProps {{ PolicyName = \"extra\", Roles = new[] {{ role.RoleName }}, PolicyDocument = PolicyDocument.FromJson({Both}) }});",
        ["CfnPolicy with statements"] = $"new CfnPolicy(this, \"Extra\", new CfnPolicyProps {{ PolicyName = \"extra\", Roles = new[] {{ role.RoleName }}, PolicyDocument = new PolicyDocument(new PolicyDocumentProps {{ Statements = new[] {{ {Allow("Open", "s3:GetObject", "*")}, {Allow("Named", "s3:GetObject", "arn:aws:s3:::app/*")} }} }}) }});",
        ["CfnPolicy with Add"] = $"var document = new Dictionary<string, object>();\ndocument.Add(\"Statement\", new List<object> {{ {Open}, {Named} }}.ToArray());\nnew CfnPolicy(this, \"Extra\", new CfnPolicyProps {{ PolicyName = \"extra\", Roles = new[] {{ role.RoleName }}, PolicyDocument = document }});",
        ["CfnPolicy with a property set later"] = $"var policy = new CfnPolicy(this, \"Extra\", new CfnPolicyProps {{ PolicyName = \"extra\", Roles = new[] {{ role.RoleName }}, PolicyDocument = new Dictionary<string, object>() }});\npolicy.PolicyDocument = {Both};",
    };

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new Dictionary<string, string>
    {
        ["policy whose action is overridden"] = Overridden("AddPropertyOverride(\"PolicyDocument.Statement.1.Action\", \"s3:*\")", "202"),
        ["policy whose resource is overridden"] = Overridden("AddPropertyOverride(\"PolicyDocument.Statement.1.Resource\", \"*\")", "203"),
        ["policy whose effect is overridden"] = Overridden("AddOverride(\"Properties.PolicyDocument.Statement.1.NotAction\", new[] { \"iam:*\" })", "204"),
        ["policy whose open statement is denied"] = $$"""
            // Open: none
            // Named: none
            var policy = {{Resources["CfnPolicy"]}}
            policy.AddPropertyOverride("PolicyDocument.Statement.0.Effect", "Deny");
            """,
        ["policy whose open statement is narrowed"] = $$"""
            // Open: none
            // Named: none
            var policy = {{Resources["CfnPolicy"]}}
            policy.AddPropertyOverride("PolicyDocument.Statement.0.Resource", "arn:aws:s3:::app/*");
            """,
        ["policy whose open statement is deleted on a condition"] = $$"""
            // Open: 203
            // Named: none
            var policy = {{Resources["CfnPolicy"]}}
            if (Inputs.A)
            {
                policy.AddPropertyDeletionOverride("PolicyDocument.Statement.0.Resource");
            }
            """,
        ["policy of a construct that is overridden"] = $$"""
            // Open: 202
            // Named: none
            var policy = new ManagedPolicy(this, "Extra", new ManagedPolicyProps { Statements = new[] { {{Allow("Open", "s3:GetObject", "arn:aws:s3:::app/*")}}, {{Allow("Named", "s3:GetObject", "arn:aws:s3:::app/*")}} } });
            ((CfnManagedPolicy)policy.Node.DefaultChild!).AddPropertyOverride("PolicyDocument.Statement.0.Action", "s3:*");
            """,
    }.Concat(Resources.Select(resource => KeyValuePair.Create("resource: " + resource.Key, $"// Open: 203\n// Named: none\n{resource.Value}"))).ToDictionary());

    /// <summary>The second statement becomes what the first one is not.</summary>
    private static string Overridden(string change, string verdict) => $$"""
        // Open: 203
        // Named: {{verdict}}
        var policy = {{Resources["CfnPolicy"]}}
        policy.{{change}};
        """;
}
