using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>Reads the properties of the template's resource, <c>AWS::CodePipeline::Pipeline</c>.</summary>
internal sealed class PipelineDecoder(World world, PipelineCalls calls)
{
    private const string RoleMember = "RoleArn";

    /// <summary>The properties that are read.</summary>
    public static readonly ImmutableArray<string> ReadProperties =
    [
        "Stages",
        "Triggers",
        "DisableInboundStageTransitions",
        RoleMember,
        "ArtifactStore",
    ];

    private readonly CommandReader commands = new(world, calls);

    /// <param name="isAbsenceKnown">Whether what is not there is known to be missing.</param>
    public DeliveryPipeline Decode(TemplateObject properties, Site construct, bool isAbsenceKnown)
    {
        var list = properties["Stages"] as TemplateList;
        var stages = ImmutableArray.CreateBuilder<PipelineStage>();
        foreach (var stage in list?.Elements ?? [])
        {
            if (stage is not TemplateAbsence)
            {
                stages.Add(DecodeStage(stage, properties["DisableInboundStageTransitions"]));
            }
        }

        return new DeliveryPipeline(construct, stages.ToImmutable())
        {
            AreStagesComplete = isAbsenceKnown && list is { IsComplete: true },
            Triggers = DecodeTriggers(properties["Triggers"]),
            MayRunPullRequests = MayRunPullRequests(properties["Triggers"]),
            Role = WrittenOf(properties[RoleMember]),
            ArtifactBucket = WrittenOf((properties["ArtifactStore"] as TemplateObject)?["Location"]),
        };
    }

    /// <summary>The triggers, as far as they are known.</summary>
    public static ImmutableArray<PipelineTrigger> DecodeTriggers(TemplateNode? triggers) =>
        triggers is TemplateList list
            ?
            [
                .. list
                    .Elements.OfType<TemplateObject>()
                    .Select(static trigger => trigger["GitConfiguration"])
                    .OfType<TemplateObject>()
                    .Select(static git => new PipelineTrigger(DecodeFilters(git["PullRequest"]), DecodeFilters(git["Push"]))),
            ]
            : [];

    /// <summary>Whether a trigger may start the pipeline with the code of a pull request that nobody merged.</summary>
    public static bool MayRunPullRequests(TemplateNode? triggers) =>
        !TemplateNode.IsAbsent(triggers)
        && (triggers is not TemplateList { IsComplete: true } list || list.Elements.Any(static trigger => MayRunPullRequest(trigger)));

    private static bool MayRunPullRequest(TemplateNode trigger) =>
        trigger is not (TemplateObject or TemplateAbsence)
        || (
            trigger is TemplateObject known
            && !TemplateNode.IsAbsent(known["GitConfiguration"])
            && (
                known["GitConfiguration"] is not TemplateObject git
                || !TemplateNode.IsAbsent(git["PullRequest"])
                    && (
                        git["PullRequest"] is not TemplateList { IsComplete: true } filters
                        || filters.Elements.Any(static filter => filter is not TemplateObject)
                        || DecodeFilters(filters).Any(static filter => filter.TakesOpenPullRequests)
                    )
            )
        );

    private PipelineStage DecodeStage(TemplateNode node, TemplateNode? closed)
    {
        if (node is not TemplateObject stage)
        {
            return new PipelineStage(node.Site, node.Spelling);
        }

        var actions = stage["Actions"] as TemplateList;
        return new PipelineStage(stage.Site, stage.Spelling)
        {
            Name = PipelineName.Of(stage["Name"]),
            UnknownName = stage["Name"] is TemplateUnknown { Written: { Value: not UnsetValue } name } ? name : null,
            Actions = [.. (actions?.Elements ?? []).Where(static action => action is not TemplateAbsence).Select(DecodeAction)],
            AreActionsComplete = stage.IsComplete && (actions is null ? TemplateNode.IsAbsent(stage["Actions"]) : actions.IsComplete),
            MayBeClosed = MayBeClosed(stage["Name"], closed),
        };
    }

    private static bool MayBeClosed(TemplateNode? name, TemplateNode? closed) =>
        !TemplateNode.IsAbsent(closed)
        && (
            closed is not TemplateList { IsComplete: true } list
            || list.Elements.Any(entry =>
                entry is not (TemplateAbsence or TemplateObject)
                || (
                    entry is TemplateObject transition
                    && (
                        ReferenceEquals(transition["StageName"], name)
                        || transition["StageName"] is not TemplateScalar { Text: { } text }
                        || name is not TemplateScalar { Text: { } known }
                        || text == known
                    )
                )
            )
        );

    private PipelineAction DecodeAction(TemplateNode node)
    {
        if (node is not TemplateObject action)
        {
            return new PipelineAction(node.Site);
        }

        var kind = DecodeKind(action["ActionTypeId"]);
        var configuration = action["Configuration"];
        var settings = configuration as TemplateObject;
        var project = settings?[PipelineRenderer.ProjectMember] as TemplateUnknown;
        return new PipelineAction(action.Site)
        {
            Name = PipelineName.Of(action["Name"]),
            Kind = kind,
            Order = DecodeOrder(action["RunOrder"]),
            IsDeployment = kind is { Category: ActionCategory.Deploy } && ChangesSomething(kind, configuration),
            Commands = DecodeCommands(kind, action["Commands"], project),
            Project = project?.Written,
            Roles = [.. new[] { WrittenOf(action[RoleMember]), WrittenOf(settings?[RoleMember]) }.OfType<Binding>()],
            Source = kind is { Category: ActionCategory.Source }
                ? WrittenOf(settings?[PipelineRenderer.BucketMember]) ?? WrittenOf(settings?[PipelineRenderer.RepositoryMember])
                : null,
        };
    }

    private static Binding? WrittenOf(TemplateNode? node) =>
        node switch
        {
            TemplateScalar scalar => scalar.Written,
            TemplateUnknown { Written.Value: not UnsetValue } unknown => unknown.Written,
            _ => null,
        };

    private static ActionKind? DecodeKind(TemplateNode? type) =>
        type is TemplateObject known && (known["Category"] as TemplateScalar)?.Text is { } category
            ? new ActionKind(
                category,
                (known["Provider"] as TemplateScalar)?.Text ?? string.Empty,
                (known["Owner"] as TemplateScalar)?.Text ?? string.Empty
            )
            : null;

    private static RunOrder DecodeOrder(TemplateNode? order) =>
        TemplateNode.IsAbsent(order) ? RunOrder.Of(RunOrder.Default)
        : order is TemplateScalar { Text: { } text }
        && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? RunOrder.Of(number)
        : RunOrder.Unknown;

    private static bool ChangesSomething(ActionKind kind, TemplateNode? configuration) =>
        kind.Provider != ActionKind.CloudFormation
        || TemplateNode.IsAbsent(configuration)
        || (
            configuration is TemplateObject known
            && (
                TemplateNode.IsAbsent(known["ActionMode"])
                || known["ActionMode"] is TemplateScalar { Text: { } mode } && mode != ActionKind.ChangeSetOnly
            )
        );

    private BuildCommands? DecodeCommands(ActionKind? kind, TemplateNode? given, TemplateUnknown? project)
    {
        if (given is TemplateList list)
        {
            var texts = list.Elements.OfType<TemplateScalar>().Select(static command => command.Text).OfType<string>().ToImmutableArray();
            return new BuildCommands(texts, list.IsComplete && texts.Length == list.Elements.Length);
        }

        return kind switch
        {
            null or { Category: ActionCategory.Build or ActionCategory.Test or ActionCategory.Compute } => project is not null
                ? commands.OfProject(project.Written.Value)
                : BuildCommands.Unknown,
            _ => null,
        };
    }

    private static ImmutableArray<TriggerFilter> DecodeFilters(TemplateNode? filters) =>
        filters is TemplateList list ? [.. list.Elements.OfType<TemplateObject>().Select(DecodeFilter)] : [];

    private static TriggerFilter DecodeFilter(TemplateObject filter) =>
        new(filter.UsedAt, filter.Spelling)
        {
            TakesOpenPullRequests =
                IsEmpty(filter["Events"])
                || (
                    filter["Events"] is TemplateList events
                    && events.Elements.Any(static @event => @event is TemplateScalar { Text: "OPEN" or "UPDATED" })
                ),
            NamesNoRefs = LacksPatterns(filter["Branches"]) && LacksPatterns(filter["Tags"]),
            EveryBranch = CatchAll(filter["Branches"]),
            EveryTag = CatchAll(filter["Tags"]),
        };

    private static bool LacksPatterns(TemplateNode? patterns) =>
        TemplateNode.IsAbsent(patterns) || (patterns is TemplateObject known && IsEmpty(known["Includes"]) && IsEmpty(known["Excludes"]));

    private static TemplateScalar? CatchAll(TemplateNode? patterns) =>
        patterns is TemplateObject known && IsEmpty(known["Excludes"]) && known["Includes"] is TemplateList includes
            ? includes.Elements.OfType<TemplateScalar>().FirstOrDefault(static pattern => pattern.Text is "**" or "*")
            : null;

    private static bool IsEmpty(TemplateNode? patterns) =>
        TemplateNode.IsAbsent(patterns) || patterns is TemplateList { IsComplete: true, Elements.IsEmpty: true };
}
