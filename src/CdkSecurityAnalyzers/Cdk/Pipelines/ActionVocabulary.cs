using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>The kinds of the L2 actions, by class (<c>aws-codepipeline-actions</c> of aws-cdk-lib, the arguments of their base constructors).</summary>
internal static class ActionVocabulary
{
    private static readonly ImmutableDictionary<string, ActionKind> Kinds = ImmutableDictionary.CreateRange(
        new Dictionary<string, ActionKind>
        {
            ["CodeCommitSourceAction"] = new(ActionCategory.Source, "CodeCommit"),
            ["CodeStarConnectionsSourceAction"] = new(ActionCategory.Source, ActionKind.Connection),
            ["EcrSourceAction"] = new(ActionCategory.Source, "ECR"),
            ["GitHubSourceAction"] = new(ActionCategory.Source, ActionKind.GitHub, ActionKind.ThirdParty),
            ["S3SourceAction"] = new(ActionCategory.Source, "S3"),
            ["CodeBuildAction"] = new(ActionCategory.Build, ActionKind.CodeBuild),
            ["CommandsAction"] = new(ActionCategory.Compute, ActionKind.Commands),
            ["EcrBuildAndPublishAction"] = new(ActionCategory.Build, "ECRBuildAndPublish"),
            ["JenkinsAction"] = new(ActionCategory.Build, "Jenkins", ActionKind.Custom),
            ["ManualApprovalAction"] = new(ActionCategory.Approval, "Manual"),
            ["AlexaSkillDeployAction"] = new(ActionCategory.Deploy, "AlexaSkillsKit", ActionKind.ThirdParty),
            ["CloudFormationCreateReplaceChangeSetAction"] = new(ActionCategory.Deploy, ActionKind.CloudFormation),
            ["CloudFormationCreateUpdateStackAction"] = new(ActionCategory.Deploy, ActionKind.CloudFormation),
            ["CloudFormationDeleteStackAction"] = new(ActionCategory.Deploy, ActionKind.CloudFormation),
            ["CloudFormationExecuteChangeSetAction"] = new(ActionCategory.Deploy, ActionKind.CloudFormation),
            ["CloudFormationDeployStackInstancesAction"] = new(ActionCategory.Deploy, "CloudFormationStackInstances"),
            ["CloudFormationDeployStackSetAction"] = new(ActionCategory.Deploy, "CloudFormationStackSet"),
            ["CodeDeployEcsDeployAction"] = new(ActionCategory.Deploy, "CodeDeployToECS"),
            ["CodeDeployServerDeployAction"] = new(ActionCategory.Deploy, "CodeDeploy"),
            ["Ec2DeployAction"] = new(ActionCategory.Deploy, "EC2"),
            ["EcsDeployAction"] = new(ActionCategory.Deploy, "ECS"),
            ["ElasticBeanstalkDeployAction"] = new(ActionCategory.Deploy, "ElasticBeanstalk"),
            ["S3DeployAction"] = new(ActionCategory.Deploy, "S3"),
            ["ServiceCatalogDeployActionBeta1"] = new(ActionCategory.Deploy, "ServiceCatalog"),
            ["InspectorEcrImageScanAction"] = new(ActionCategory.Invoke, ActionKind.InspectorScan),
            ["InspectorSourceCodeScanAction"] = new(ActionCategory.Invoke, ActionKind.InspectorScan),
            ["LambdaInvokeAction"] = new(ActionCategory.Invoke, "Lambda"),
            ["PipelineInvokeAction"] = new(ActionCategory.Invoke, "CodePipeline"),
            ["StepFunctionInvokeAction"] = new(ActionCategory.Invoke, "StepFunctions"),
        }
    );

    /// <summary>The class of the CDK that an action is an instance of, and its kind; null for actions that the program makes up itself.</summary>
    public static ActionKind? KindOf(ITypeSymbol? type, out string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (CdkTypes.IsOfPipelines(current) && Kinds.TryGetValue(current.Name, out var kind))
            {
                name = current.Name;
                return kind;
            }
        }

        name = string.Empty;
        return null;
    }

    /// <summary>The mode of a CloudFormation action that changes nothing yet; null for all others.</summary>
    public static string? ModeOf(string name) => name == "CloudFormationCreateReplaceChangeSetAction" ? ActionKind.ChangeSetOnly : null;
}
