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

    public const string WildcardAction = "CDKSEC201";
    public const string ServiceWildcardAction = "CDKSEC202";
    public const string WildcardResource = "CDKSEC203";
    public const string InvertedPolicyElement = "CDKSEC204";
    public const string UnrestrictedPassRole = "CDKSEC205";
    public const string PrivilegeEscalationPath = "CDKSEC206";
    public const string BroadManagedPolicy = "CDKSEC207";
    public const string PublicTrustPolicy = "CDKSEC208";
    public const string OpenGitHubOidcTrust = "CDKSEC209";
    public const string UnknownAction = "CDKSEC210";
    public const string UnfilledPolicyPlaceholder = "CDKSEC211";
    public const string PrefixWildcardAction = "CDKSEC212";
    public const string UnscopedServiceTrust = "CDKSEC213";

    public const string PlaintextSourceCredential = "CDKSEC301";
    public const string PlaintextEnvironmentSecret = "CDKSEC302";
    public const string HardCodedToken = "CDKSEC303";
    public const string PlaintextBuildSpecSecret = "CDKSEC304";
    public const string UnwrappedSecret = "CDKSEC305";
    public const string SourceUrlCredential = "CDKSEC306";
    public const string VisibleSecretParameter = "CDKSEC307";
    public const string LongLivedAccessKey = "CDKSEC308";

    public const string PrivilegedUntrustedBuild = "CDKSEC401";
    public const string SharedBuildRole = "CDKSEC402";
    public const string PowerfulUntrustedBuild = "CDKSEC403";
    public const string SecretsInUntrustedBuild = "CDKSEC404";
    public const string UnboundedUntrustedBuild = "CDKSEC405";
    public const string OpenNetworkUntrustedBuild = "CDKSEC406";
    public const string SharedCacheAcrossTrust = "CDKSEC407";
    public const string RepositoryBuildSpec = "CDKSEC408";
    public const string BatchBuildOnPullRequest = "CDKSEC409";
    public const string PublicBuildProject = "CDKSEC410";
    public const string UnverifiedSourceTls = "CDKSEC411";
    public const string UnpinnedBuildImage = "CDKSEC412";
    public const string DebugSessionInUntrustedBuild = "CDKSEC413";
    public const string DeployWithoutApproval = "CDKSEC501";
    public const string PullRequestDeployment = "CDKSEC502";
    public const string UnscopedPipelineTrigger = "CDKSEC503";
    public const string NoCodeInspection = "CDKSEC504";

    public const string UndeterminedValue = "CDKSEC901";
    public const string SuppressionWithoutJustification = "CDKSEC902";
    public const string InvalidConfiguration = "CDKSEC903";
    public const string InternalError = "CDKSEC904";
}
