using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// The list. Facts: the paths of cloudsplaining's <c>PRIVILEGE_ESCALATION_METHODS</c> and pathfinding.cloud, and what the pages of AWS's
/// services say about the actions that decide who starts a build, what it runs and what is released.
/// </summary>
internal static partial class EscalationPaths
{
    /// <summary>All paths, direct ones first.</summary>
    public static readonly ImmutableArray<EscalationPath> All =
    [
        Direct("lets the holder use the permissions of any user", "iam:CreateAccessKey"),
        Direct("lets the holder log in as any user", "iam:CreateLoginProfile|iam:UpdateLoginProfile"),
        Direct("lets the holder join any group", "iam:AddUserToGroup"),
        Direct("lets the holder rewrite any customer managed policy", "iam:CreatePolicyVersion"),
        Direct("lets the holder bring back any version of a policy", "iam:SetDefaultPolicyVersion"),
        Direct(
            "lets the holder attach any policy, AdministratorAccess included",
            "iam:AttachRolePolicy|iam:AttachUserPolicy|iam:AttachGroupPolicy"
        ),
        Direct("lets the holder write any permission into an inline policy", "iam:PutRolePolicy|iam:PutUserPolicy|iam:PutGroupPolicy"),
        Direct("lets the holder decide who can assume any role", "iam:UpdateAssumeRolePolicy"),
        Direct("lets the holder run code as the role of any function", "lambda:UpdateFunctionCode"),
        Direct("lets the holder open any development endpoint and use its role", "glue:UpdateDevEndpoint"),
        Direct("lets the holder open any notebook and use its role", "sagemaker:CreatePresignedNotebookInstanceUrl"),
        Direct("lets the holder run commands as the role of any instance", "ssm:SendCommand|ssm:StartSession"),
        Direct("lets the holder run commands as the role of any task", "ecs:ExecuteCommand"),
        Direct(
            "lets the holder change any stack with that stack's role",
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet"
        ),
        Direct(
            "lets the holder change what any instance runs at its start, as its role",
            "ec2:ModifyInstanceAttribute",
            "ec2:StopInstances",
            "ec2:StartInstances"
        ),
        Direct(
            "lets the holder change what new instances run, as their role",
            "ec2:CreateLaunchTemplateVersion",
            "ec2:ModifyLaunchTemplate"
        ),
        PassRole(
            "lets the build run as any role",
            "codebuild:CreateProject|codebuild:UpdateProject",
            "codebuild:StartBuild|codebuild:StartBuildBatch"
        ),
        PassRole("lets a stack act as any role", "cloudformation:CreateStack|cloudformation:UpdateStackSet"),
        PassRole("lets a stack set act as any role", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"),
        PassRole(
            "lets a function run as any role",
            "lambda:CreateFunction",
            "lambda:InvokeFunction|lambda:AddPermission|lambda:CreateEventSourceMapping"
        ),
        PassRole("lets an instance run as any role", "ec2:RunInstances|ec2:RequestSpotInstances"),
        PassRole(
            "lets instances run as any role",
            "autoscaling:CreateLaunchConfiguration",
            "autoscaling:CreateAutoScalingGroup|autoscaling:UpdateAutoScalingGroup"
        ),
        PassRole("lets a task run as any role", "ecs:RegisterTaskDefinition", "ecs:RunTask|ecs:StartTask|ecs:CreateService"),
        PassRole("lets a service run as any role", "apprunner:CreateService"),
        PassRole("lets a development endpoint run as any role", "glue:CreateDevEndpoint"),
        PassRole("lets a job run as any role", "glue:CreateJob|glue:UpdateJob", "glue:StartJobRun|glue:CreateTrigger"),
        PassRole(
            "lets a pipeline of Data Pipeline run as any role",
            "datapipeline:CreatePipeline",
            "datapipeline:PutPipelineDefinition",
            "datapipeline:ActivatePipeline"
        ),
        PassRole(
            "lets a notebook or a job run as any role",
            "sagemaker:CreateNotebookInstance|sagemaker:CreateTrainingJob|sagemaker:CreateProcessingJob"
        ),
        PassRole(
            "lets a code interpreter run as any role",
            "bedrock-agentcore:CreateCodeInterpreter",
            "bedrock-agentcore:InvokeCodeInterpreter"
        ),
        GuardRail("lets the holder decide who can start builds", "codebuild:CreateWebhook|codebuild:UpdateWebhook"),
        GuardRail("lets the holder change what any project builds and how", "codebuild:UpdateProject"),
        GuardRail("lets the holder replace the credentials that projects fetch their sources with", "codebuild:ImportSourceCredentials"),
        GuardRail("lets the holder make builds and their logs public", "codebuild:UpdateProjectVisibility"),
        GuardRail("lets the holder share projects with other accounts", "codebuild:PutResourcePolicy"),
        GuardRail("lets the holder approve any release", "codepipeline:PutApprovalResult"),
        GuardRail("lets the holder take the approval out of any pipeline", "codepipeline:UpdatePipeline"),
    ];

    private static EscalationPath Direct(string effect, params string[] steps) => Path(EscalationKind.Direct, effect, steps);

    private static EscalationPath PassRole(string effect, params string[] steps) =>
        Path(EscalationKind.PassRole, effect, ["iam:PassRole", .. steps]);

    private static EscalationPath GuardRail(string effect, params string[] steps) => Path(EscalationKind.GuardRail, effect, steps);

    private static EscalationPath Path(EscalationKind kind, string effect, string[] steps) =>
        new(kind, effect, [.. steps.Select(static step => new EscalationStep([.. step.Split('|')]))]);
}
