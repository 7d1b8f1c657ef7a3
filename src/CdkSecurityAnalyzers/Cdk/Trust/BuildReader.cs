using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Reads what contains the builds of a project, in one world.</summary>
/// <param name="facts">What the root says about more than one project.</param>
internal sealed class BuildReader(World world, ConstructEvents changes, TrustFacts facts)
{
    private ImmutableArray<SecurityValue>.Builder? values;

    public ContainedBuild Read(CodeBuildProject project)
    {
        var exposure = BuildExposure.Of(project.Webhook);
        var template = new BuildTemplate(world, project, changes);
        var publication = BuildSettings.PublicationOf(template["Visibility"]);
        var isReachable = exposure.IsReachable;
        var buildSpec = isReachable || publication is not null ? BuildSpecReader.Read(template["Source", "BuildSpec"]) : default;
        var role = new BuildRoleReader(world).Read(project, template["ServiceRole"]);
        var isTrusted = exposure.Reach == Reach.Trusted;
        var policies = (isReachable || isTrusted) && role is not null ? facts.Policies?.Of(role.Identity, world) : null;
        var grants = role is null ? [] : facts.Grants.To(role.Identity, world);
        var boundary = isReachable && role is not null ? facts.Boundaries.Of(role, world) : default;
        var cache = new BuildCacheReader(world).Read(template["Cache"]);
        var network = isReachable ? new NetworkReader(world, changes, facts).Find(template) : null;
        NoteUnknown("Whether the results of builds are public", Unknown(template["Visibility"]));
        if (isReachable)
        {
            NoteUnknown("Which role builds have", role is null ? Unknown(template["ServiceRole"]) : null);
            NoteUnknown("Whether the role of builds has a permissions boundary", boundary.Unknown);
            NoteUnknown("Where builds keep their cache", cache is null ? Unknown(template["Cache"]) : null);
            NoteUnknown("Where the buildspec comes from", buildSpec.Origin == BuildSpecOrigin.Unknown ? buildSpec.Written : null);
            NoteUnknown(
                "Whether builds reach everything from their VPC",
                network is null ? NetworkReader.Undetermined(template, world) : null
            );
        }

        var build = new ContainedBuild(project, exposure)
        {
            IsOfOthers = project.Webhook.IsLeaving || project.Webhook.IsOfCaller || world.IsOfCaller,
            Settings = new BuildSettings
            {
                Publication = publication,
                UnverifiedSources = UnverifiedSources(template, project),
                Image = BuildSettings.ImageOf(template["Environment", "Image"], world),
            },
            Privilege = isReachable ? Truth(template["Environment", "PrivilegedMode"], "Whether builds are privileged") : null,
            DebugSessions = isReachable ? Truth(template.Setting("SsmSessionPermissions"), "Whether builds allow debug sessions") : null,
            BatchBuild = isReachable ? Text(template["Triggers", "BuildType"], BuildTemplate.BatchBuild) : null,
            BuildSpec = buildSpec,
            Secrets = isReachable || publication is not null ? SecretsOf(template, buildSpec) : [],
            Role = role,
            Policies = isReachable ? policies : null,
            Grants = grants,
            Cache = cache,
            WrittenResources = isReachable ? Written(grants, policies) : [],
            ReadResources = isTrusted ? ReadBy(template, grants, policies) : [],
            Boundary = boundary,
            MayBeBoundedElsewhere = () => facts.MayBeBounded(role, world),
            OpenNetwork = network,
            IsOutsideVpc = isReachable && TemplateNode.IsAbsent(template["VpcConfig"]),
            Values = values?.ToImmutable() ?? [],
            IsCertain = world.IsCertain,
        };
        return build;
    }

    /// <summary>The buckets and repositories that grants and statements let a role write to.</summary>
    private ImmutableArray<(object Resource, Binding Written, Spelling Spelling)> Written(
        ImmutableArray<CallValue> grants,
        HeldPolicies? policies
    )
    {
        ImmutableArray<(object Resource, Binding Written, Spelling Spelling)>.Builder? found = null;
        foreach (var grant in grants)
        {
            if (
                grant.Method.Name is "GrantWrite" or "GrantPut" or "GrantReadWrite" or "GrantPush" or "GrantPullPush"
                && IsWhole(grant)
                && SharedResource.IdentityOf(grant.Receiver!.Value.Value, world) is { } resource
            )
            {
                (found ??= ImmutableArray.CreateBuilder<(object Resource, Binding Written, Spelling Spelling)>()).Add(
                    (resource, new Binding(grant, grant.Site), Spelling.Policy)
                );
            }
        }

        if (policies is not null)
        {
            foreach (var stated in new StatedAccess(world).Writes(policies.Identity))
            {
                (found ??= ImmutableArray.CreateBuilder<(object Resource, Binding Written, Spelling Spelling)>()).Add(stated);
            }
        }

        return found?.ToImmutable() ?? [];
    }

    /// <summary>Whether a grant is about all of a bucket: what is limited to some objects may be none of those that others use.</summary>
    private bool IsWhole(CallValue grant) =>
        grant.Argument("objectsKeyPattern") is not { } pattern
        || world.Resolve(pattern.Value) is NullValue or ConstantValue { Content: "*" };

    /// <summary>The buckets and repositories that a build takes its source and image from, and that grants and statements let it read.</summary>
    private ImmutableArray<object> ReadBy(BuildTemplate template, ImmutableArray<CallValue> grants, HeldPolicies? policies)
    {
        var read = new ReadResources();
        Add(template.SourceBucket, SharedResource.S3);
        if (template["Environment", "Image"] is TemplateUnknown { Written.Value: CallValue { Method.Name: "FromEcrRepository" } image })
        {
            Add(image.Argument("repository"), SharedResource.Ecr);
        }

        foreach (var grant in grants)
        {
            if (grant.Method.Name is "GrantRead" or "GrantReadWrite" or "GrantPull" or "GrantPullPush" && IsWhole(grant))
            {
                Add(grant.Receiver, SharedResource.ServiceOf(grant));
            }
        }

        if (policies is not null)
        {
            foreach (var (resource, service) in new StatedAccess(world).Reads(policies.Identity))
            {
                read.Add(resource, service);
            }
        }

        return read.ToImmutable();

        void Add(Binding? resource, string service)
        {
            if (resource is { } given)
            {
                read.Add(SharedResource.IdentityOf(given.Value, world), service);
            }
        }
    }

    private ImmutableArray<TemplateScalar> UnverifiedSources(BuildTemplate template, CodeBuildProject project)
    {
        ImmutableArray<TemplateScalar>.Builder? found = null;
        BuildSettings.AddUnverified(template["Source", "InsecureSsl"], ref found);
        BuildSettings.AddUnverifiedOf(template["SecondarySources"], ref found);
        foreach (var addition in facts.SecondarySources)
        {
            if (
                addition.Call is { Receiver: { } receiver, Arguments.Length: 1 } call
                && ReferenceEquals(world.Resolve(receiver.Value), project.Construction.Instance)
                && world.Takes(addition.Path)
            )
            {
                BuildSettings.AddUnverified(template.RenderVerification(call.Arguments[0].Binding), ref found);
            }
        }

        return found?.ToImmutable() ?? [];
    }

    private ImmutableArray<ReceivedSecret> SecretsOf(BuildTemplate template, BuildSpecSource buildSpec)
    {
        ImmutableArray<ReceivedSecret>.Builder? secrets = null;
        if (template["Environment", "EnvironmentVariables"] is TemplateList variables)
        {
            foreach (var variable in variables.Elements)
            {
                if (
                    variable is TemplateObject known
                    && known["Type"] is TemplateScalar { Text: "SECRETS_MANAGER" or "PARAMETER_STORE" } type
                )
                {
                    (secrets ??= ImmutableArray.CreateBuilder<ReceivedSecret>()).Add(
                        new ReceivedSecret((known["Name"] as TemplateScalar)?.Text, type.Written, type.Spelling)
                    );
                }
            }
        }

        if (buildSpec.Origin == BuildSpecOrigin.Program)
        {
            new BuildSpecReader(world).AddSecrets(buildSpec, secrets ??= ImmutableArray.CreateBuilder<ReceivedSecret>());
        }

        return secrets?.ToImmutable() ?? [];
    }

    private static TemplateScalar? Text(TemplateNode? node, string text) =>
        node is TemplateScalar scalar && scalar.Text == text ? scalar : null;

    /// <summary>A value that nothing is known of.</summary>
    private static Binding? Unknown(TemplateNode? node) =>
        node is TemplateUnknown { Written: { Value: UnknownValue or MemberValue } given } ? given : null;

    private void NoteUnknown(string what, Binding? given)
    {
        if (given is { Value: UnknownValue or MemberValue or ObjectValue } unknown)
        {
            (values ??= ImmutableArray.CreateBuilder<SecurityValue>()).Add(new SecurityValue(what, unknown.Site, unknown.Value));
        }
    }

    private TemplateScalar? Truth(TemplateNode? node, string what)
    {
        NoteUnknown(what, Unknown(node));
        return node is TemplateScalar { Truth: true } scalar ? scalar : null;
    }
}
