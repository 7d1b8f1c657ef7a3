using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>An object that is made of some members.</summary>
internal abstract class WantedObject(ImmutableArray<(string Name, Wanted Value)> members) : Wanted
{
    protected override IReadOnlyList<Spelling> Own => [Assigned];

    public override string Plain(Choices choices, Block block) =>
        $"new {Type} {{ {string.Join(", ", members.Select(member => $"{member.Name} = {member.Value.Say(choices, block)}"))} }}";

    /// <summary>Members that are assigned later, perhaps in some runs only.</summary>
    private string Assigned(Wanted wanted, Choices choices, Block block)
    {
        if (!block.HasStatements)
        {
            return Plain(choices, block);
        }

        var (first, later) = (members.Where(member => IsNeeded(member.Name)), members.Where(member => !IsNeeded(member.Name)));
        var local = block.Local("var", $"new {Type} {{ {string.Join(", ", first.Select(member => $"{member.Name} = {member.Value.Say(choices, block)}"))} }}");
        foreach (var (name, value) in later)
        {
            var statement = $"{local}.{name} = {value.Say(choices, block)};";
            block.Add(choices.Chance(25) ? $"if ({BranchSpellings.Condition(choices, block)}) {{ {statement} }}" : statement);
        }

        return local;
    }

    /// <summary>Whether the object is refused without a member, or with others that need it.</summary>
    protected virtual bool IsNeeded(string name) => false;
}

/// <summary>The environment of builds.</summary>
internal sealed class WantedEnvironment(ImmutableArray<(string Name, Wanted Value)> members) : WantedObject(members)
{
    public override string Type => "BuildEnvironment";

    public static WantedEnvironment Any(Choices choices)
    {
        var members = ImmutableArray.CreateBuilder<(string Name, Wanted Value)>();
        if (choices.Chance(60))
        {
            members.Add(("Privileged", new WantedBoolean(choices.Next(2) == 0)));
        }

        if (choices.Chance(40))
        {
            members.Add(("BuildImage", WantedImage.Any(choices)));
        }

        return new(members.ToImmutable());
    }

    public override Wanted Another(Choices choices) => Any(choices.Part());
}

/// <summary>The props of a project.</summary>
internal sealed class WantedBuildProps(string type, ImmutableArray<(string Name, Wanted Value)> members, Func<Choices, WantedBuildProps> another) : WantedObject(members)
{
    public override string Type => type;

    public override bool IsPlaced => true;

    public static WantedBuildProps Any(Choices choices, StackThings things, string type) => new(type, [.. MembersOf(choices, things, type)], other => Any(other, things, type));

    public override Wanted Another(Choices choices) => another(choices.Part());

    protected override bool IsNeeded(string name) => name is "Source" or "BuildSpec" or "Vpc" or "AllowAllOutbound" or "SecurityGroups" or "Role" or "SsmSessionPermissions";

    private static IEnumerable<(string Name, Wanted Value)> MembersOf(Choices choices, StackThings things, string type)
    {
        if (type == "ProjectProps")
        {
            yield return ("Source", Source(choices, things));
        }

        var hasRole = things.Roles.Count > 0 && choices.Chance(60);
        if (hasRole)
        {
            yield return ("Role", WantedConstruct.OneOf(choices, "IRole", things.Roles));
        }

        if (choices.Chance(35))
        {
            yield return ("Environment", WantedEnvironment.Any(choices));
        }

        if (choices.Chance(20))
        {
            yield return ("EnvironmentVariables", Variables(choices));
        }

        if (choices.Chance(50))
        {
            yield return ("BuildSpec", WantedBuildSpec.Any(choices));
        }

        if (things.CacheBuckets.Count > 0 && choices.Chance(60))
        {
            yield return ("Cache", WantedCache.Any(choices, things.CacheBuckets));
        }

        if (choices.Chance(12))
        {
            yield return ("Visibility", WantedMember.OneOf(choices, "ProjectVisibility", ["PUBLIC_READ", "PRIVATE"]));
        }

        if (!hasRole && choices.Chance(15))
        {
            // A role that several projects have lets all of them.
            yield return ("SsmSessionPermissions", new WantedBoolean(choices.Next(2) == 0));
        }

        if (things.Network is { } network && choices.Chance(60))
        {
            yield return ("Vpc", new WantedConstruct("Amazon.CDK.AWS.EC2.IVpc", network, [network]));
            switch (choices.Next(3))
            {
                case 1:
                    yield return ("AllowAllOutbound", new WantedBoolean(choices.Next(2) == 0));
                    break;
                case 2:
                    yield return ("SecurityGroups", WantedConstruct.OneOf(
                        choices, "Amazon.CDK.AWS.EC2.ISecurityGroup[]", [.. things.SecurityGroups.Select(group => $"new Amazon.CDK.AWS.EC2.ISecurityGroup[] {{ {group} }}")]));
                    break;
            }
        }
    }

    private static Wanted Source(Choices choices, StackThings things)
    {
        if (things.DataBuckets.Count == 0 || !choices.Chance(15))
        {
            return Reach.Source(choices);
        }

        var sources = things.DataBuckets.Select(bucket => $"Source.S3(new S3SourceProps {{ Bucket = {bucket}, Path = \"app.zip\" }})").ToList();
        return WantedConstruct.OneOf(choices, "ISource", sources);
    }

    private static WantedDictionary Variables(Choices choices)
    {
        var count = 0;
        return new("IBuildEnvironmentVariable", choices.Many<(WantedText, Wanted)>(1, 2, one => (WantedText.Fixed($"A{++count}"), WantedBuildVariable.Any(one))), another => Variables(another));
    }
}
