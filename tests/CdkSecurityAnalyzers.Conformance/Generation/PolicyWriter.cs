namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes statements that make roles and policies in some scope, and change them afterwards.</summary>
/// <param name="number">A number that nothing else in the program has: constructs and statements are known by it.</param>
internal sealed class PolicyWriter(int number, Choices choices, Block block)
{
    private bool makesInstances;

    private string Id => $"Statement{number}";

    public void Write()
    {
        switch (choices.Next(10))
        {
            case 0:
                Add(choices.OneOf("AddToPolicy", "AddToPrincipalPolicy"), NewRole());
                break;
            case 1:
                Add("AddToRolePolicy", block.Local("var", $"new Project(this, \"Build{number}\", {WantedProjectProps.Any(choices).Spell(choices, block)})"));
                break;
            case 2:
                AttachPolicy();
                break;
            case 3:
                Loop();
                break;
            case 4:
                Inline();
                break;
            case 5:
                Documents();
                break;
            case 6:
                Add("AddToPolicy", block.Local("var", choices.OneOf($"new User(this, \"User{number}\")", $"new Group(this, \"Group{number}\")")));
                break;
            case 7:
                InConstruct();
                break;
            case 8:
                Conditional();
                break;
            default:
                Together();
                break;
        }
    }

    /// <summary>Changes a statement that somebody may have already.</summary>
    public static void WriteChange(string statement, StatementParts parts, Choices choices, Block block)
    {
        var body = choices.Chance(50) ? block.Inner() : block;
        body.Add($"{statement}.{choices.OneWay(
            () => "AddAllResources()",
            () => $"AddResources({StatementParts.AnyResources(choices).Spell(choices, body)})",
            () => $"{(parts.IsInverted ? "AddNotActions" : "AddActions")}({StatementParts.AnyActions(choices).Spell(choices, body)})",
            () => $"AddConditions({StatementParts.Dictionary(choices.OneOf(PolicyPools.Conditions))})",
            () => "Effect = Effect.DENY",
            () => $"Effect = {new WantedBoolean(choices.Next(2) == 0).Spell(choices, body)} ? Effect.ALLOW : Effect.DENY",
            () => "AddSourceAccountCondition(\"111122223333\")")};");
        if (body != block)
        {
            var condition = BranchSpellings.Condition(choices, block);
            block.Add($"if ({condition}) {{ {body.Text} }}");
        }
    }

    private string NewRole(string more = "") => block.Local(
        "var",
        $"new Role(this, \"Role{number}\", new RoleProps {{ AssumedBy = {(choices.Chance(40) ? WantedPrincipal.Any(choices).Spell(choices, block) : "new AccountRootPrincipal()")}{(choices.Chance(25) ? $", ManagedPolicies = {WantedManagedPolicy.Many(choices).Spell(choices, block)}" : "")}{more} }})");

    /// <summary>Statements that are added one by one, some of which change later.</summary>
    private void Add(string method, string holder)
    {
        var count = 0;
        choices.Many(1, 3, one =>
        {
            var statement = WantedStatement.Any(one, $"{Id}N{++count}");
            if (!one.Chance(30))
            {
                block.Add($"{holder}.{method}({statement.Spell(one, block)});");
                return true;
            }

            var local = block.Local("var", statement.Spell(one, block));
            block.Add($"{holder}.{method}({local});");
            WriteChange(local, statement.Parts, one, block);
            return true;
        });
    }

    private void AttachPolicy()
    {
        var (role, statements) = (NewRole(), WantedStatement.Many(choices, Id).Spell(choices, block));
        var (kind, id) = (choices.OneOf("Policy", "ManagedPolicy"), $"Policy{number}");
        block.Add(choices.OneOf(
            $"new {kind}(this, \"{id}\", new {kind}Props {{ Roles = new[] {{ {role} }}, Statements = {statements} }});",
            $"var policy{number} = new {kind}(this, \"{id}\"); policy{number}.AddStatements({statements}); policy{number}.AttachToRole({role});",
            $"new {kind}(this, \"{id}\", new {kind}Props {{ Roles = new[] {{ {role} }}, Document = new PolicyDocument(new PolicyDocumentProps {{ Statements = {statements} }}) }});",
            $"var policy{number} = new {kind}(this, \"{id}\", new {kind}Props {{ Statements = {statements} }}); {role}.{(kind == "Policy" ? "AttachInlinePolicy" : "AddManagedPolicy")}(policy{number});"));
    }

    private void Loop()
    {
        var (role, statements, each) = (NewRole(), WantedStatement.Many(choices, Id).Spell(choices, block), block.Program.NewName("each"));
        block.Add(choices.OneOf(
            $"foreach (var {each} in {statements}) {{ {role}.AddToPolicy({each}); }}",
            $"{statements}.ToList().ForEach({each} => {role}.AddToPolicy({each}));",
            $"foreach (var {each} in {statements}.Where({each} => {each} != null).ToList()) {{ {each}.AddResources(\"arn:aws:s3:::logs/*\"); {role}.AddToPolicy({each}); }}"));
    }

    private void Inline()
    {
        var document = $"new PolicyDocument(new PolicyDocumentProps {{ Statements = {WantedStatement.Many(choices, Id).Spell(choices, block)} }})";
        NewRole($", InlinePolicies = new Dictionary<string, PolicyDocument> {{ {choices.OneOf($"[\"inline\"] = {document}", $"{{ \"inline\", {document} }}")} }}");
    }

    /// <summary>Documents in the words of the template.</summary>
    private void Documents()
    {
        var count = 0;
        var statements = new WantedArray("object", choices.Many<Wanted>(1, 2, one => WantedWrittenStatement.Any(one, $"{Id}N{++count}")), another: null);
        var document = $"new Dictionary<string, object> {{ [\"Version\"] = \"2012-10-17\", [\"Statement\"] = {statements.Spell(choices, block)} }}";
        var given = choices.OneOf(document, $"PolicyDocument.FromJson({document})");
        var resource = block.Local("var", choices.OneOf(
            $"new CfnManagedPolicy(this, \"Policy{number}\", new CfnManagedPolicyProps {{ PolicyDocument = {given} }})",
            $"new CfnPolicy(this, \"Policy{number}\", new CfnPolicyProps {{ PolicyName = \"policy{number}\", Roles = new[] {{ \"build\" }}, PolicyDocument = {given} }})",
            $"new CfnRole(this, \"Policy{number}\", new CfnRoleProps {{ AssumeRolePolicyDocument = new Dictionary<string, object>(), Policies = new object[] {{ new CfnRole.PolicyProperty {{ PolicyName = \"policy\", PolicyDocument = {given} }} }} }})",
            $"new CfnResource(this, \"Policy{number}\", new CfnResourceProps {{ Type = \"AWS::IAM::ManagedPolicy\", Properties = new Dictionary<string, object> {{ [\"PolicyDocument\"] = {given} }} }})"));
        if (choices.Chance(30))
        {
            var change = choices.OneWay(
                () => $"AddPropertyOverride(\"Description\", {WantedText.Fixed("none").Spell(choices, block)})",
                () => $"AddPropertyDeletionOverride({WantedText.Fixed("PolicyDocument").Spell(choices, block)})");
            block.Add($"{resource}.{change};");
        }
    }

    private void InConstruct()
    {
        var name = block.Program.NewName("Permissions");
        var body = block.OfMethod();
        new PolicyWriter(number, choices.Part(), body).Write();
        block.Program.AddType($"class {name} : Construct {{ public {name}(Construct scope, string id) : base(scope, id) {{ {body.Text} }} }}");
        block.Add($"new {name}(this, \"{name}\");");
        makesInstances = true;
    }

    private void Conditional()
    {
        var body = block.Inner();
        var inner = new PolicyWriter(number, choices.Part(), body);
        inner.Write();

        // A class is read for itself, whoever makes its instances, so that it asks nothing that decides whether there are any.
        makesInstances = inner.makesInstances;
        block.Add($"if ({(makesInstances ? "Inputs.Made" : BranchSpellings.Condition(choices, block))}) {{ {body.Text} }}");
    }

    /// <summary>One role that gets statements in two ways, and another one that gets some too.</summary>
    private void Together()
    {
        var role = NewRole();
        var other = block.Local("var", $"new Role(this, \"Other{number}\", new RoleProps {{ AssumedBy = new AccountRootPrincipal() }})");
        block.Add($"{role}.AddToPolicy({WantedStatement.Any(choices, Id + "First").Spell(choices, block)});");
        block.Add($"new Policy(this, \"Policy{number}\", new PolicyProps {{ Roles = new[] {{ {choices.OneOf(role, $"{role}, {other}")} }}, Statements = {WantedStatement.Many(choices, Id).Spell(choices, block)} }});");
        block.Add($"{choices.OneOf(role, other)}.AddToPrincipalPolicy({WantedStatement.Any(choices, Id + "Last").Spell(choices, block)});");
    }
}
