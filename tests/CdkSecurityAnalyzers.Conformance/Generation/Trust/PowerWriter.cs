namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes statements that give roles and projects permissions, access to things, and boundaries.</summary>
/// <param name="number">What ids end with.</param>
internal sealed class PowerWriter(int number, Choices choices, Block block, StackThings things)
{
    private static readonly string[] Actions =
    [
        "iam:PassRole", "s3:GetObject", "sts:AssumeRole", "codebuild:UpdateWebhook", "secretsmanager:GetSecretValue", "ssm:GetParameter", "secretsmanager:DescribeSecret",
        "iam:*", "*", "s3:PutBucketPolicy", "ec2:Describe*", "codebuild:StartBuild", "secretsmanager:*",
    ];

    private static readonly string[] Resources =
        ["*", "arn:aws:iam::111122223333:role/deploy", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/cdk-*", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a", "arn:aws:ssm:eu-west-1:111122223333:parameter/a"];

    private static readonly string[] Boundaries = ["ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\")", "ManagedPolicy.FromManagedPolicyArn({0}, \"arn:aws:iam::111122223333:policy/boundary\")", "new UntrustedCodeBoundaryPolicy({0})"];

    private int ids;

    public void Write() =>
        choices.Many(0, 3, one =>
        {
            var isConditional = one.Chance(30);
            var place = isConditional ? block.Inner() : block;
            if (Power(one, place) is not { } statement)
            {
                return false;
            }

            place.Add(statement + ";");
            if (isConditional)
            {
                block.Add($"if ({BranchSpellings.Condition(one, block)}) {{ {place.Text} }}");
            }

            return true;
        });

    private string? Power(Choices one, Block place) => one.OneWay(
        () => Policy(one, place),
        () => Policy(one, place),
        () => Grant(one, place),
        () => Grant(one, place),
        () => Holder(one) is { } holder ? $"{Secret(one)}.GrantRead({holder})" : null,
        () => Boundary(one),
        () => Boundary(one));

    /// <summary>A role or a project that gets something.</summary>
    private string? Holder(Choices one)
    {
        string[] holders = [.. things.OwnRoles, .. things.Projects];
        return holders.Length == 0 ? null : one.OneOf(holders);
    }

    private string? Policy(Choices one, Block place)
    {
        var statement = new WantedStatement(new StatementParts(
            $"Statement{number}N{++ids}", Allows: !one.Chance(15), IsInverted: false, List(one, Actions), List(one, Resources), one.Chance(12) ? PolicyPools.Conditions[0] : null));
        return things.Projects.Count > 0 && one.Chance(50) ? $"{one.OneOf(things.Projects)}.AddToRolePolicy({statement.Say(one, place)})"
            : things.OwnRoles.Count > 0 ? $"{one.OneOf(things.OwnRoles)}.AddToPrincipalPolicy({statement.Say(one, place)})"
            : null;
    }

    private static WantedArray List(Choices one, string[] pool) => new("string", one.Many<Wanted>(1, 2, each => WantedText.OneOf(each, pool)), another => List(another, pool));

    private string? Grant(Choices one, Block place)
    {
        if (things.Projects.Count == 0 || (things.DataBuckets.Count == 0 && things.Repository is null))
        {
            return null;
        }

        var (resource, write, read) = things.DataBuckets.Count == 0 || (things.Repository is not null && one.Chance(40))
            ? (things.Repository, one.OneOf("GrantPullPush", "GrantPush"), one.OneOf("GrantPull", "GrantPullPush"))
            : (one.OneOf(things.DataBuckets), one.OneOf("GrantWrite", "GrantPut", "GrantReadWrite"), one.OneOf("GrantRead", "GrantReadWrite"));

        // Both sides at once: by chance they would seldom meet.
        place.Add($"{resource}.{write}({one.OneOf(things.Projects)});");
        return $"{resource}.{read}({one.OneOf(things.Projects)})";
    }

    private string Secret(Choices one) => one.OneOf(
        $"Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret{number}N{++ids}\", \"a\")",
        $"new Amazon.CDK.AWS.SecretsManager.Secret(this, \"Secret{number}N{++ids}\")");

    private string? Boundary(Choices one)
    {
        string[] scopes = [.. things.OwnRoles, .. things.Projects, .. things.Projects, "this"];
        var scope = one.OneOf(scopes);
        return $"Amazon.CDK.AWS.IAM.PermissionsBoundary.Of({scope}).Apply({one.OneOf(Boundaries).Replace("{0}", $"this, \"Boundary{number}N{++ids}\"", StringComparison.Ordinal)})";
    }
}
