namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes a pipeline of CDK Pipelines.</summary>
/// <param name="id">Its id, as a literal.</param>
/// <param name="things">What it may have in common with projects.</param>
internal sealed class DeliveryWriter(string id, Choices choices, Block block, StackThings things)
{
    private const string Pipelines = "Amazon.CDK.Pipelines.";

    private int names;

    public void Write()
    {
        var stage = block.Program.NewName("AppStage");
        block.Program.AddOtherType($"class {stage} : Stage {{ public {stage}(Construct scope, string id, Amazon.CDK.IStageProps? props = null) : base(scope, id, props) {{ new Stack(this, \"App\"); }} }}");
        var source = choices.OneOf(
            $"{Pipelines}CodePipelineSource.Connection(\"octo/app\", \"main\", new {Pipelines}ConnectionSourceOptions {{ ConnectionArn = \"{PipelineNames.Connection}\" }})",
            $"{Pipelines}CodePipelineSource.GitHub(\"octo/app\", \"main\")");
        var pipeline = block.Local(
            "var",
            $"new {Pipelines}CodePipeline(this, {id}, new {Pipelines}CodePipelineProps {{ {(choices.Chance(30) ? "UseChangeSets = false, " : "")}SelfMutation = {choices.OneOf("false", "true")}, Synth = new {Pipelines}ShellStep(\"Synth\", new {Pipelines}ShellStepProps {{ Input = {source}, Commands = {PipelineNames.AnyCommands(choices).Say(choices, block)} }}) }})");
        choices.Many(1, 3, one =>
        {
            var isConditional = one.Chance(25);
            var place = isConditional ? block.Inner() : block;
            if (one.Chance(25))
            {
                AddWave(pipeline, stage, one, place);
            }
            else
            {
                AddStage(pipeline, stage, one, place);
            }

            if (isConditional)
            {
                block.Add($"if ({BranchSpellings.Condition(one, block)}) {{ {place.Text} }}");
            }

            return true;
        });
    }

    private void AddWave(string pipeline, string stage, Choices one, Block place)
    {
        var wave = place.Local("var", $"{pipeline}.AddWave({PipelineNames.Any(one, ++names).Say(one, place)})");
        one.Many(1, 2, inner =>
        {
            AddStage(wave, stage, inner, place);
            return true;
        });
        if (one.Chance(30))
        {
            place.Add($"{wave}.{one.OneOf("AddPre", "AddPost")}({Step(one, place)});");
        }
    }

    private void AddStage(string owner, string stage, Choices one, Block place)
    {
        var name = PipelineNames.Any(one, ++names).Say(one, place);
        var options = one.Chance(40) ? $", new {Pipelines}AddStageOpts {{ {one.OneOf("Pre", "Post")} = new {Pipelines}Step[] {{ {Step(one, place)} }} }}" : "";
        if (!one.Chance(40))
        {
            place.Add($"{owner}.AddStage(new {stage}(this, {name}){options});");
            return;
        }

        var deployment = place.Local("var", $"{owner}.AddStage(new {stage}(this, {name}){options})");
        var step = $"{deployment}.{one.OneOf("AddPre", "AddPost")}({Step(one, place)});";
        place.Add(one.Chance(30) ? $"if ({BranchSpellings.Condition(one, place)}) {{ {step} }}" : step);
    }

    private string Step(Choices one, Block place) => one.OneWay(
        () => $"new {Pipelines}ManualApprovalStep(\"Approve{++names}\")",
        () => $"new {Pipelines}ManualApprovalStep(\"Approve{++names}\")",
        () => $"new {Pipelines}CodeBuildStep(\"Step{++names}\", new {Pipelines}CodeBuildStepProps {{ {RoleOf(one, place)}Commands = {PipelineNames.AnyCommands(one).Say(one, place)} }})",
        () => $"new {Pipelines}ShellStep(\"Step{++names}\", new {Pipelines}ShellStepProps {{ Commands = {PipelineNames.AnyCommands(one).Say(one, place)} }})");

    private string RoleOf(Choices one, Block place) => things.PipelineRoles.Count > 0 && one.Chance(50)
        ? $"{one.OneOf("Role", "ActionRole")} = {WantedConstruct.OneOf(one, "IRole", things.PipelineRoles).Say(one, place)}, "
        : "";
}
