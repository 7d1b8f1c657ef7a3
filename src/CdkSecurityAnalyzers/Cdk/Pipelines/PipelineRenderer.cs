using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>
/// Renders L2 pipelines into the template tree, as far as it is read (<c>Pipeline</c>, <c>Stage</c> and <c>Trigger</c> of aws-cdk-lib): the stages that its props
/// hold, then those that are added.
/// </summary>
internal sealed class PipelineRenderer(World world, PipelineCalls calls)
{
    /// <summary>The member of an action's node that holds the project as the program gives it: a name of the template would not tell which it is.</summary>
    public const string ProjectMember = "ProjectName";

    /// <summary>The members that hold the bucket or the repository of a source in the same way.</summary>
    public const string BucketMember = "S3Bucket";

    /// <inheritdoc cref="BucketMember"/>
    public const string RepositoryMember = "RepositoryName";

    private readonly TemplateReader reader = new(world);

    /// <summary>Whether the CDK throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    /// <param name="alias">What else gives the pipeline; null when nothing does.</param>
    public TemplateObject Render(ConstructionEvent construction, Value? alias = null)
    {
        var props = construction.Argument("props") is { } given
            ? world.Resolve(given)
            : new Binding(new NullValue(construction.Site.Operation), construction.Site);
        var site = construction.Creation;
        var stages = new RenderedStages(world);
        if (props.Value is ObjectValue known)
        {
            AddStages(known, stages);
        }
        else if (props.Value is not NullValue)
        {
            stages.IsComplete = false;
        }

        AddLaterStages(construction.Instance, stages);
        return RenderSettings(construction.Instance, alias, props, site)
            .With("Stages", stages.Render(site))
            .With("DisableInboundStageTransitions", stages.RenderClosed(site));
    }

    /// <summary>What a pipeline is apart from its stages.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="alias">What else gives it; null when nothing does.</param>
    public TemplateObject RenderSettings(Value pipeline, Value? alias, Binding props, Site site) =>
        Overrides
            .Empty(site)
            .With("Triggers", RenderTriggers(pipeline, alias, props, site))
            .With("RoleArn", props.Value is ObjectValue known ? AsGiven(known, "Role") : null)
            .With("ArtifactStore", RenderArtifactStore(props, site));

    private TemplateObject? RenderArtifactStore(Binding props, Site site) =>
        props.Value is ObjectValue known && AsGiven(known, "ArtifactBucket") is { } bucket
            ? Overrides.Empty(site).With("Location", bucket)
            : null;

    /// <summary>The triggers in the props of a pipeline, and those that are added to it.</summary>
    private TemplateList RenderTriggers(Value pipeline, Value? alias, Binding props, Site site)
    {
        var triggers = ImmutableArray.CreateBuilder<TemplateNode>();
        var isComplete = props.Value is ObjectValue or NullValue;
        if (props.Value is ObjectValue known)
        {
            switch (ObjectMembers.Read(world, known, "Triggers", out var given))
            {
                case Presence.Present when given.Value is SequenceValue sequence:
                    var (elements, areAll) = world.Elements(sequence);
                    isComplete &= areAll;
                    triggers.AddRange(elements.Select(RenderTrigger));
                    break;
                case Presence.Absent:
                    break;
                default:
                    isComplete = false;
                    break;
            }
        }

        triggers.AddRange(
            calls
                .On(pipeline, "AddTrigger", world)
                .Concat(alias is null ? [] : calls.On(alias, "AddTrigger", world))
                .Where(static call => !call.Arguments.IsEmpty)
                .Select(call => RenderTrigger(world.Resolve(call.Arguments[0].Binding)))
        );

        // A pipeline of the first type has no triggers: the CDK throws.
        Fails |=
            triggers.Count > 0
            && props.Value is ObjectValue typed
            && ObjectMembers.Read(world, typed, "PipelineType", out var type) == Presence.Present
            && type.Value is EnumMemberValue { Name: "V1" };
        return new TemplateList(triggers.ToImmutable(), isComplete, site, Spelling.Pipeline);
    }

    private void AddStages(ObjectValue props, RenderedStages stages)
    {
        switch (ObjectMembers.Read(world, props, "Stages", out var given))
        {
            case Presence.Present when given.Value is SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                stages.IsComplete &= isComplete;
                foreach (var element in elements)
                {
                    stages.Add(RenderStage(element), call: null, placement: null);
                }

                break;
            case Presence.Absent:
                break;
            default:
                stages.IsComplete = false;
                break;
        }
    }

    private void AddLaterStages(Value pipeline, RenderedStages stages)
    {
        foreach (var call in calls.On(pipeline, "AddStage", world))
        {
            var options = call.Arguments.IsEmpty ? new Binding(call, call.Site) : world.Resolve(call.Arguments[0].Binding);
            var placement =
                options.Value is ObjectValue known && ObjectMembers.Read(world, known, "Placement", out var given) != Presence.Absent
                    ? given
                    : (Binding?)null;
            var stage = stages.Add(RenderStage(options), call, placement);
            AddActions(call, stage);
        }

        foreach (var call in calls.On(pipeline, "Stage", world))
        {
            var name = call.Arguments.IsEmpty ? null : (world.Resolve(call.Arguments[0].Value) as ConstantValue)?.Text;
            var stage = name is null ? null : stages.Find(name);
            if (stage is not null)
            {
                AddActions(call, stage);
            }
            else if (calls.On(call, "AddAction", world).Any())
            {
                stages.IsComplete = false;
            }
        }
    }

    private void AddActions(CallValue stage, RenderedStage target)
    {
        foreach (var call in calls.On(stage, "AddAction", world))
        {
            if (!call.Arguments.IsEmpty)
            {
                target.Actions.Add(RenderAction(world.Resolve(call.Arguments[0].Binding)));
            }
        }

        target.AreActionsComplete &= !world.HasEscaped(stage);
    }

    private RenderedStage RenderStage(Binding options)
    {
        var stage = new RenderedStage(options.Site);
        if (options.Value is not ObjectValue props)
        {
            stage.AreActionsComplete = false;
            stage.Name = new TemplateUnknown(options, Spelling.Pipeline);
            return stage;
        }

        stage.Site = props.Site;
        stage.Name = reader.ReadMember(props, "StageName", Spelling.Pipeline);
        stage.IsOpen = reader.ReadMember(props, "TransitionToEnabled", Spelling.Pipeline);
        switch (ObjectMembers.Read(world, props, "Actions", out var actions))
        {
            case Presence.Present when actions.Value is SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                stage.AreActionsComplete = isComplete;
                stage.Actions.AddRange(elements.Select(RenderAction));
                break;
            case Presence.Absent:
                break;
            default:
                stage.AreActionsComplete = false;
                break;
        }

        return stage;
    }

    private TemplateNode RenderAction(Binding binding)
    {
        if (binding.Value is not ObjectValue action || ActionVocabulary.KindOf(action.Type, out var className) is not { } kind)
        {
            return new TemplateUnknown(binding, Spelling.Pipeline);
        }

        var type = Overrides
            .Empty(action.Site)
            .With("Category", Text(kind.Category, action.Site))
            .With("Provider", Text(kind.Provider, action.Site))
            .With("Owner", Text(kind.Owner, action.Site));
        var rendered = Empty(action.Site).With("ActionTypeId", type);
        if (ObjectMembers.PropsOf(world, action) is not { } props)
        {
            return rendered.With("RunOrder", new TemplateUnknown(binding, Spelling.Pipeline));
        }

        var configuration = Empty(action.Site);
        if (ActionVocabulary.ModeOf(className) is { } mode)
        {
            configuration = configuration.With("ActionMode", Text(mode, action.Site));
        }

        return rendered
            .With("Name", reader.ReadMember(props, "ActionName", Spelling.Pipeline))
            .With("RunOrder", reader.ReadMember(props, "RunOrder", Spelling.Pipeline))
            .With("RoleArn", AsGiven(props, "Role"))
            .With("Commands", reader.ReadMember(props, "Commands", Spelling.Pipeline))
            .With(
                "Configuration",
                configuration
                    .With(ProjectMember, AsGiven(props, "Project"))
                    .With("RoleArn", AsGiven(props, "DeploymentRole"))
                    .With(BucketMember, AsGiven(props, "Bucket"))
                    .With(RepositoryMember, AsGiven(props, "Repository"))
            );
    }

    private TemplateUnknown? AsGiven(ObjectValue props, string name) =>
        ObjectMembers.Read(world, props, name, out var given) == Presence.Present ? new TemplateUnknown(given, Spelling.Pipeline) : null;

    private TemplateNode RenderTrigger(Binding binding)
    {
        if (binding.Value is not ObjectValue trigger)
        {
            return new TemplateUnknown(binding, Spelling.Pipeline);
        }

        switch (ObjectMembers.Read(world, trigger, "GitConfiguration", out var given))
        {
            case Presence.Absent:
                return Empty(trigger.Site);
            case Presence.Present when given.Value is ObjectValue configuration:
                var push = RenderFilters(configuration, "PushFilter", needsBranches: false);
                var pullRequest = RenderFilters(configuration, "PullRequestFilter", needsBranches: true);

                // The CDK takes one kind of filters, and not none.
                Fails |= IsKnown(push) && IsKnown(pullRequest) && HasElements(push) == HasElements(pullRequest);
                var git = Empty(configuration.Site).With("Push", push).With("PullRequest", pullRequest);
                return Empty(trigger.Site).With("GitConfiguration", git);
            default:
                return Empty(trigger.Site).With("GitConfiguration", new TemplateUnknown(given, Spelling.Pipeline));
        }
    }

    private TemplateNode? RenderFilters(ObjectValue configuration, string name, bool needsBranches)
    {
        switch (ObjectMembers.Read(world, configuration, name, out var given))
        {
            case Presence.Absent:
                return null;
            case Presence.Present when given.Value is SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                var filters = elements.Select(element => RenderFilter(element, needsBranches));
                return new TemplateList([.. filters], isComplete, sequence.Site, Spelling.Pipeline);
            default:
                return new TemplateUnknown(given, Spelling.Pipeline);
        }
    }

    private TemplateNode RenderFilter(Binding binding, bool needsBranches)
    {
        if (binding.Value is not ObjectValue filter)
        {
            return new TemplateUnknown(binding, Spelling.Pipeline);
        }

        Fails |=
            needsBranches
            && ObjectMembers.Read(world, filter, "BranchesIncludes", out _) == Presence.Absent
            && ObjectMembers.Read(world, filter, "BranchesExcludes", out _) == Presence.Absent;
        return Empty(binding.Site)
            .With("Branches", RenderPatterns(filter, "BranchesIncludes", "BranchesExcludes"))
            .With("Tags", RenderPatterns(filter, "TagsIncludes", "TagsExcludes"))
            .With("Events", needsBranches ? RenderEvents(filter) : null);
    }

    private TemplateNode? RenderEvents(ObjectValue filter)
    {
        switch (ObjectMembers.Read(world, filter, "Events", out var given))
        {
            case Presence.Absent:
                return null;
            case Presence.Present when given.Value is SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                var events = elements.Select(
                    static TemplateNode (element) =>
                        element.Value is EnumMemberValue member
                            ? new TemplateScalar(new ConstantValue(member.Name, element.Site.Operation), element, Spelling.Pipeline)
                            : new TemplateUnknown(element, Spelling.Pipeline)
                );
                return new TemplateList([.. events], isComplete, sequence.Site, Spelling.Pipeline);
            default:
                return new TemplateUnknown(given, Spelling.Pipeline);
        }
    }

    private TemplateObject? RenderPatterns(ObjectValue filter, string includes, string excludes)
    {
        var patterns = Empty(filter.Site)
            .With("Includes", NotEmpty(reader.ReadMember(filter, includes, Spelling.Pipeline)))
            .With("Excludes", NotEmpty(reader.ReadMember(filter, excludes, Spelling.Pipeline)));
        return patterns.Members.All.IsEmpty ? null : patterns;
    }

    private static TemplateNode? NotEmpty(TemplateNode? patterns) =>
        patterns is TemplateList { IsComplete: true, Elements.IsEmpty: true } ? null : patterns;

    private static bool IsKnown(TemplateNode? filters) => filters is null or TemplateList { IsComplete: true };

    private static bool HasElements(TemplateNode? filters) => filters is TemplateList { Elements.IsEmpty: false };

    private static TemplateObject Empty(Site site) => new(TemplateMembers.Empty, isComplete: true, site, Spelling.Pipeline);

    private static TemplateScalar Text(string text, Site site)
    {
        var value = new ConstantValue(text, site.Operation);
        return new TemplateScalar(value, new Binding(value, site), Spelling.Pipeline);
    }

    /// <summary>A stage while its actions are added.</summary>
    private sealed class RenderedStage(Site site)
    {
        public Site Site { get; set; } = site;

        public TemplateNode? Name { get; set; }

        public TemplateNode? IsOpen { get; set; }

        public List<TemplateNode> Actions { get; } = [];

        public bool AreActionsComplete { get; set; } = true;
    }

    /// <summary>The stages of one pipeline while they are added.</summary>
    private sealed class RenderedStages(World world)
    {
        private readonly List<(RenderedStage Stage, CallValue? Call)> stages = [];

        public bool IsComplete { get; set; } = true;

        public RenderedStage Add(RenderedStage stage, CallValue? call, Binding? placement)
        {
            var index = placement is { } given ? IndexOf(given) : stages.Count;
            if (index < 0)
            {
                IsComplete = false;
                index = stages.Count;
            }

            stages.Insert(index, (stage, call));
            return stage;
        }

        public RenderedStage? Find(string name) => stages.FirstOrDefault(entry => (entry.Stage.Name as TemplateScalar)?.Text == name).Stage;

        public TemplateList Render(Site site) =>
            new([.. stages.Select(static entry => Render(entry.Stage))], IsComplete, site, Spelling.Pipeline);

        /// <summary>The stages into which the way is closed until somebody opens it.</summary>
        public TemplateList? RenderClosed(Site site)
        {
            var closed = stages
                .Where(static entry => entry.Stage.IsOpen is not (null or TemplateScalar { Truth: true }))
                .Select(static entry => Empty(entry.Stage.Site).With("StageName", entry.Stage.Name))
                .ToImmutableArray<TemplateNode>();
            return closed.IsEmpty ? null : new TemplateList(closed, IsComplete, site, Spelling.Pipeline);
        }

        /// <summary>The place that <c>StagePlacement</c> names; negative when it is not known.</summary>
        private int IndexOf(Binding placement)
        {
            if (world.Resolve(placement).Value is not ObjectValue known)
            {
                return -1;
            }

            if (ObjectMembers.Read(world, known, "RightBefore", out var before) == Presence.Present)
            {
                return IndexOf(before.Value);
            }

            return
                ObjectMembers.Read(world, known, "JustAfter", out var after) == Presence.Present
                && IndexOf(after.Value) is var index and >= 0
                ? index + 1
                : -1;
        }

        private int IndexOf(Value stage)
        {
            for (var index = 0; index < stages.Count; index++)
            {
                if (ReferenceEquals(stages[index].Call, stage))
                {
                    return index;
                }
            }

            return
                stage is CallValue { Method.Name: "Stage", Arguments.Length: 1 } named
                && world.Resolve(named.Arguments[0].Value) is ConstantValue name
                ? stages.FindIndex(entry => (entry.Stage.Name as TemplateScalar)?.Text == name.Text)
                : -1;
        }

        private static TemplateObject Render(RenderedStage stage) =>
            Empty(stage.Site)
                .With("Name", stage.Name)
                .With("Actions", new TemplateList([.. stage.Actions], stage.AreActionsComplete, stage.Site, Spelling.Pipeline));
    }
}
