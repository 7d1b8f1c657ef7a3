namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>What kind of way to more permissions a set of actions is.</summary>
internal enum EscalationKind
{
    /// <summary>Actions that rewrite permissions, or take over something that has them.</summary>
    Direct,

    /// <summary><c>iam:PassRole</c> together with actions that start something under the passed role.</summary>
    PassRole,

    /// <summary>Actions that lift the guard-rails of the pipeline itself.</summary>
    GuardRail,
}
