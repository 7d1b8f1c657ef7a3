using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>Code that is shown constructs which other methods create may add what they leave out; code that cannot write triggers does not.</summary>
public sealed class TreeVisitorTests
{
    private const string Approval = "AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\")";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData("foreach (var project in Node.FindAll().OfType<CfnProject>()) Gate(project);")]
    [InlineData("foreach (var child in Node.FindAll()) { if (child is CfnProject project) Gate(project); }")]
    [InlineData("foreach (var child in Node.Children.OfType<Project>()) Gate((CfnProject)child.Node.DefaultChild!);")]
    public Task AWalkOverTheTreeMayAddThePolicy(string walk) => Verify.Analyzer(
        Stack("EventAction.PULL_REQUEST_CREATED", walk, $"private static void Gate(CfnProject project) => project.{Approval};"),
        Options);

    [Fact]
    public Task AWalkInTheProgramReachesEveryStack() => Verify.Analyzer(
        Stack("EventAction.PULL_REQUEST_CREATED", after: "", members: "")
        + $$"""

          public static class Entry
          {
              public static void Gate(App app)
              {
                  foreach (var project in app.Node.FindAll().OfType<CfnProject>())
                  {
                      project.{{Approval}};
                  }
              }
          }
          """,
        Options);

    [Fact]
    public Task AWalkThatWritesSomethingElseLeavesTheGap() => Verify.Analyzer(
        Stack(
            "{|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}",
            "foreach (var project in Node.FindAll().OfType<CfnProject>()) project.AddPropertyOverride(\"TimeoutInMinutes\", 20);",
            members: ""),
        Options);

    [Theory]
    [InlineData("project.AddPropertyOverride(\"TimeoutInMinutes\", 20)", "{|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}")]
    [InlineData("Tags.Of(project).Add(\"team\", \"core\")", "{|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}")]
    [InlineData("project." + Approval, "EventAction.PULL_REQUEST_CREATED")]
    [InlineData("project.Triggers = null", "EventAction.PULL_REQUEST_CREATED")]
    public Task AnAspectCountsAsFarAsItMayWriteTriggers(string visit, string @event) => Verify.Analyzer(
        Stack(@event, "Aspects.Of(this).Add(new Visitor());", members: "")
        + $$"""

          public class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
          {
              public void Visit(IConstruct node)
              {
                  if (node is CfnProject project)
                  {
                      {{visit}};
                  }
              }
          }
          """,
        Options);

    [Fact]
    public Task AWeakPolicyInAnAspectIsReportedThere() => Verify.Analyzer(
        """
        public class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnProject project)
                {
                    project.AddPropertyOverride("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", {|CDKSEC106:"DISABLED"|});
                }
            }
        }
        """,
        Options);

    [Fact]
    public Task AWeakPolicyInAMethodIsReportedInItAndNotAtItsCalls() => Verify.Analyzer(
        Stack(
            "EventAction.PULL_REQUEST_CREATED",
            "Gate(build);",
            "private static void Gate(Project project) => ((CfnProject)project.Node.DefaultChild!)"
            + ".AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", {|CDKSEC106:\"DISABLED\"|});"),
        Options);

    private static string Stack(string @event, string after, string members) => TestProgram.InStack(
        $$"""
        var build = new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo",
                Repo = "app",
                WebhookFilters = new[] { FilterGroup.InEventOf({{@event}}) },
            }),
        });
        {{after}}
        """,
        members);
}
