using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>What a primary source contributes to a project.</summary>
/// <param name="Provider">The source's type; null when it is not known.</param>
/// <param name="Triggers">The webhook's settings; null when there are none.</param>
internal readonly record struct SourceSettings(string? Provider, TemplateNode? Triggers);

/// <summary>Reads L2 sources: the <c>Source</c> factories and their props (<c>ThirdPartyGitSource.bind</c> of aws-cdk-lib).</summary>
internal sealed class SourceReader(World world, FilterGroupRenderer groups)
{
    /// <summary>Whether the CDK throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    public SourceSettings Read(Binding source)
    {
        var resolved = world.Resolve(source);
        if (resolved.Value is not CallValue call || ProviderOf(call.Method) is not { } provider)
        {
            return new SourceSettings(null, new TemplateUnknown(resolved, Spelling.FilterGroup));
        }

        if (SourceProvider.NameOf(provider) is null)
        {
            return new SourceSettings(provider, Triggers: null);
        }

        var props = call.Arguments.Length == 1 ? world.Resolve(call.Arguments[0].Binding) : resolved;
        return new SourceSettings(
            provider,
            props.Value is ObjectValue known ? ReadTriggers(known, provider) : new TemplateUnknown(props, Spelling.FilterGroup)
        );
    }

    /// <summary>The type of the source that a factory makes; null for other methods.</summary>
    public static string? ProviderOf(IMethodSymbol method) =>
        CdkTypes.Source.Is(method.ContainingType)
            ? method.Name switch
            {
                "GitHub" => SourceProvider.GitHub,
                "GitHubEnterprise" => SourceProvider.GitHubEnterprise,
                "BitBucket" => SourceProvider.Bitbucket,
                "CodeCommit" => "CODECOMMIT",
                "S3" => "S3",
                _ => null,
            }
            : null;

    /// <summary>The type of the source whose props a type is; null for other types.</summary>
    public static string? ProviderOf(ITypeSymbol? props) =>
        CdkTypes.GitHubSourceProps.IsBaseOf(props) ? SourceProvider.GitHub
        : CdkTypes.GitHubEnterpriseSourceProps.IsBaseOf(props) ? SourceProvider.GitHubEnterprise
        : CdkTypes.BitBucketSourceProps.IsBaseOf(props) ? SourceProvider.Bitbucket
        : null;

    /// <summary>The webhook's settings in the props of a source.</summary>
    public TemplateNode? ReadTriggers(ObjectValue props, string provider)
    {
        var isForOrganisation = provider == SourceProvider.GitHub && LacksRepository(props);
        var filters = ReadFilters(props, isForOrganisation, out var filtersBinding);
        FailOnUnsupported(filters as TemplateList, provider);
        var hasFilters = filters is TemplateList { Elements.Length: > 0 };
        switch (ReadSwitch(props, out var switchBinding))
        {
            case (Presence.Present, true):
                return Triggers(props, Scalar(true, switchBinding), filters, isForOrganisation);
            case (Presence.Present, false):
                Fails |= hasFilters || AreBatchBuildsStarted(props);
                return Triggers(props, Scalar(false, switchBinding), filters: null, isForOrganisation);
            case (Presence.Absent, _) when hasFilters:
                return Triggers(props, Scalar(true, filtersBinding), filters, isForOrganisation);
            case (Presence.Absent, _):
                Fails |= filters is null && AreBatchBuildsStarted(props);
                return filters;

            // Switched off, filters make the CDK throw: where anything is synthesized, the webhook is on.
            case var _ when hasFilters:
                return Triggers(props, Scalar(true, switchBinding), filters, isForOrganisation);
            default:
                return Triggers(props, new TemplateUnknown(switchBinding, Spelling.FilterGroup), filters, isForOrganisation);
        }
    }

    /// <summary>Whether a webhook is to start batch builds: without a webhook the CDK throws.</summary>
    private bool AreBatchBuildsStarted(ObjectValue props) =>
        ObjectMembers.Read(world, props, "WebhookTriggersBatchBuild", out var given) == Presence.Present
        && given.Value is ConstantValue { Content: true };

    /// <summary>Without a repository the webhook belongs to the owner, in versions of the CDK where the repository is optional.</summary>
    private bool LacksRepository(ObjectValue props)
    {
        if (ObjectMembers.Read(world, props, "Repo", out _) != Presence.Absent)
        {
            return false;
        }

        for (var type = props.Type; type is not null; type = type.BaseType)
        {
            if (CdkTypes.GitHubSourceProps.Is(type))
            {
                return type.GetMembers("Repo")
                    .OfType<IPropertySymbol>()
                    .Any(repository => repository.NullableAnnotation == NullableAnnotation.Annotated);
            }
        }

        return false;
    }

    /// <summary>The groups: null when there are none, a list with at least one element, or unknown.</summary>
    private TemplateNode? ReadFilters(ObjectValue props, bool isForOrganisation, out Binding binding)
    {
        switch (ObjectMembers.Read(world, props, "WebhookFilters", out binding))
        {
            case Presence.Absent when isForOrganisation:
                binding = new Binding(props, props.Site);
                return new TemplateList(
                    [FilterGroupRenderer.RenderDefault(props.Site)],
                    isComplete: true,
                    props.Site,
                    Spelling.FilterGroup
                );
            case Presence.Absent:
                return null;
            case Presence.Unknown:
                return new TemplateUnknown(binding, Spelling.FilterGroup);
            default:
                return groups.RenderAll(binding) switch
                {
                    TemplateList { Elements.Length: 0 } list => list.IsComplete ? null : new TemplateUnknown(binding, Spelling.FilterGroup),
                    var known => known,
                };
        }
    }

    private (Presence Presence, bool IsOn) ReadSwitch(ObjectValue props, out Binding binding) =>
        ObjectMembers.Read(world, props, "Webhook", out binding) switch
        {
            Presence.Absent => (Presence.Absent, false),
            Presence.Present when binding.Value is ConstantValue { Content: bool isOn } => (Presence.Present, isOn),
            _ => (Presence.Unknown, false),
        };

    private static TemplateObject Triggers(ObjectValue props, TemplateNode webhook, TemplateNode? filters, bool isForOrganisation)
    {
        var members = TemplateMembers.Empty.With("Webhook", webhook);
        if (filters is not null)
        {
            members = members.With("FilterGroups", filters);
        }

        if (isForOrganisation)
        {
            members = members.With("ScopeConfiguration", Overrides.Empty(props.Site));
        }

        return new TemplateObject(members, isComplete: true, props.Site, Spelling.FilterGroup);
    }

    private static TemplateScalar Scalar(bool value, Binding written) =>
        new(new ConstantValue(value, written.Site.Operation), written, Spelling.FilterGroup);

    /// <summary>The combinations that a source refuses when it is bound to a project.</summary>
    private void FailOnUnsupported(TemplateList? filters, string provider)
    {
        foreach (var group in filters?.Elements.OfType<TemplateList>() ?? [])
        {
            Fails |= provider switch
            {
                SourceProvider.Bitbucket => FilterGroupRenderer.EventsOf(group.Elements).Contains(WebhookVocabulary.PullRequestReopened),
                SourceProvider.GitHubEnterprise => FilterGroupRenderer
                    .EventsOf(group.Elements)
                    .Contains(WebhookVocabulary.PullRequestCreated)
                    && (
                        FilterGroupRenderer.Has(group.Elements, FilterType.FilePath)
                        || FilterGroupRenderer.Has(group.Elements, FilterType.CommitMessage)
                    ),
                _ => false,
            };
        }
    }
}
