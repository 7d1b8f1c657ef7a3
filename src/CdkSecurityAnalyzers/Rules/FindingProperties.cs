namespace CdkSecurityAnalyzers.Rules;

/// <summary>
/// What a finding tells its code fix, as keys of <c>Diagnostic.Properties</c>. The finding's own location is the risky value;
/// every other place is an additional location, found through the index that these properties hold.
/// A missing key means that the thing is not known, and a fix that needs it is not offered.
/// </summary>
internal static class FindingProperties
{
    /// <summary>How the program spells the risky value: one of <see cref="Spellings"/>.</summary>
    public const string Spelling = "spelling";

    /// <summary>
    /// Index of the additional location of the filter group: for <see cref="Spellings.FilterGroup"/> the expression of the whole chain
    /// (<c>FilterGroup.InEventOf(…).AndX(…)</c>) as far as it stands in one expression; for <see cref="Spellings.Template"/> the creation of the
    /// inner array of filters.
    /// </summary>
    public const string Group = "group";

    /// <summary>
    /// Index of the additional location of the call that sets the events: the <c>InEventOf(…)</c> invocation, or the creation of the
    /// <c>WebhookFilterProperty</c> whose type is <c>EVENT</c>.
    /// </summary>
    public const string Events = "events";

    /// <summary>Index of the additional location of the construct's creation: <c>new Project(…)</c>, <c>new CfnProject(…)</c>.</summary>
    public const string Construct = "construct";

    /// <summary>
    /// Index of the additional location of the object that switches the webhook on: the creation of the source's props
    /// (<c>new GitHubSourceProps { … }</c>) or of <c>new ProjectTriggersProperty { … }</c>.
    /// </summary>
    public const string Triggers = "triggers";

    /// <summary>Index of the additional location of the filter: the <c>And…(…)</c> invocation or the creation of the <c>WebhookFilterProperty</c>.</summary>
    public const string Filter = "filter";

    /// <summary>Index of the additional location of the statement's creation, where one expression makes it: <c>new PolicyStatement(…)</c>, a dictionary.</summary>
    public const string Statement = "statement";

    /// <summary>Present where a build has the role that its project makes, which what is applied to the project reaches.</summary>
    public const string HasOwnRole = "hasOwnRole";

    /// <summary>The actions of the statement that cannot be given a resource other than <c>*</c>, as written, with commas.</summary>
    public const string StarOnlyActions = "starOnlyActions";

    /// <summary>
    /// The resources that the other actions of the statement are meant for, with <c>${Name}</c> where something is to be filled in, with commas. Missing when one
    /// of the actions has none, or has one in which nothing is to be filled in.
    /// </summary>
    public const string ScopedResources = "scopedResources";

    /// <summary>Index of the additional location of the value of the condition that is too open.</summary>
    public const string Condition = "condition";

    /// <summary>
    /// Index of the additional location of the creation that the risky value is a part of: <c>new BuildEnvironmentVariable { … }</c>, the props of a parameter.
    /// </summary>
    public const string Owner = "owner";

    /// <summary>
    /// Index of the additional location of the stage of a pipeline that an approval should stand before: for <see cref="Spellings.Pipeline"/> the creation of
    /// its props, for <see cref="Spellings.Delivery"/> the call that adds it. Always with <see cref="Name"/>.
    /// </summary>
    public const string Stage = "stage";

    /// <summary>What shows the secret: one of <see cref="Sinks"/>.</summary>
    public const string Sink = "sink";

    /// <summary>The name of the variable or parameter that holds the secret, or of the stage that deploys.</summary>
    public const string Name = "name";

    /// <summary>The name under which the secret is to be stored: <c>codebuild/github-token</c>.</summary>
    public const string SecretId = "secretId";

    /// <summary>
    /// The text that should stand in place of the risky value: an anchored pattern, a ref pattern, a filter type, a role.
    /// Never a secret.
    /// </summary>
    public const string Replacement = "replacement";

    /// <summary>
    /// The member that takes <see cref="Replacement"/>, when it is not the one in the code: <c>AndHeadRefIs</c> for a pattern given to <c>AndBranchIs</c>.
    /// </summary>
    public const string ReplacementMember = "replacementMember";

    /// <summary>
    /// The text to put in front of the risky value, when it is an expression that cannot be replaced by a literal: <c>^(</c>. Always with <see cref="Suffix"/>.
    /// </summary>
    public const string Prefix = "prefix";

    /// <summary>The text to put behind the risky value: <c>)$</c>.</summary>
    public const string Suffix = "suffix";

    /// <summary>Provider of the source: <c>GITHUB</c>, <c>GITHUB_ENTERPRISE</c>, <c>BITBUCKET</c>, <c>GITLAB</c>, <c>GITLAB_SELF_MANAGED</c>.</summary>
    public const string Provider = "provider";

    /// <summary>Values of <see cref="Sink"/>.</summary>
    public static class Sinks
    {
        /// <summary>A <c>SecretValue</c> that is made of the text.</summary>
        public const string SecretValue = "SecretValue";

        /// <summary>The token of a <c>CfnSourceCredential</c>.</summary>
        public const string SourceCredential = "SourceCredential";

        /// <summary>Another property of an L1 class or of a configuration.</summary>
        public const string Property = "Property";

        /// <summary>A variable with a type.</summary>
        public const string Variable = "Variable";

        /// <summary>One of the variables that a text has in JSON.</summary>
        public const string VariableInJson = "VariableInJson";

        /// <summary>A buildspec that is given as dictionaries.</summary>
        public const string BuildSpecObject = "BuildSpecObject";

        /// <summary>A buildspec that is given as text.</summary>
        public const string BuildSpecText = "BuildSpecText";

        /// <summary>A parameter that is shown.</summary>
        public const string Parameter = "Parameter";

        /// <summary>The default of a parameter.</summary>
        public const string Default = "Default";
    }

    /// <summary>Values of <see cref="Spelling"/>.</summary>
    public static class Spellings
    {
        /// <summary>The L2 class: <c>FilterGroup.InEventOf(…)</c> and its <c>And…</c> methods, or the props of a <c>Source</c> factory.</summary>
        public const string FilterGroup = "FilterGroup";

        /// <summary>The L2 classes of IAM: <c>PolicyStatement</c> and its methods, the principals.</summary>
        public const string Policy = "Policy";

        /// <summary>The L2 classes of builds: <c>BuildEnvironmentVariable</c>, <c>SecretValue</c>, <c>BuildSpec</c>.</summary>
        public const string Build = "Build";

        /// <summary>The L2 classes of CodePipeline: <c>StageProps</c>, the actions, <c>TriggerProps</c>.</summary>
        public const string Pipeline = "Pipeline";

        /// <summary>CDK Pipelines: <c>AddStage</c>, <c>AddWave</c>, the steps.</summary>
        public const string Delivery = "Delivery";

        /// <summary>The L1 classes: <c>CfnProject.ProjectTriggersProperty</c>, <c>CfnProject.WebhookFilterProperty</c>.</summary>
        public const string Template = "Template";

        /// <summary>An override by path: <c>AddPropertyOverride("Triggers…", …)</c>.</summary>
        public const string Override = "Override";
    }
}
