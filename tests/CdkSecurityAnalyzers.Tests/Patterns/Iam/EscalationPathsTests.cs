using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

public sealed class EscalationPathsTests
{
    [Theory]
    [InlineData("iam:PassRole + codebuild:CreateProject + codebuild:StartBuild lets the build run as any role", "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild")]
    [InlineData("iam:PassRole + codebuild:CreateProject + codebuild:StartBuildBatch lets the build run as any role", "codebuild:Create*", "codebuild:StartBuildBatch", "iam:pass*")]
    [InlineData("iam:PassRole + lambda:CreateFunction + lambda:AddPermission lets a function run as any role", "iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission")]
    [InlineData("iam:PassRole + ec2:RunInstances lets an instance run as any role", "iam:PassRole", "ec2:Run*")]
    [InlineData("iam:CreateAccessKey lets the holder use the permissions of any user", "IAM:CREATEACCESSKEY")]
    [InlineData("cloudformation:CreateChangeSet + cloudformation:ExecuteChangeSet lets the holder change any stack with that stack's role", "cloudformation:*ChangeSet")]
    [InlineData("codepipeline:PutApprovalResult lets the holder approve any release", "codepipeline:Put*Result")]
    public void A_path_is_found_and_told(string told, params string[] granted) =>
        Assert.Contains(told, EscalationPaths.In([.. granted.Select(ActionPattern.Parse)]).Select(path => path.ToString()));

    [Theory]
    [InlineData]
    [InlineData("iam:PassRole")]
    [InlineData("iam:PassRole", "codebuild:StartBuild")]
    [InlineData("codebuild:CreateProject", "codebuild:StartBuild")]
    [InlineData("iam:PassRole", "codebuild:CreateProject", "lambda:InvokeFunction")]
    [InlineData("iam:Get*", "iam:List*", "iam:PassRole")]
    [InlineData("cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet")]
    [InlineData("codebuild:BatchGetBuilds", "codebuild:StartBuild", "codepipeline:GetPipeline", "logs:*", "s3:*")]
    public void A_part_of_a_path_is_none(params string[] granted) => Assert.Empty(EscalationPaths.In([.. granted.Select(ActionPattern.Parse)]));

    [Fact]
    public void A_step_knows_the_first_pattern_that_grants_it()
    {
        ActionPattern[] granted = [ActionPattern.Parse("codebuild:Start*"), ActionPattern.Parse("codebuild:CreateProject"), ActionPattern.Parse("iam:Pass*"), ActionPattern.Parse("iam:PassRole")];

        var path = Assert.Single(EscalationPaths.In(granted));

        Assert.Equal(EscalationKind.PassRole, path.Path.Kind);
        Assert.Equal([("iam:PassRole", granted[2]), ("codebuild:CreateProject", granted[1]), ("codebuild:StartBuild", granted[0])], path.Grants.Select(grant => (grant.Action, grant.Pattern)));
    }

    [Fact]
    public void Every_action_of_a_path_exists() =>
        Assert.All(EscalationPaths.All.SelectMany(path => path.Steps).SelectMany(step => step.Alternatives), action =>
            Assert.Equal(action, Assert.Single(ActionPattern.Parse(action).Coverage().Actions).ToString()));

    [Fact]
    public void Every_path_is_found_with_all_of_its_steps_and_not_without_one() =>
        Assert.All(EscalationPaths.All, path =>
        {
            var all = path.Steps.Select(step => ActionPattern.Parse(step.Alternatives[^1])).ToList();

            Assert.Contains(path, EscalationPaths.In(all).Select(found => found.Path));
            Assert.All(all, missing => Assert.DoesNotContain(path, EscalationPaths.In([.. all.Where(pattern => pattern != missing)]).Select(found => found.Path)));
        });

    [Fact]
    public void Every_path_is_listed_once() =>
        Assert.Distinct(EscalationPaths.All.Select(path => string.Join('+', path.Steps.Select(step => string.Join('|', step.Alternatives)))));

    /// <summary>Every statement of a program is asked about, and hardly any opens a path.</summary>
    [Fact]
    public void Harmless_actions_cost_little()
    {
        ActionPattern[] granted = [.. new[] { "logs:*", "s3:Get*", "iam:PassRole", "codebuild:StartBuild", "ecr:BatchGetImage" }.Select(ActionPattern.Parse)];
        EscalationPaths.In(granted);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var paths = EscalationPaths.In(granted);

        Assert.Empty(paths);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000);
    }

    [Fact]
    public void Everything_opens_every_path() => Assert.Equal(EscalationPaths.All, EscalationPaths.In([ActionPattern.Parse("*")]).Select(found => found.Path));
}
