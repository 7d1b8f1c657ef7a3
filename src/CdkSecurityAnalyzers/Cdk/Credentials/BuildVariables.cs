using System.Collections.Generic;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Renders the L2 variables of a build as the CDK does (<c>Project.serializeEnvVariables</c> of aws-cdk-lib).</summary>
internal sealed class BuildVariables(World world)
{
    private readonly List<TemplateNode> variables = [];
    private bool isComplete = true;

    /// <summary>The list in the template.</summary>
    public TemplateList Render(Site site) => new([.. variables], isComplete, site, Spelling.Build);

    /// <summary>Adds the variables of a dictionary; one that is there already is replaced.</summary>
    public void Add(Binding binding)
    {
        if (world.Resolve(binding).Value is not DictionaryValue dictionary)
        {
            isComplete = false;
            return;
        }

        var (entries, isKnown) = world.Entries(dictionary);
        isComplete &= isKnown;
        foreach (var entry in entries)
        {
            if (world.Resolve(entry.Key.Value) is ConstantValue { Content: string name } && Render(name, entry) is { } variable)
            {
                Put(name, variable);
            }
        }
    }

    /// <summary>What replaces a variable stands where that stood, as in the objects of JavaScript.</summary>
    private void Put(string name, TemplateObject variable)
    {
        var index = variables.FindIndex(other => other is TemplateObject known && (known["Name"] as TemplateScalar)?.Text == name);
        if (index < 0)
        {
            variables.Add(variable);
        }
        else
        {
            variables[index] = variable;
        }
    }

    /// <summary>One variable; null when the value is none.</summary>
    public TemplateObject? Render(string? name, Entry entry)
    {
        if (entry.Value.Value is not ObjectValue variable || !CdkTypes.BuildEnvironmentVariable.IsBaseOf(variable.Type))
        {
            return null;
        }

        var rendered = new TemplateObject(TemplateMembers.Empty, isComplete: true, variable.Site, Spelling.Build);
        if (name is not null)
        {
            rendered = rendered.With(
                "Name",
                new TemplateScalar(new ConstantValue(name, entry.Key.Site.Operation), entry.Key, Spelling.Build)
            );
        }

        return rendered
            .With("Type", RenderType(variable))
            .With(
                "Value",
                ObjectMembers.Read(world, variable, "Value", out var value) == Presence.Present
                    ? new TemplateScalar(value.Value, value, Spelling.Build)
                    : null
            );
    }

    private TemplateNode? RenderType(ObjectValue variable) =>
        ObjectMembers.Read(world, variable, "Type", out var type) switch
        {
            Presence.Absent => null,
            Presence.Present when type.Value is EnumMemberValue member => new TemplateScalar(
                new ConstantValue(member.Name, member.Origin),
                type,
                Spelling.Build
            ),
            _ => new TemplateUnknown(type, Spelling.Build),
        };
}
