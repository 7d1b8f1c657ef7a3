using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>Reads the commands of builds, where the program gives them: those in files of the repository are not known.</summary>
internal sealed class CommandReader(World world, PipelineCalls calls)
{
    /// <summary>Buildspecs are shallow; a value that is nested deeper holds itself.</summary>
    private const int DepthLimit = 8;

    /// <summary>The commands in the properties of an object, each an array of texts; a property that is not set has none.</summary>
    public BuildCommands OfProperties(ObjectValue props, params string[] names)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var isComplete = true;
        foreach (var name in names)
        {
            switch (ObjectMembers.Read(world, props, name, out var commands))
            {
                case Presence.Present:
                    isComplete &= Add(commands.Value, found, DepthLimit);
                    break;
                case Presence.Unknown:
                    isComplete = false;
                    break;
            }
        }

        return new BuildCommands(found.ToImmutable(), isComplete);
    }

    /// <summary>The commands of a CodeBuild project.</summary>
    public BuildCommands OfProject(Value project) =>
        world.Resolve(project) is ObjectValue known
        && (CdkTypes.Project.IsBaseOf(known.Type) || CdkTypes.PipelineProject.IsBaseOf(known.Type))
        && !calls.IsOverridden(known)
        && ObjectMembers.PropsOf(world, known) is { } props
        && ObjectMembers.Read(world, props, "BuildSpec", out var buildSpec) == Presence.Present
            ? OfBuildSpec(buildSpec.Value)
            : BuildCommands.Unknown;

    /// <summary>The commands of a buildspec that is given as an object.</summary>
    public BuildCommands OfBuildSpec(Value buildSpec)
    {
        if (
            world.Resolve(buildSpec) is not CallValue { Method.Name: "FromObject" or "FromObjectToYaml", Arguments.Length: 1 } call
            || !CdkTypes.BuildSpec.Is(call.Method.ContainingType)
            || world.Resolve(call.Arguments[0].Value) is not DictionaryValue document
        )
        {
            return BuildCommands.Unknown;
        }

        var found = ImmutableArray.CreateBuilder<string>();
        var (entries, isComplete) = world.Entries(document);
        foreach (var entry in entries)
        {
            if (world.Resolve(entry.Key.Value) is not ConstantValue { Content: string key })
            {
                isComplete = false;
            }
            else if (key == "phases")
            {
                isComplete &= Add(entry.Value.Value, found, DepthLimit);
            }
        }

        return new BuildCommands(found.ToImmutable(), isComplete);
    }

    /// <summary>Adds all texts in a value; false when there may be others.</summary>
    private bool Add(Value value, ImmutableArray<string>.Builder found, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        switch (world.Resolve(value))
        {
            case ConstantValue constant:
                found.Add(constant.Text);
                return true;
            case TextValue text:
                found.Add(string.Join(" ", text.Parts.Select(static part => part.Known)));
                return false;
            case SequenceValue sequence:
                var (elements, isComplete) = world.Elements(sequence);
                foreach (var element in elements)
                {
                    isComplete &= Add(element.Value, found, depth - 1);
                }

                return isComplete;
            case DictionaryValue dictionary:
                var (entries, areAll) = world.Entries(dictionary);
                foreach (var entry in entries)
                {
                    areAll &= Add(entry.Value.Value, found, depth - 1);
                }

                return areAll;
            case NullValue:
                return true;
            default:
                return false;
        }
    }
}
