using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>
/// Reads the steps of CDK Pipelines, with those that they depend on: CDK Pipelines adds these too (<c>PipelineGraph.addStepNode</c> of aws-cdk-lib). A step that
/// is used several times becomes one action, where it is used first.
/// </summary>
internal sealed class StepReader(World world, PipelineCalls calls)
{
    private readonly HashSet<Value> visited = [];
    private readonly CommandReader commands = new(world, calls);

    /// <summary>The sources that the steps which were read get their code from.</summary>
    public ImmutableArray<PipelineAction>.Builder Sources { get; } = ImmutableArray.CreateBuilder<PipelineAction>();

    /// <summary>Whether a step that was read depends on others, so that orders hang on more than where steps are given.</summary>
    public bool AreOrdersUnknown { get; private set; }

    /// <summary>Adds the actions of the steps in an array.</summary>
    /// <returns>False when there may be others.</returns>
    public bool AddAll(Binding steps, RunOrder order, List<PipelineAction> actions)
    {
        switch (world.Resolve(steps).Value)
        {
            case NullValue:
                return true;
            case SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                foreach (var step in elements)
                {
                    Add(step, order, actions);
                }

                return isComplete;
            case CallValue { Method.Name: "Sequence", Arguments.Length: 1 } call when CdkTypes.Step.Is(call.Method.ContainingType):
                AreOrdersUnknown = true;
                return AddAll(call.Arguments[0].Binding, RunOrder.From(order.Earliest), actions);
            default:
                return false;
        }
    }

    /// <summary>Adds the actions of one step.</summary>
    public void Add(Binding given, RunOrder order, List<PipelineAction> actions)
    {
        var step = world.Resolve(given);
        if (!visited.Add(step.Value))
        {
            return;
        }

        switch (step.Value)
        {
            case ObjectValue known when CdkTypes.ManualApprovalStep.IsBaseOf(known.Type):
                actions.Add(new PipelineAction(step.Site) { Kind = new ActionKind(ActionCategory.Approval, "Manual"), Order = order });
                AddDependencies(known, actions);
                break;
            case ObjectValue known when CdkTypes.ShellStep.IsBaseOf(known.Type):
                AddShell(known, step.Site, order, actions);
                break;
            case CallValue source when CdkTypes.CodePipelineSource.Is(source.Method.ContainingType):
                Sources.Add(
                    new PipelineAction(step.Site)
                    {
                        Kind = KindOf(source),
                        Order = RunOrder.Of(RunOrder.Default),
                        Source = source.Argument("bucket") ?? source.Argument("repository"),
                    }
                );
                break;
            case CallValue { Method.Name: "AddOutputDirectory" or "PrimaryOutputDirectory", Receiver: { } producer }:
                Add(producer, order, actions);
                break;
            case MemberValue { Member.Name: "PrimaryOutput" or "Primary", Receiver: { } producer }:
                Add(producer, order, actions);
                break;
            default:
                actions.Add(new PipelineAction(step.Site) { Order = order });
                break;
        }
    }

    private void AddShell(ObjectValue step, Site site, RunOrder order, List<PipelineAction> actions)
    {
        var props = ObjectMembers.PropsOf(world, step);
        actions.Add(
            new PipelineAction(site)
            {
                Kind = new ActionKind(ActionCategory.Build, ActionKind.CodeBuild),
                Order = order,
                Commands = props is null ? BuildCommands.Unknown : CommandsOf(props),
                Roles = props is null ? [] : RolesOf(props),
            }
        );
        AddDependencies(step, actions);
        if (props is null)
        {
            AreOrdersUnknown = true;
            return;
        }

        if (ObjectMembers.Read(world, props, "Input", out var input) != Presence.Absent)
        {
            AddInput(input, actions);
        }

        if (
            ObjectMembers.Read(world, props, "AdditionalInputs", out var inputs) == Presence.Present
            && inputs.Value is DictionaryValue more
        )
        {
            foreach (var entry in world.Entries(more).Entries)
            {
                AddInput(entry.Value, actions);
            }
        }
    }

    private void AddInput(Binding input, List<PipelineAction> actions)
    {
        var before = actions.Count;
        Add(input, RunOrder.Unknown, actions);
        AreOrdersUnknown |= actions.Count > before;
    }

    private void AddDependencies(ObjectValue step, List<PipelineAction> actions)
    {
        foreach (var call in calls.On(step, "AddStepDependency", world))
        {
            AreOrdersUnknown = true;
            Add(call.Arguments[0].Binding, RunOrder.Unknown, actions);
        }
    }

    /// <summary>The role of the build, and that of the action which starts it (<c>CodeBuildStepProps</c> of aws-cdk-lib).</summary>
    private ImmutableArray<Binding> RolesOf(ObjectValue props)
    {
        var roles = ImmutableArray.CreateBuilder<Binding>(0);
        foreach (var name in (string[])["Role", "ActionRole"])
        {
            if (ObjectMembers.Read(world, props, name, out var role) == Presence.Present)
            {
                roles.Add(role);
            }
        }

        return roles.ToImmutable();
    }

    private BuildCommands CommandsOf(ObjectValue props)
    {
        var written = commands.OfProperties(props, "InstallCommands", "Commands");
        if (ObjectMembers.Read(world, props, "PartialBuildSpec", out var buildSpec) == Presence.Absent)
        {
            return written;
        }

        var more = commands.OfBuildSpec(buildSpec.Value);
        return new BuildCommands(written.Known.AddRange(more.Known), written.IsComplete && more.IsComplete);
    }

    private static ActionKind? KindOf(CallValue source) =>
        source.Method.Name switch
        {
            "GitHub" => new ActionKind(ActionCategory.Source, ActionKind.GitHub, ActionKind.ThirdParty),
            "Connection" => new ActionKind(ActionCategory.Source, ActionKind.Connection),
            "CodeCommit" or "Ecr" or "S3" => new ActionKind(ActionCategory.Source, source.Method.Name),
            _ => null,
        };
}
