using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;
using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>
/// Finds the texts that others can see in what the CDK is given: props, arrays, dictionaries, and the calls and objects that props are made of. Constructs are not
/// entered: what they are given, they are given when they are made.
/// </summary>
/// <param name="construct">The construct that takes the values; null when that is not known.</param>
internal sealed class ExposureWalk(World world, Site? construct)
{
    /// <summary>How deeply values are searched: a step of a stage of a pipeline has its buildspec this deep.</summary>
    private const int DepthLimit = 14;

    private readonly ImmutableArray<Exposure>.Builder found = ImmutableArray.CreateBuilder<Exposure>();
    private readonly HashSet<(Value Value, string? Name)> visited = [];

    /// <summary>Whether the values leave for code that may put them anywhere: what would be a variable in some place counts as one.</summary>
    public bool IsLeaving { get; init; }

    public ImmutableArray<Exposure> Found => found.ToImmutable();

    /// <param name="name">The property, key or variable that the value stands under.</param>
    public void Visit(Binding binding, string? name = null) => Visit(binding, name, DepthLimit);

    /// <summary>Visits the members of an object, but for some.</summary>
    public void VisitMembers(ObjectValue owner, params string[] except)
    {
        foreach (var member in owner.Members)
        {
            if (member.Key is string name && !except.Contains(name) && world.TryGet(owner, name, out var held))
            {
                VisitMember(owner, name, held, DepthLimit);
            }
        }
    }

    /// <summary>Adds what has a text: what is known of it is read here, for all in the same way.</summary>
    public void Add(Exposure exposure)
    {
        if (exposure.Written is { } written)
        {
            if (PlainSecret.Of(world, written.Value) is { } plain)
            {
                AddCredential(plain, exposure.Name, exposure.SecretId, exposure.Kind);
                return;
            }

            exposure = exposure with { Text = TextOf(written, exposure.Name, exposure.SecretId) };
        }

        found.Add(exposure with { Name = SecretName.Shown(exposure.Name), Construct = construct });
    }

    /// <summary>What is known of a name that the template has; null when it has none.</summary>
    public string? NameIn(TemplateNode? node) => node is TemplateScalar name ? ExposedText.Of(world, name.Rendered).Known : null;

    /// <summary>Adds the variables of a text in JSON; the text itself when it is none.</summary>
    public void AddVariables(Exposure json)
    {
        if (json.Written is not { } written)
        {
            return;
        }

        var text = TextOf(written, name: null, json.SecretId);
        var isRead = false;
        foreach (var variable in ActionVariable.Read(text.Known))
        {
            isRead = true;
            found.Add(
                json with
                {
                    Name = SecretName.Shown(variable.Name),
                    Text = text.Part(variable.Value),
                    IsPlain = variable.Type is null or "PLAINTEXT",
                    IsOfJson = true,
                    Construct = construct,
                }
            );
        }

        if (!isRead)
        {
            Add(json);
        }
    }

    /// <summary>What is known of a text. A secret that it shows and that the program has itself is a credential that is told of here.</summary>
    private ExposedText TextOf(Binding written, string? name, string? secretId)
    {
        var text = ExposedText.Of(world, written.Value);
        if (text.Unwrapped is { } unwrapped && PlainSecret.Of(world, unwrapped) is { } inner)
        {
            AddCredential(inner, name, secretId);
            text = text with { Unwrapped = null };
        }

        return text;
    }

    private void Visit(Binding binding, string? name, int depth)
    {
        var resolved = world.Resolve(binding);
        if (depth == 0 || resolved.Value is not HeapValue value || !visited.Add((value, name)))
        {
            return;
        }

        if (PlainSecret.Of(world, value) is { } plain)
        {
            AddCredential(plain, name, secretId: null);
            return;
        }

        switch (value)
        {
            case SequenceValue sequence:
                foreach (var element in world.Elements(sequence).Elements)
                {
                    Visit(element, name, depth - 1);
                }

                break;
            case DictionaryValue dictionary:
                VisitEntries(dictionary, depth);
                break;
            case CallValue call:
                VisitCall(call, depth);
                break;
            case ObjectValue { IsGiven: false } owner:
                VisitObject(owner, depth);
                break;
        }
    }

    private void VisitEntries(DictionaryValue dictionary, int depth)
    {
        if (IsLeaving && TemplateVariable(dictionary) is { } ofTemplate)
        {
            AddVariable(ofTemplate);
            return;
        }

        foreach (var entry in world.Entries(dictionary).Entries)
        {
            var key = (world.Resolve(entry.Key.Value) as ConstantValue)?.Text;
            if (IsLeaving && key is not null)
            {
                AddEntry(key, entry.Value);
            }

            if (new BuildVariables(world).Render(key, entry) is { } variable)
            {
                AddVariable(variable);
            }
            else if (PlainSecret.Of(world, entry.Value.Value) is not { } plain)
            {
                Visit(entry.Value, key, depth - 1);
            }
            else if (key is null || SecretName.SaysSecret(key))
            {
                // Beside a password a secret has a user, a host and a port, which are none.
                AddCredential(plain, key, secretId: null, ExposureKind.StoredSecret);
            }
        }
    }

    /// <summary>A dictionary that has the name and the value of a variable, in the words of the template.</summary>
    private TemplateObject? TemplateVariable(DictionaryValue dictionary) =>
        new TemplateReader(world).Read(new Binding(dictionary, dictionary.Site), Spelling.Template) is TemplateObject variable
        && (variable["Name"] ?? variable["name"]) is TemplateScalar
        && (variable["Value"] ?? variable["value"]) is not null
            ? variable
            : null;

    /// <summary>An entry of what may become the variables of a step or of a buildspec.</summary>
    private void AddEntry(string key, Binding value)
    {
        if (world.Resolve(value.Value) is ConstantValue { Content: string } or TextValue or CallValue)
        {
            Add(TextOf(ExposureKind.Variable, value, key, owner: null) with { IsPlain = true });
            Add(TextOf(ExposureKind.BuildSpec, value, key, owner: null) with { IsPlain = true });
        }
    }

    private void VisitCall(CallValue call, int depth)
    {
        if (CdkTypes.BuildSpec.Is(call.Method.ContainingType) && call.Method.Name is "FromObject" or "FromObjectToYaml")
        {
            new BuildSpecWalk(world, this).Read(call);
            return;
        }

        if (CdkTypes.SecretValue.IsBaseOf(call.Method.ContainingType) || !CdkTypes.IsOfCdk(call.Method.ContainingType))
        {
            return;
        }

        if (call.Receiver is { } receiver)
        {
            Visit(receiver, name: null, depth - 1);
        }

        foreach (var argument in call.Arguments)
        {
            if (call.Method.Name == "SerializeEnvVariables")
            {
                VisitUnchecked(argument.Binding, depth - 1);
            }
            else
            {
                Visit(argument.Binding, argument.Parameter.Name, depth - 1);
            }
        }
    }

    /// <summary>Visits variables in which the CDK does not look for secrets, as it does in those of a project.</summary>
    private void VisitUnchecked(Binding variables, int depth)
    {
        var first = found.Count;
        Visit(variables, name: null, depth);
        for (var index = first; index < found.Count; index++)
        {
            found[index] = found[index] with { IsUnchecked = true };
        }
    }

    private void VisitObject(ObjectValue owner, int depth)
    {
        if (CdkTypes.Construct.IsBaseOf(owner.Type))
        {
            return;
        }

        if (CdkTypes.EnvironmentVariableProperty.IsBaseOf(owner.Type) || CdkTypes.PipelineVariableProperty.IsBaseOf(owner.Type))
        {
            if (new TemplateReader(world).Read(new Binding(owner, owner.Site), Spelling.Template) is TemplateObject variable)
            {
                AddVariable(variable);
            }

            return;
        }

        if (CdkTypes.BuildEnvironmentVariable.IsBaseOf(owner.Type))
        {
            if (new BuildVariables(world).Render(name: null, new Entry(default, new Binding(owner, owner.Site))) is { } unnamed)
            {
                AddVariable(unnamed);
            }

            return;
        }

        foreach (var argument in owner.ConstructorArguments)
        {
            Visit(argument.Binding, name: null, depth - 1);
        }

        foreach (var member in owner.Members)
        {
            if (member.Value.Site.Operation is not null && world.TryGet(owner, member.Key, out var held))
            {
                VisitMember(owner, member.Key as string, held, depth - 1);
            }
        }
    }

    private void VisitMember(ObjectValue owner, string? name, Binding held, int depth)
    {
        var isStep = CdkTypes.ShellStepProps.IsBaseOf(owner.Type) || CdkTypes.CodeBuildStepProps.IsBaseOf(owner.Type);
        switch (name)
        {
            case "Env" when isStep && held.Value is DictionaryValue variables:
                AddPlainVariables(variables, owner.Site);
                break;
            case "EnvironmentVariablesOverride":
                VisitUnchecked(held, depth);
                break;
            case "Commands"
            or "InstallCommands" when (isStep || CdkTypes.CommandsActionProps.IsBaseOf(owner.Type)) && held.Value is SequenceValue commands:
                foreach (var command in world.Elements(commands).Elements)
                {
                    Add(TextOf(ExposureKind.BuildSpec, command, name: null, owner.Site));
                }

                break;
            case "CheckSecretsInPlainTextEnvVariables" when held.Value is ConstantValue { Content: false }:
                found.Add(new Exposure(ExposureKind.UncheckedVariables, held.Site) { Owner = owner.Site, Construct = construct });
                break;
            case "HttpsCloneUrl" or "Location" when IsText(held.Value) && CdkTypes.IsOfCdk(owner.Type):
                Add(TextOf(ExposureKind.SourceUrl, held, name: null, owner.Site));
                break;
            case "BuildSpec" when IsText(held.Value) && CdkTypes.IsOfCdk(owner.Type):
                Add(TextOf(ExposureKind.BuildSpec, held, name: null, owner.Site) with { IsDocument = true });
                break;
            case "Description" when CdkTypes.IsOfCdk(owner.Type):
            case "Value" when CdkTypes.CfnOutputProps.IsBaseOf(owner.Type) || CdkTypes.CfnTag.IsBaseOf(owner.Type):
                Add(TextOf(ExposureKind.Display, held, name, owner.Site));
                break;
            default:
                Visit(held, name, depth);
                break;
        }
    }

    private void AddPlainVariables(DictionaryValue variables, Site step)
    {
        foreach (var entry in world.Entries(variables).Entries)
        {
            var key = (world.Resolve(entry.Key.Value) as ConstantValue)?.Text;
            Add(TextOf(ExposureKind.Variable, entry.Value, key, step) with { IsPlain = true });
        }
    }

    private void AddVariable(TemplateObject variable) =>
        new TemplateExposures(this).Read(
            Overrides
                .Empty(variable.Site)
                .With("EnvironmentVariables", new TemplateList([variable], isComplete: false, variable.Site, variable.Spelling))
        );

    /// <param name="name">The property or key that the secret stands under.</param>
    /// <param name="within">What it is given to. What is plain is a credential there, too, unless it is stored.</param>
    private void AddCredential(Binding plain, string? name, string? secretId, ExposureKind within = ExposureKind.Credential)
    {
        var kind = within is ExposureKind.StoredSecret or ExposureKind.StoredParameter ? within : ExposureKind.Credential;
        if (name is null || !SecretName.SaysUser(name))
        {
            found.Add(
                new Exposure(kind, plain.Site)
                {
                    Name = SecretName.Shown(name),
                    Written = plain,
                    Text = ExposedText.Of(world, plain.Value),
                    Spelling = Spelling.Build,
                    Construct = construct,
                    SecretId = secretId ?? (name is null ? null : SecretIds.OfProperty(name)),
                }
            );
        }
    }

    public static Exposure TextOf(ExposureKind kind, Binding written, string? name, Site? owner) =>
        new(kind, written.Site)
        {
            Name = name,
            Written = written,
            Owner = owner,
            Spelling = Spelling.Build,
        };

    private static bool IsText(Value value) => value is ConstantValue or TextValue;
}
