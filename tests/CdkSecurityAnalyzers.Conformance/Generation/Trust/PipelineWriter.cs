using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes a pipeline of CodePipeline, by its construct or its resource, or one of CDK Pipelines.</summary>
/// <param name="number">What its id ends with, which the comparison knows it by.</param>
/// <param name="things">What it may have in common with projects.</param>
internal sealed class PipelineWriter(int number, Choices choices, Block block, StackThings things)
{
    private const string Pipelines = "Amazon.CDK.AWS.CodePipeline.";

    private int names;

    private string Id => $"\"Delivery{number}\"";

    public void Write()
    {
        switch (choices.Next(3))
        {
            case 1:
                WriteResource();
                break;
            case 2:
                new DeliveryWriter(Id, choices.Part(), block, things).Write();
                break;
            default:
                WriteConstruct();
                break;
        }
    }

    private void WriteConstruct()
    {
        var code = block.Local("var", $"new {Pipelines}Artifact_(\"Code\")");
        var isConnected = choices.Chance(70);
        var checkout = block.Local("var", isConnected
            ? $"new {Pipelines}Actions.CodeStarConnectionsSourceAction(new {Pipelines}Actions.CodeStarConnectionsSourceActionProps {{ ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = {code}, ConnectionArn = \"{PipelineNames.Connection}\" }})"
            : choices.OneOf(
                $"new {Pipelines}Actions.GitHubSourceAction(new {Pipelines}Actions.GitHubSourceActionProps {{ ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = {code}, OauthToken = SecretValue.SecretsManager(\"token\") }})",
                $"new {Pipelines}Actions.S3SourceAction(new {Pipelines}Actions.S3SourceActionProps {{ ActionName = \"Source\", Bucket = {SourceBucket()}, BucketKey = \"app.zip\", Output = {code} }})"));
        var stages = choices.Many(1, 3, stage => Stage(stage, code, "StageProps"));
        var written = string.Join(", ", stages.Select(stage => stage.Say(choices, block)));
        var build = choices.Chance(50)
            ? $"new {Pipelines}StageProps {{ StageName = \"Build\", Actions = new {Pipelines}IAction[] {{ {Build(code)} }} }}, "
            : "";
        var pipeline = block.Local(
            "var",
            $"new {Pipelines}Pipeline(this, {Id}, new {Pipelines}PipelineProps {{ PipelineType = {Pipelines}PipelineType.V2, {RoleOf("Role", 20, block)}Stages = new {Pipelines}StageProps[] {{ new {Pipelines}StageProps {{ StageName = \"Source\", Actions = new {Pipelines}IAction[] {{ {checkout} }} }}, {build}{written} }} }})");
        choices.Many(0, 2, added =>
        {
            InSomeRuns(added, place => $"{pipeline}.AddStage({Stage(added, code, "StageOptions").Say(added, place)});");
            return true;
        });
        if (isConnected && choices.Chance(50))
        {
            InSomeRuns(choices, place => $"{pipeline}.AddTrigger(new {Pipelines}TriggerProps {{ ProviderType = {Pipelines}ProviderType.CODE_STAR_SOURCE_CONNECTION, GitConfiguration = new {Pipelines}GitConfiguration {{ SourceAction = {checkout}, {Filter(place)} }} }});");
        }
    }

    private void InSomeRuns(Choices one, Func<Block, string> write)
    {
        var isConditional = one.Chance(30);
        var place = isConditional ? block.Inner() : block;
        place.Add(write(place));
        if (isConditional)
        {
            block.Add($"if ({BranchSpellings.Condition(one, block)}) {{ {place.Text} }}");
        }
    }

    private WantedStage Stage(Choices one, string code, string type)
    {
        var members = ImmutableArray.CreateBuilder<(string Name, Wanted Value)>();
        members.Add(("StageName", PipelineNames.Any(one, ++names)));
        var actions = one.Many(1, 2, action => Action(action, code));
        members.Add(("Actions", new WantedConstruct($"{Pipelines}IAction[]", $"new {Pipelines}IAction[] {{ {string.Join(", ", actions)} }}", [$"new {Pipelines}IAction[] {{ {string.Join(", ", actions)} }}"])));
        if (one.Chance(12))
        {
            members.Add(("TransitionToEnabled", new WantedBoolean(one.Next(2) == 0)));
        }

        return new(Pipelines + type, members.ToImmutable());
    }

    private string Action(Choices one, string code)
    {
        var order = PipelineNames.Order(one, block);
        return one.Chance(35)
            ? $"new {Pipelines}Actions.ManualApprovalAction(new {Pipelines}Actions.ManualApprovalActionProps {{ ActionName = \"Approve{++names}\", {RoleOf("Role", 10, block)}RunOrder = {order} }})"
            : $"new {Pipelines}Actions.CloudFormationCreateUpdateStackAction(new {Pipelines}Actions.CloudFormationCreateUpdateStackActionProps {{ ActionName = {PipelineNames.Any(one, ++names).Say(one, block)}, RunOrder = {order}, {RoleOf("Role", 15, block)}{RoleOf("DeploymentRole", 15, block)}StackName = \"app\", TemplatePath = {code}.AtPath(\"app.json\"), AdminPermissions = false }})";
    }

    private string Build(string code)
    {
        var project = things.PlainProjects.Count > 0 && choices.Chance(25) ? WantedConstruct.OneOf(choices, "IProject", things.PlainProjects).Say(choices, block) : NewProject();
        return $"new {Pipelines}Actions.CodeBuildAction(new {Pipelines}Actions.CodeBuildActionProps {{ ActionName = \"Build\", Input = {code}, {RoleOf("Role", 15, block)}Project = {project} }})";
    }

    private string NewProject()
    {
        var commands = PipelineNames.AnyCommands(choices).Say(choices, block);
        return $"new PipelineProject(this, \"PipelineBuild{number}\", new PipelineProjectProps {{ BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> {{ [\"version\"] = \"0.2\", [\"phases\"] = new Dictionary<string, object> {{ [\"build\"] = new Dictionary<string, object> {{ [\"commands\"] = {commands} }} }} }}) }})";
    }

    /// <summary>A member that is given a role of projects; most often nothing.</summary>
    private string RoleOf(string member, int percent, Block place) =>
        things.PipelineRoles.Count > 0 && choices.Chance(percent) ? $"{member} = {WantedConstruct.OneOf(choices, "IRole", things.PipelineRoles).Say(choices, place)}, " : "";

    private string SourceBucket() => things.DataBuckets.Count > 0 && choices.Chance(60)
        ? WantedConstruct.OneOf(choices, StackThings.Bucket, things.DataBuckets).Say(choices, block)
        : $"new Amazon.CDK.AWS.S3.Bucket(this, \"Source{number}\")";

    private string Filter(Block place) => choices.OneWay(
        () => $"PullRequestFilter = new[] {{ new {Pipelines}GitPullRequestFilter {{ BranchesIncludes = {PipelineNames.AnyRefs(choices).Say(choices, place)}{Events(place)} }} }}",
        () => $"PushFilter = new[] {{ new {Pipelines}GitPushFilter {{ TagsIncludes = {PipelineNames.AnyRefs(choices).Say(choices, place)} }} }}");

    private string Events(Block place)
    {
        const string type = Pipelines + "GitPullRequestEvent";
        return choices.Chance(40) ? $", Events = new {type}[] {{ {WantedMember.OneOf(choices, type, ["OPEN", "CLOSED"]).Say(choices, place)} }}" : "";
    }

    private void WriteResource()
    {
        var (provider, owner) = choices.OneOf(("CodeStarSourceConnection", "AWS"), ("GitHub", "ThirdParty"), ("CodeCommit", "AWS"));
        var stages = choices.Many(1, 4, stage => $"new {Pipelines}CfnPipeline.StageDeclarationProperty {{ Name = {PipelineNames.Any(stage, ++names).Say(stage, block)}, Actions = new object[] {{ {string.Join(", ", stage.Many(1, 2, ActionOfResource))} }} }}");
        var trigger = choices.Chance(50)
            ? $"Triggers = new object[] {{ new {Pipelines}CfnPipeline.PipelineTriggerDeclarationProperty {{ ProviderType = \"CodeStarSourceConnection\", GitConfiguration = new {Pipelines}CfnPipeline.GitConfigurationProperty {{ SourceActionName = \"Source\", {FilterOfResource()} }} }} }},"
            : "";
        var pipeline = block.Local("var", $$"""
            new {{Pipelines}}CfnPipeline(this, {{Id}}, new {{Pipelines}}CfnPipelineProps
            {
                RoleArn = {{(RoleArn() is { } shared ? shared : "\"arn:aws:iam::111122223333:role/delivery\"")}},
                {{trigger}}
                Stages = new object[] { new {{Pipelines}}CfnPipeline.StageDeclarationProperty { Name = "Source", Actions = new object[] { {{ActionOf("\"Source\"", "Source", provider, owner, "1")}} } }, {{string.Join(", ", stages)}} },
            })
            """);
        choices.Many(0, 1, change =>
        {
            InSomeRuns(change, place => $"{pipeline}.{change.OneWay(
                () => $"AddPropertyOverride(\"Stages.1.Name\", {PipelineNames.Any(change, 0).Say(change, place)})",
                () => $"AddPropertyOverride(\"Stages.1.Actions.0.ActionTypeId.Category\", {WantedText.OneOf(change, ["Deploy", "Approval", "Invoke"]).Say(change, place)})",
                () => "AddPropertyDeletionOverride(\"Triggers\")")};");
            return true;
        });
    }

    /// <summary>The ARN of a role of projects; most often none.</summary>
    private string? RoleArn() =>
        things.PipelineRoles.Count > 0 && choices.Chance(20) ? $"({WantedConstruct.OneOf(choices, "IRole", things.PipelineRoles).Say(choices, block)}).RoleArn" : null;

    private string ActionOfResource(Choices one) => one.Chance(35)
        ? ActionOf($"\"Approve{++names}\"", "Approval", "Manual", "AWS", PipelineNames.Order(one, block))
        : ActionOf(PipelineNames.Any(one, ++names).Say(one, block), "Deploy", "CloudFormation", "AWS", PipelineNames.Order(one, block));

    private string ActionOf(string name, string category, string provider, string owner, string order) =>
        $"new {Pipelines}CfnPipeline.ActionDeclarationProperty {{ Name = {name}, ActionTypeId = new {Pipelines}CfnPipeline.ActionTypeIdProperty {{ Category = \"{category}\", Owner = \"{owner}\", Provider = \"{provider}\", Version = \"1\" }}, {(RoleArn() is { } shared ? $"RoleArn = {shared}, " : "")}RunOrder = {order} }}";

    private string FilterOfResource()
    {
        var refs = PipelineNames.AnyRefs(choices).Say(choices, block);
        return choices.OneWay(
            () => $"PullRequest = new object[] {{ new {Pipelines}CfnPipeline.GitPullRequestFilterProperty {{ Branches = new {Pipelines}CfnPipeline.GitBranchFilterCriteriaProperty {{ Includes = {refs} }} }} }}",
            () => $"PullRequest = new object[] {{ new {Pipelines}CfnPipeline.GitPullRequestFilterProperty {{ Events = new[] {{ {WantedText.OneOf(choices, ["OPEN", "CLOSED", "UPDATED"]).Say(choices, block)} }} }} }}",
            () => $"Push = new object[] {{ new {Pipelines}CfnPipeline.GitPushFilterProperty {{ Branches = new {Pipelines}CfnPipeline.GitBranchFilterCriteriaProperty {{ Includes = {refs} }} }} }}",
            () => $"Push = new object[] {{ new {Pipelines}CfnPipeline.GitPushFilterProperty {{ FilePaths = new {Pipelines}CfnPipeline.GitFilePathFilterCriteriaProperty {{ Includes = {refs} }} }} }}");
    }

    /// <summary>The props of a stage.</summary>
    private sealed class WantedStage(string type, ImmutableArray<(string Name, Wanted Value)> members) : WantedObject(members)
    {
        public override string Type => type;

        public override bool IsPlaced => true;

        public override Wanted Another(Choices choices) => this;

        protected override bool IsNeeded(string name) => name is "StageName" or "Actions";
    }
}
