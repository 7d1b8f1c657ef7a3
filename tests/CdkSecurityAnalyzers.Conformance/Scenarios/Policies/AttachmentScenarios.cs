using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Ways in which a role, user or group gets a statement.</summary>
internal static class AttachmentScenarios
{
    private static readonly string Open = Allow("Open", "s3:GetObject", "*");
    private static readonly string Named = Allow("Named", "s3:GetObject", "arn:aws:s3:::app/*");

    private static readonly Dictionary<string, string> Ways = new()
    {
        ["AddToPolicy"] = "role.AddToPolicy({0});",
        ["AddToPrincipalPolicy"] = "role.AddToPrincipalPolicy({0});",
        ["AddToPrincipalPolicy of an interface"] = "IPrincipal principal = role;\nprincipal.AddToPrincipalPolicy({0});",
        ["GrantPrincipal"] = "role.GrantPrincipal.AddToPrincipalPolicy({0});",
        ["AddToRolePolicy"] = "var project = new PipelineProject(this, \"Image\");\nproject.AddToRolePolicy({0});",
        ["AddToRolePolicy of a project with a role"] = "var project = new PipelineProject(this, \"Image\", new PipelineProjectProps { Role = role });\nproject.AddToRolePolicy({0});",
        ["the role of a project"] = "var project = new PipelineProject(this, \"Image\");\nproject.Role!.AddToPrincipalPolicy({0});",
        ["policy in a project"] = "var project = new PipelineProject(this, \"Image\");\nproject.Role!.AttachInlinePolicy(new Policy(this, \"Extra\", new PolicyProps { Statements = new[] { {0} } }));",
        ["Policy with roles"] = "new Policy(this, \"Extra\", new PolicyProps { Roles = new[] { role }, Statements = new[] { {0} } });",
        ["Policy of a document"] = "new Policy(this, \"Extra\", new PolicyProps { Roles = new[] { role }, Document = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { {0} } }) });",
        ["Policy that is attached"] = "var policy = new Policy(this, \"Extra\");\npolicy.AddStatements({0});\npolicy.AttachToRole(role);",
        ["AttachInlinePolicy"] = "var policy = new Policy(this, \"Extra\", new PolicyProps { Statements = new[] { {0} } });\nrole.AttachInlinePolicy(policy);",
        ["InlinePolicies"] = "new Role(this, \"Inline\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument> { [\"extra\"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { {0} } }) } });",
        ["InlinePolicies with Add"] = "var document = new PolicyDocument();\ndocument.AddStatements({0});\nnew Role(this, \"Inline\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument> { { \"extra\", document } } });",
        ["ManagedPolicy with roles"] = "new ManagedPolicy(this, \"Extra\", new ManagedPolicyProps { Roles = new[] { role }, Statements = new[] { {0} } });",
        ["ManagedPolicy by AddManagedPolicy"] = "role.AddManagedPolicy(new ManagedPolicy(this, \"Extra\", new ManagedPolicyProps { Statements = new[] { {0} } }));",
        ["ManagedPolicy in props"] = "var policy = new ManagedPolicy(this, \"Extra\", new ManagedPolicyProps { Statements = new[] { {0} } });\nnew Role(this, \"Managed\", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new IManagedPolicy[] { policy } });",
        ["ManagedPolicy that nobody has"] = "var policy = new ManagedPolicy(this, \"Extra\");\npolicy.Document.AddStatements({0});",
        ["user"] = "new User(this, \"Person\").AddToPolicy({0});",
        ["group"] = "var group = new Group(this, \"Team\");\ngroup.AddToPolicy({0});",
        ["policy of a group"] = "new Policy(this, \"Extra\", new PolicyProps { Groups = new[] { new Group(this, \"Team\") }, Statements = new[] { {0} } });",
        ["imported role"] = "var imported = Role.FromRoleArn(this, \"Imported\", \"arn:aws:iam::111122223333:role/build\");\nimported.AddToPrincipalPolicy({0});",
        ["function"] = "new Amazon.CDK.AWS.Lambda.Function(this, \"Job\", new Amazon.CDK.AWS.Lambda.FunctionProps { Runtime = Amazon.CDK.AWS.Lambda.Runtime.NODEJS_20_X, Handler = \"index.main\", Code = Amazon.CDK.AWS.Lambda.Code.FromInline(\"x\"), InitialPolicy = new[] { {0} } });",
        ["variable of a general type"] = "IRole same = role;\nsame.AddToPrincipalPolicy({0});",
        ["one after the other"] = "foreach (var statement in new[] { {0} })\n{\n    role.AddToPolicy(statement);\n}",
        ["helper"] = "Give(role, {0});\n---\nprivate static void Give(IRole role, params PolicyStatement[] statements)\n{\n    foreach (var statement in statements)\n    {\n        role.AddToPrincipalPolicy(statement);\n    }\n}",
    };

    private static readonly Dictionary<string, string> Ignored = new()
    {
        ["role that takes nothing"] = "role.WithoutPolicyUpdates().AddToPrincipalPolicy({0});",
        ["imported role that takes nothing"] = "Role.FromRoleArn(this, \"Imported\", \"arn:aws:iam::111122223333:role/build\", new FromRoleArnOptions { Mutable = false }).AddToPrincipalPolicy({0});",
        ["boundary"] = "var boundary = new ManagedPolicy(this, \"Boundary\", new ManagedPolicyProps { Statements = new[] { {0} } });\nnew Role(this, \"Bound\", new RoleProps { AssumedBy = new AccountRootPrincipal(), PermissionsBoundary = boundary });",
        ["boundary that is applied"] = "var boundary = new ManagedPolicy(this, \"Boundary\", new ManagedPolicyProps { Statements = new[] { {0} } });\nAmazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(boundary);",
    };

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(
        Ways.Select(way => (Name: "statement for " + way.Key, Text: $"// Open: 203\n// Named: none\n{With(way.Value)}"))
            .Concat(Ignored.Select(way => (Name: "statement for a " + way.Key, Text: $"// Open: none\n// Named: none\n{With(way.Value)}")))
            .ToDictionary(scenario => scenario.Name, scenario => scenario.Text));

    /// <summary>Both twins: some ways take a list of them, others are gone twice.</summary>
    private static string With(string way) =>
        way.Contains("[] { {0} }", StringComparison.Ordinal) || way.Contains("AddStatements(", StringComparison.Ordinal) || way.Contains("Give(", StringComparison.Ordinal)
            ? way.Replace("{0}", $"{Open}, {Named}")
            : way.Replace("{0}", Open) + "\n" + way.Split('\n')[^1].Replace("{0}", Named).Replace("this, \"", "this, \"Named");
}
