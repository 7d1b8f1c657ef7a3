namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes statements that make constructs in some scope, of which some show a secret.</summary>
/// <param name="number">A number that nothing else in the program has: constructs, variables and secrets are known by it.</param>
internal sealed class CredentialWriter(int number, Choices choices, Block block)
{
    /// <summary>How many secrets one construct may have.</summary>
    private const int Numbers = 100;

    private const string Environment = "ComputeType = \"BUILD_GENERAL1_SMALL\", Image = \"aws/codebuild/standard:7.0\", Type = \"LINUX_CONTAINER\"";

    private const string BuildSpec = "BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })";

    private const string Version = "[\"version\"] = \"0.2\"";

    private static readonly string[] AuthTypes = ["PERSONAL_ACCESS_TOKEN", "SECRETS_MANAGER", "CODECONNECTIONS", "OAUTH"];

    private bool makesInstances;

    /// <summary>The number of the first secret.</summary>
    private int First => number * Numbers;

    private string Id => $"\"Build{number}\"";

    public void Write()
    {
        switch (choices.Next(15))
        {
            case 1:
                TemplateVariables();
                break;
            case 2:
                Resource();
                break;
            case 3 or 4:
                BuildSpecOfDictionaries();
                break;
            case 5:
                BuildSpecOfText();
                break;
            case 6:
                Url();
                break;
            case 7:
                SourceCredentials();
                break;
            case 8:
                TemplateCredential();
                break;
            case 9:
                Parameter();
                break;
            case 10:
                Shown();
                break;
            case 11:
                new PipelineCredentialWriter(number, First, choices, block).Write();
                break;
            case 12:
                InConstruct();
                break;
            case 13:
                Conditional();
                break;
            default:
                Variables();
                break;
        }
    }

    /// <summary>Variables of a project, of its environment, or of both; those of the project win.</summary>
    private void Variables()
    {
        var own = choices.Next(3) is not 2 ? $", EnvironmentVariables = {WantedDictionary.Variables(choices, First).Spell(choices, block)}" : "";
        var ofEnvironment = choices.Next(3) is not 0
            ? $", Environment = new BuildEnvironment {{ EnvironmentVariables = {WantedDictionary.Variables(choices, First + (choices.Chance(50) ? 0 : 50)).Spell(choices, block)} }}"
            : "";
        var kind = choices.OneOf("Project", "PipelineProject");
        var project = block.Local("var", $"new {kind}(this, {Id}, new {kind}Props {{ BuildSpec = {BuildSpec}{own}{ofEnvironment} }})");
        choices.Many(0, 1, change => Change(change, block.Local("var", $"(CfnProject){project}.Node.DefaultChild!")));
    }

    private void TemplateVariables()
    {
        var project = block.Local(
            "var",
            Project($"{Environment}, EnvironmentVariables = {WantedTemplateVariable.Many(choices, isClass: true, First).Spell(choices, block)}", "Type = \"GITHUB\""));
        choices.Many(0, 2, change => Change(change, project));
    }

    private string Project(string environment, string source) =>
        $"new CfnProject(this, {Id}, new CfnProjectProps {{ ServiceRole = \"role\", Artifacts = new CfnProject.ArtifactsProperty {{ Type = \"NO_ARTIFACTS\" }}, Environment = new CfnProject.EnvironmentProperty {{ {environment} }}, Source = new CfnProject.SourceProperty {{ {source} }} }})";

    private void Resource()
    {
        var resource = block.Local("var", $$"""
            new CfnResource(this, {{Id}}, new CfnResourceProps
            {
                Type = "AWS::CodeBuild::Project",
                Properties = new Dictionary<string, object>
                {
                    ["Environment"] = new Dictionary<string, object> { ["EnvironmentVariables"] = {{WantedTemplateVariable.Many(choices, isClass: false, First).Spell(choices, block)}} },
                },
            })
            """);
        choices.Many(0, 2, change => Change(change, resource));
    }

    private bool Change(Choices change, string resource)
    {
        const string Path = "Environment.EnvironmentVariables";
        var body = change.Chance(25) ? block.Inner() : null;
        var place = body ?? block;
        var statement = $"{resource}.{change.OneWay(
            () => $"AddPropertyOverride(\"{Path}\", {WantedTemplateVariable.Many(change, isClass: false, First + 20).Spell(change, place)})",
            () => $"AddPropertyOverride(\"{Path}.0.Value\", {WantedCredential.Value(change, First + 30).Spell(change, place)})",
            () => $"AddOverride(\"Properties.{Path}.0.Name\", {WantedText.OneOf(change, SecretPools.Names(First + 31)).Spell(change, place)})",
            () => $"AddPropertyOverride(\"{Path}.0.Type\", {WantedText.OneOf(change, WantedVariableType.Names).Spell(change, place)})",
            () => $"AddPropertyDeletionOverride(\"{Path}.0\")",
            () => $"AddDeletionOverride(\"Properties.{Path}\")")};";
        if (body is null)
        {
            block.Add(statement);
        }
        else
        {
            body.Add(statement);
            var condition = BranchSpellings.Condition(change, block);
            block.Add($"if ({condition}) {{ {body.Text} }}");
        }

        return true;
    }

    private void BuildSpecOfDictionaries()
    {
        var section = choices.OneOf("variables", "variables", "secrets-manager", "parameter-store");
        var entries = WantedDictionary.Texts(choices, choices.OneOf("object", "string"), First).Spell(choices, block);
        var commands = choices.Chance(30)
            ? $", [\"phases\"] = new Dictionary<string, object> {{ [\"build\"] = new Dictionary<string, object> {{ [\"commands\"] = new[] {{ {WantedText.OneOf(choices, SecretPools.Values(First + 50)).Spell(choices, block)} }} }} }}"
            : "";
        var factory = choices.OneOf("FromObject", "FromObjectToYaml");
        var buildSpec = $"BuildSpec.{factory}(new Dictionary<string, object> {{ {Version}, [\"env\"] = new Dictionary<string, object> {{ [\"{section}\"] = {entries} }}{commands} }})";
        block.Add($"new Project(this, {Id}, new ProjectProps {{ BuildSpec = {buildSpec} }});");
    }

    private void BuildSpecOfText()
    {
        var name = choices.OneOf(SecretPools.Names(First));
        var value = WantedCredential.Text(choices, First).Spell(choices, block);
        var text = choices.OneOf(
            $"\"version: 0.2\\nenv:\\n  variables:\\n    {name}: \" + {value} + \"\\nphases: {{}}\\n\"",
            $"string.Join(\"\\n\", new[] {{ \"version: 0.2\", \"env:\", \"  variables:\", \"    {name}: \" + {value} }})",
            $"$\"version: 0.2\\nenv:\\n  variables:\\n    {name}: {{({value})}}\\n\"");
        block.Add(Project(Environment, $"Type = \"GITHUB\", BuildSpec = {text}") + ";");
    }

    private void Url()
    {
        var url = WantedText.OneOf(choices, SecretPools.Urls(First)).Spell(choices, block);
        block.Add(choices.OneOf(
            Project(Environment, $"Type = \"BITBUCKET\", Location = {url}") + ";",
            $"new Project(this, {Id}, new ProjectProps {{ Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps {{ HttpsCloneUrl = {url} }}) }});"));
    }

    private void SourceCredentials()
    {
        var secret = WantedSecretValue.Any(choices, First).Spell(choices, block);
        block.Add(choices.OneOf(
            $"new GitHubSourceCredentials(this, {Id}, new GitHubSourceCredentialsProps {{ AccessToken = {secret} }});",
            $"new GitHubEnterpriseSourceCredentials(this, {Id}, new GitHubEnterpriseSourceCredentialsProps {{ AccessToken = {secret} }});",
            $"new BitBucketSourceCredentials(this, {Id}, new BitBucketSourceCredentialsProps {{ Username = SecretValue.UnsafePlainText(\"octocat\"), Password = {secret} }});",
            $"new User(this, {Id}, new UserProps {{ Password = {secret} }});"));
    }

    private void TemplateCredential()
    {
        var type = WantedText.OneOf(choices, AuthTypes).Spell(choices, block);
        var credential = block.Local(
            "var",
            $"new CfnSourceCredential(this, {Id}, new CfnSourceCredentialProps {{ ServerType = \"GITHUB\", AuthType = {type}, Token = {WantedCredential.Text(choices, First).Spell(choices, block)} }})");
        if (choices.Chance(30))
        {
            block.Add(choices.OneWay(
                () => $"{credential}.Token = {WantedCredential.Text(choices, First + 1).Spell(choices, block)};",
                () => $"{credential}.AddPropertyOverride(\"Token\", {WantedCredential.Text(choices, First + 1).Spell(choices, block)});",
                () => $"{credential}.AuthType = {WantedText.OneOf(choices, AuthTypes).Spell(choices, block)};"));
        }
    }

    private void Parameter()
    {
        var members = new List<string>();
        if (choices.Chance(60))
        {
            members.Add($"NoEcho = {new WantedBoolean(choices.Next(2) == 0).Spell(choices, block)}");
        }

        if (choices.Chance(50))
        {
            members.Add($"Default = {WantedText.Fixed(SecretPools.Secret(First)).Spell(choices, block)}");
        }

        block.Add($"new CfnParameter(this, \"{choices.OneOf("GitHubToken", "TokenUrl")}{First}\", new CfnParameterProps {{ {string.Join(", ", members)} }});");
    }

    private void Shown()
    {
        var text = WantedCredential.Text(choices, First).Spell(choices, block);
        block.Add(choices.OneOf(
            $"new CfnOutput(this, \"Output{number}\", new CfnOutputProps {{ Value = {text} }});",
            $"new Project(this, {Id}, new ProjectProps {{ BuildSpec = {BuildSpec}, Description = {text} }});",
            $"Amazon.CDK.Tags.Of(new User(this, {Id})).Add(\"team\", {text});"));
    }

    private void InConstruct()
    {
        var name = block.Program.NewName("Secrets");
        var body = block.OfMethod();
        new CredentialWriter(number, choices.Part(), body).Write();
        block.Program.AddType($"class {name} : Construct {{ public {name}(Construct scope, string id) : base(scope, id) {{ {body.Text} }} }}");
        block.Add($"new {name}(this, \"{name}\");");
        makesInstances = true;
    }

    private void Conditional()
    {
        var body = block.Inner();
        var inner = new CredentialWriter(number, choices.Part(), body);
        inner.Write();

        // A class is read for itself, whoever makes its instances, so that it asks nothing that decides whether there are any.
        makesInstances = inner.makesInstances;
        block.Add($"if ({(makesInstances ? "Inputs.Made" : BranchSpellings.Condition(choices, block))}) {{ {body.Text} }}");
    }
}
