namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes a project as the resource of the template.</summary>
/// <param name="id">Its id, as a literal.</param>
internal sealed class ResourceWriter(string id, Choices choices, Block block, StackThings things)
{
    /// <summary>Writes it; gives the variable that holds it.</summary>
    public string Write()
    {
        var role = things.Roles.Count > 0 && choices.Chance(70)
            ? $"({WantedConstruct.OneOf(choices, "IRole", things.Roles).Say(choices, block)}).RoleArn"
            : WantedText.OneOf(choices, StackThings.RoleArns).Say(choices, block);
        return block.Local("var", $$"""
            new CfnProject(this, {{id}}, new CfnProjectProps
            {
                ServiceRole = {{role}},
                Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
                Environment = new CfnProject.EnvironmentProperty { {{Environment()}} },
                Source = new CfnProject.SourceProperty { {{Source()}} },
                Triggers = {{WantedTriggers.Any(choices, isClass: true).Say(choices, block)}},
                {{More()}}
            })
            """);
    }

    private string Environment()
    {
        var image = choices.Chance(30) ? WantedImage.AnyName(choices) : WantedText.Fixed("aws/codebuild/standard:7.0");
        var members = new List<string> { "Type = \"LINUX_CONTAINER\"", "ComputeType = \"BUILD_GENERAL1_SMALL\"", $"Image = {image.Say(choices, block)}" };
        if (choices.Chance(40))
        {
            members.Add($"PrivilegedMode = {new WantedBoolean(choices.Next(2) == 0).Say(choices, block)}");
        }

        if (choices.Chance(30))
        {
            members.Add($"EnvironmentVariables = new object[] {{ new CfnProject.EnvironmentVariableProperty {{ Name = \"A\", Value = \"codebuild/a\", Type = {WantedBuildVariable.AnyType(choices).Say(choices, block)} }} }}");
        }

        return string.Join(", ", members);
    }

    private string Source()
    {
        var members = new List<string> { "Type = \"GITHUB\"", "Location = \"https://example.com/octo/app.git\"" };
        if (choices.Chance(50))
        {
            members.Add($"BuildSpec = {WantedBuildSpec.AnyText(choices).Say(choices, block)}");
        }

        if (choices.Chance(20))
        {
            members.Add($"InsecureSsl = {new WantedBoolean(choices.Next(2) == 0).Say(choices, block)}");
        }

        return string.Join(", ", members);
    }

    private string More()
    {
        var members = new List<string>();
        if (things.CacheBuckets.Count > 0 && choices.Chance(60))
        {
            members.Add($"Cache = {WantedCache.Any(choices, things.CacheBuckets).AsResource(choices, block)},");
        }

        if (choices.Chance(12))
        {
            members.Add($"Visibility = {WantedText.OneOf(choices, ["PUBLIC_READ", "PRIVATE"]).Say(choices, block)},");
        }

        if (things.Network is { } network && choices.Chance(60))
        {
            var groups = choices.Many(1, 2, group => $"{group.OneOf(things.SecurityGroups)}.SecurityGroupId");
            members.Add($"VpcConfig = new CfnProject.VpcConfigProperty {{ VpcId = {network}.VpcId, Subnets = new[] {{ \"subnet-1\" }}, SecurityGroupIds = new[] {{ {string.Join(", ", groups)} }} }},");
        }

        return string.Join(' ', members);
    }
}
