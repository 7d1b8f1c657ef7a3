using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A value that decides a verdict is not known at compile time, so the rules say nothing about it.</summary>
internal sealed class UndeterminedValue() : ModelRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UndeterminedValue,
        title: "A security-relevant value cannot be determined at compile time",
        messageFormat: "{0} cannot be determined at compile time: {1}",
        RuleCategories.Analysis,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "The rules report only what is certain. This is where they had to stay silent; check the value by hand."
    );

    public override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var webhook in model.Webhooks(cancellationToken))
        {
            foreach (var value in webhook.Values)
            {
                if (value.Unknown is { } unknown)
                {
                    findings.Report(
                        new WebhookFinding(webhook)
                            .BornAt(new Binding(unknown, value.Site))
                            .Build(Definition, value.Site, value.What, Why(unknown))
                    );
                }
            }

            if (webhook.State == WebhookState.On)
            {
                CheckPatterns(webhook, findings, cancellationToken);
            }
        }

        CheckBuilds(model.Trust(cancellationToken).Builds, findings);
        CheckPipelines(model.Pipelines(cancellationToken), findings);
        CheckStatements(model.Policies(cancellationToken).Statements, findings);
        CheckSecrets(model.Exposures(cancellationToken), findings);
    }

    private static void CheckBuilds(ImmutableArray<ContainedBuild> builds, FindingSink findings)
    {
        foreach (var build in builds)
        {
            foreach (var value in build.Values)
            {
                if (value.Unknown is { } unknown)
                {
                    findings.Report(
                        new BuildFinding(build)
                            .On(new Binding(unknown, value.Site), Spelling.Build)
                            .Build(Definition, value.What, Why(unknown))
                    );
                }
            }
        }
    }

    /// <summary>The names of stages that may say production.</summary>
    private static void CheckPipelines(ImmutableArray<DeliveryPipeline> pipelines, FindingSink findings)
    {
        foreach (var pipeline in pipelines.Where(static pipeline => pipeline.ThirdPartySource is not null))
        {
            foreach (var (stage, _) in pipeline.UnapprovedDeployments())
            {
                if (stage.UnknownName is { } name)
                {
                    findings.Report(
                        new PipelineFinding(pipeline)
                            .SpelledAs(stage.Spelling)
                            .BornAt(name)
                            .Build(Definition, name.Site, "Whether the stage is one of production", Why(name.Value))
                    );
                }
            }
        }
    }

    /// <summary>What the program gets when it runs, and puts where a text of the program would be a secret.</summary>
    private static void CheckSecrets(ImmutableArray<Exposure> exposures, FindingSink findings)
    {
        foreach (var exposure in exposures)
        {
            if (exposure.Text.Open is { } open && WhatIsSecret(exposure) is { } what)
            {
                findings.Report(new CredentialFinding(exposure).Build(Definition, what, Why(open)));
            }
        }
    }

    private static string? WhatIsSecret(Exposure exposure) =>
        exposure switch
        {
            { Kind: ExposureKind.Credential } => "The credential in the template",
            { Kind: ExposureKind.Variable or ExposureKind.BuildSpec, IsPlain: true, Name: { } name } when SecretName.SaysSecret(name) =>
                $"What the plain-text variable '{name}' shows",
            _ => null,
        };

    private static void CheckStatements(ImmutableArray<PolicyStatement> statements, FindingSink findings)
    {
        foreach (var statement in statements)
        {
            foreach (var value in statement.Values)
            {
                if (value.Unknown is { } unknown)
                {
                    findings.Report(
                        new PolicyFinding(statement)
                            .On(value.Site)
                            .BornAt(new Binding(unknown, value.Site))
                            .Build(Definition, value.What, Why(unknown))
                    );
                }
            }
        }
    }

    private static void CheckPatterns(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var filter in webhook.Groups.SelectMany(static group => group.Filters))
        {
            var actor = FilterPatterns.OfActor(filter, webhook, cancellationToken);
            var reference = FilterPatterns.OfRef(filter, cancellationToken);
            if (
                filter.PatternBinding is { } pattern
                && (actor?.Kind == ActorPatternKind.Unreadable || reference?.Kind == RefPatternKind.Unreadable)
            )
            {
                findings.Report(
                    new WebhookFinding(webhook)
                        .BornAt(pattern)
                        .At(filter.Site, FindingProperties.Filter)
                        .Build(
                            Definition,
                            pattern.Site,
                            $"What the pattern '{filter.Pattern}' matches",
                            actor?.UnreadableReason ?? reference?.UnreadableReason ?? "the pattern cannot be read"
                        )
                );
            }
        }
    }

    /// <summary>Why a value is not known, as a clause.</summary>
    private static string Why(Value value) =>
        value switch
        {
            UnknownValue unknown => Why(unknown.Reason, unknown.Name is { } name ? $"'{name}'" : "the value"),
            TextValue text => Why(text.Parts.First(static part => part.Hole is not null).Hole!),
            CallValue call => Why(UnknownReason.RuntimeCall, $"'{call.Method.Name}'"),
            MemberValue { Receiver.Value: UnknownValue { Reason: UnknownReason.Parameter }, Member: { } given } => Why(
                UnknownReason.Parameter,
                $"'{given.Name}'"
            ),
            MemberValue member => Why(UnknownReason.RuntimeCall, $"'{member.Member.Name}'"),
            ObjectValue => "code that cannot be read may have changed the object",
            _ => "it is not a value that the template shows",
        };

    private static string Why(UnknownReason reason, string name) =>
        reason switch
        {
            UnknownReason.Parameter => $"{name} is given by the caller",
            UnknownReason.SharedState => $"other code may change {name}",
            UnknownReason.RuntimeCall => $"{name} is computed at run time",
            UnknownReason.Loop => "it is made in a loop whose rounds are not known",
            UnknownReason.TooDeep => "it is made in calls that are nested too deeply",
            UnknownReason.TooManySteps => "the method is too long to be read to its end",
            UnknownReason.TooLong => "it is longer than what is followed",
            UnknownReason.OpenEnd => "it is not known how many there are",
            UnknownReason.Unsupported => "it is made by a form of C# that is not evaluated",
            _ => "the code does not compile",
        };
}
