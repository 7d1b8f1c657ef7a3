namespace CdkSecurityAnalyzers.Rules;

/// <summary>The public ids of the rules. An id is never reused.</summary>
internal static class RuleIds
{
    public const string UntrustedPullRequestBuild = "CDKSEC101";
    public const string UnfilteredWebhook = "CDKSEC102";
    public const string UnanchoredActorFilter = "CDKSEC103";
    public const string WildcardActorFilter = "CDKSEC104";
    public const string DiscardedFilterGroup = "CDKSEC105";
    public const string WeakApprovalPolicy = "CDKSEC106";
    public const string UnanchoredRefFilter = "CDKSEC107";
    public const string DeadWebhookFilter = "CDKSEC108";
    public const string PushFromAnyBranch = "CDKSEC109";
    public const string UnscopedRunnerWebhook = "CDKSEC110";

    public const string UndeterminedValue = "CDKSEC901";
    public const string InternalError = "CDKSEC904";
}
