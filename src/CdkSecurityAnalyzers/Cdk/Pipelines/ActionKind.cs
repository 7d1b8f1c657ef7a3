namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>What kind of work an action of a pipeline does.</summary>
/// <param name="Category">The category of CodePipeline: see <see cref="ActionCategory"/>.</param>
/// <param name="Provider">The provider within the category: <c>CloudFormation</c>, <c>CodeStarSourceConnection</c>.</param>
/// <param name="Owner">Who made the action type: <c>AWS</c>, <c>ThirdParty</c> or <c>Custom</c>.</param>
internal sealed record ActionKind(string Category, string Provider, string Owner = ActionKind.Aws)
{
    public const string Aws = "AWS";
    public const string ThirdParty = "ThirdParty";
    public const string Custom = "Custom";

    /// <summary>What CloudFormation actions of this mode do changes nothing yet: another action has to execute the change set.</summary>
    public const string ChangeSetOnly = "CHANGE_SET_REPLACE";

    /// <summary>The provider of CloudFormation actions, whose mode tells what they do.</summary>
    public const string CloudFormation = "CloudFormation";

    /// <summary>The source of a repository at GitHub, Bitbucket or GitLab, through a connection (CodePipeline User Guide, CodeStarSourceConnection).</summary>
    public const string Connection = "CodeStarSourceConnection";

    public const string GitHub = "GitHub";
    public const string CodeBuild = "CodeBuild";
    public const string Commands = "Commands";

    /// <summary>Amazon Inspector looks for known vulnerabilities (CodePipeline User Guide, InspectorScan).</summary>
    public const string InspectorScan = "InspectorScan";

    /// <summary>Whether code comes from a host of repositories outside of AWS.</summary>
    public bool IsThirdPartySource => Category == ActionCategory.Source && (Owner == ThirdParty || Provider is Connection or GitHub);
}

/// <summary>The categories of actions (CodePipeline API reference, <c>ActionTypeId</c>).</summary>
internal static class ActionCategory
{
    public const string Source = "Source";
    public const string Build = "Build";
    public const string Test = "Test";
    public const string Compute = "Compute";
    public const string Deploy = "Deploy";
    public const string Approval = "Approval";
    public const string Invoke = "Invoke";
}
