using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>Judges what the statements of one role, user or group allow together.</summary>
internal static class EscalationJudge
{
    public const string Passing = "CDKSEC205";

    public const string Path = "CDKSEC206";

    private const string PassRole = "iam:PassRole";

    /// <summary>The ways to more permissions: what each needs, with alternatives.</summary>
    private static readonly string[] Paths =
    [
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile|iam:UpdateLoginProfile",
        "iam:AddUserToGroup",
        "iam:CreatePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:AttachUserPolicy|iam:AttachGroupPolicy|iam:AttachRolePolicy",
        "iam:PutUserPolicy|iam:PutGroupPolicy|iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "lambda:UpdateFunctionCode",
        "glue:UpdateDevEndpoint",
        "sagemaker:CreatePresignedNotebookInstanceUrl",
        "ssm:StartSession|ssm:SendCommand",
        "ecs:ExecuteCommand",
        "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
        "ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances",
        "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
        "iam:PassRole codebuild:CreateProject|codebuild:UpdateProject codebuild:StartBuild|codebuild:StartBuildBatch",
        "iam:PassRole cloudformation:CreateStack|cloudformation:UpdateStackSet",
        "iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances",
        "iam:PassRole lambda:CreateFunction lambda:InvokeFunction|lambda:AddPermission|lambda:CreateEventSourceMapping",
        "iam:PassRole ec2:RunInstances|ec2:RequestSpotInstances",
        "iam:PassRole autoscaling:CreateLaunchConfiguration autoscaling:CreateAutoScalingGroup|autoscaling:UpdateAutoScalingGroup",
        "iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask|ecs:StartTask|ecs:CreateService",
        "iam:PassRole apprunner:CreateService",
        "iam:PassRole glue:CreateDevEndpoint",
        "iam:PassRole glue:CreateJob|glue:UpdateJob glue:StartJobRun|glue:CreateTrigger",
        "iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline",
        "iam:PassRole sagemaker:CreateNotebookInstance|sagemaker:CreateTrainingJob|sagemaker:CreateProcessingJob",
        "iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:InvokeCodeInterpreter",
        "codebuild:CreateWebhook|codebuild:UpdateWebhook",
        "codebuild:UpdateProject",
        "codebuild:ImportSourceCredentials",
        "codebuild:UpdateProjectVisibility",
        "codebuild:PutResourcePolicy",
        "codepipeline:PutApprovalResult",
        "codepipeline:UpdatePipeline",
    ];

    public static IEnumerable<Violation> Violations(IReadOnlyList<TemplateStatement> identity) =>
        PassingAnyRole(identity).Select(statement => statement.Violates(Passing))
            .Concat(OpenPaths(identity).Select(steps => steps[0][0].Violates(Path) with { Places = PlacesOf(steps[0]), Involved = PlacesOf(steps.SelectMany(step => step)) }));

    private static ImmutableArray<string> PlacesOf(IEnumerable<TemplateStatement> statements) => [.. statements.SelectMany(statement => statement.Places).Distinct()];

    private static IEnumerable<TemplateStatement> PassingAnyRole(IReadOnlyList<TemplateStatement> identity) =>
        IsDenied(identity, PassRole)
            ? []
            : identity.Where(statement =>
                !statement.Conditions.Exists(condition => condition.Key.Equals("iam:PassedToService", StringComparison.OrdinalIgnoreCase)) && Grants(statement, PassRole));

    /// <summary>The open ways, each as the statements that grant its steps.</summary>
    private static IEnumerable<IReadOnlyList<IReadOnlyList<TemplateStatement>>> OpenPaths(IReadOnlyList<TemplateStatement> identity)
    {
        var open = identity.Where(statement => statement.Conditions.Count == 0).ToList();
        return Paths
            .Select(path => path.Split(' ').Select(step => Granting(step.Split('|'))).ToList())
            .Where(steps => steps.TrueForAll(granting => granting.Count > 0));

        List<TemplateStatement> Granting(string[] actions) =>
            [.. open.Where(statement => actions.Any(action => Grants(statement, action) && !IsDenied(identity, action)))];
    }

    private static bool Grants(TemplateStatement statement, string action) =>
        statement is { IsGrant: true, IsAllOrNothing: false }
        && statement.Actions.Exists(pattern => Covers(pattern, action))
        && statement.Resources.Exists(resource => IsEveryOne(action, resource));

    private static bool IsEveryOne(string action, string resource)
    {
        var facts = ActionFacts.Of(action);
        return action == PassRole ? ArnJudge.IsAnyRole(resource)
            : action.StartsWith("iam:", StringComparison.Ordinal) && facts?.FormOfAction.GetValueOrDefault(action[4..]) is { } form
                ? ArnJudge.IsEverythingInIam(resource, form)
            : ArnJudge.IsEverythingOfAKind(resource, facts);
    }

    /// <summary>Whether something of an action is taken away; what is left of it is another question.</summary>
    private static bool IsDenied(IReadOnlyList<TemplateStatement> identity, string action) =>
        identity.Any(statement => statement.Denies
            && (statement.Actions.Exists(pattern => Covers(pattern, action)) || (statement.NotActions.Count > 0 && !statement.NotActions.Exists(pattern => Covers(pattern, action)))));

    private static bool Covers(string pattern, string action) =>
        ActionFacts.Matches(TemplateStatement.IsEveryAction(pattern) ? "*" : pattern, action, RegexOptions.IgnoreCase);
}
