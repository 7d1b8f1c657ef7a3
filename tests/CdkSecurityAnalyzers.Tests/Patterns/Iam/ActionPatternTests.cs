using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("s3:GetObject", "s3:GetObject")]
    [InlineData("S3:GETOBJECT", "s3:GetObject")]
    [InlineData("s3:get*", "s3:GetObject")]
    [InlineData("s3:*", "s3:GetObject")]
    [InlineData("*", "s3:GetObject")]
    [InlineData("**", "s3:GetObject")]
    [InlineData("*:*", "s3:GetObject")]
    [InlineData("*:Get*", "s3:GetObject")]
    [InlineData("iam:Pass?ole", "iam:PassRole")]
    [InlineData("iam:P*R*", "iam:PassRole")]
    [InlineData("iam:*AccessKey*", "iam:CreateAccessKey")]
    [InlineData("codestar-connections:Use*", "codestar-connections:UseConnection")]
    [InlineData("unheard-of:Do*", "unheard-of:DoIt")]
    public void A_pattern_covers(string pattern, string action) => Assert.True(ActionPattern.Parse(pattern).Covers(action));

    [Theory]
    [InlineData("s3:GetObject", "s3:GetObjectAcl")]
    [InlineData("s3:GetObject?", "s3:GetObject")]
    [InlineData("s3:Get*", "s3express:GetSession")]
    [InlineData("s*:Get*", "s3:GetObject")]
    [InlineData("s?:GetObject", "s3:GetObject")]
    [InlineData("GetObject", "s3:GetObject")]
    [InlineData("s3", "s3:GetObject")]
    [InlineData("", "s3:GetObject")]
    [InlineData(":", "s3:GetObject")]
    [InlineData(":*", "s3:GetObject")]
    [InlineData("s3:", "s3:GetObject")]
    [InlineData("s3:GetObject ", "s3:GetObject")]
    [InlineData("s3:${Action}", "s3:GetObject")]
    [InlineData("s3:Get*:Object", "s3:GetObject")]
    [InlineData("iam:PaſſRole", "iam:PassRole")]
    public void A_pattern_does_not_cover(string pattern, string action) => Assert.False(ActionPattern.Parse(pattern).Covers(action));

    [Theory]
    [InlineData("*", true, false)]
    [InlineData("*:*", true, false)]
    [InlineData("s3:*", false, true)]
    [InlineData("s3:**", false, true)]
    [InlineData("codestar-connections:*", false, true)]
    [InlineData("s3:Get*", false, false)]
    [InlineData("s3:*Object", false, false)]
    [InlineData("*:Get*", false, false)]
    [InlineData("s?:*", false, false)]
    [InlineData("s3*", false, false)]
    public void The_widest_patterns_are_told_apart(string text, bool everything, bool wholeService)
    {
        Assert.Equal(everything, ActionPattern.Parse(text).IsEverything);
        Assert.Equal(wholeService, ActionPattern.Parse(text).IsWholeService);
    }

    [Theory]
    [InlineData("s3:PutObject")]
    [InlineData("s3:Put*")]
    [InlineData("s3:*Object")]
    [InlineData("s3:GetObject*")]
    [InlineData("dynamodb:*Item")]
    [InlineData("iam:Pass*")]
    [InlineData("kms:*")]
    [InlineData("sqs:Send*")]
    public void Most_of_what_these_cover_can_name_its_resources(string text) => Assert.True(ActionPattern.Parse(text).Coverage().IsScopable);

    [Theory]
    [InlineData("ecr:GetAuthorizationToken")]
    [InlineData("ecr:GetAuth*")]
    [InlineData("cloudwatch:PutMetricData")]
    [InlineData("ec2:Describe*")]
    [InlineData("ec2:DescribeInstance*")]
    [InlineData("s3:List*")]
    [InlineData("s3:ListB*")]
    [InlineData("sts:GetCallerIdentity")]
    [InlineData("xray:*")]
    [InlineData("unheard-of:Put*")]
    [InlineData("unheard-of:PutObject")]
    [InlineData("s3:NoSuchAction")]
    [InlineData("s3:NoSuch*")]
    [InlineData("*")]
    [InlineData("*:Put*")]
    [InlineData("s3")]
    public void These_cannot(string text) => Assert.False(ActionPattern.Parse(text).Coverage().IsScopable);

    [Fact]
    public void Coverage_counts_levels()
    {
        var all = ActionPattern.Parse("S3:*").Coverage();
        var reads = ActionPattern.Parse("s3:GetObject*").Coverage();

        Assert.True(all.Actions.Length > 150);
        Assert.InRange(all.Count(AccessLevel.PermissionsManagement), 10, 60);
        Assert.Equal(all.Actions.Length, Enum.GetValues<AccessLevel>().Sum(all.Count));
        Assert.True(all.IsMutating);
        Assert.False(reads.IsMutating);
        Assert.All(reads.Actions, action => Assert.StartsWith("GetObject", action.Name, StringComparison.Ordinal));
        Assert.Equal("arn:aws:s3:::<BucketName>/<ObjectName>", reads.Arn);
    }

    [Theory]
    [InlineData("s3:GetObjet", "s3:GetObject")]
    [InlineData("S3:getobjects", "s3:GetObject")]
    [InlineData("iam:PasRole", "iam:PassRole")]
    [InlineData("codebuild:StartBuilds", "codebuild:StartBuild")]
    [InlineData("iam:DeleteAccesKey", "iam:DeleteAccessKey")]
    public void The_nearest_action_is_suggested(string text, string nearest) => Assert.Equal(nearest, ActionPattern.Parse(text).Nearest());

    [Theory]
    [InlineData("s3:SomethingElseEntirely")]
    [InlineData("unheard-of:GetObject")]
    [InlineData("GetObject")]
    [InlineData("")]
    public void Nothing_is_suggested_without_a_near_action(string text) => Assert.Null(ActionPattern.Parse(text).Nearest());
}
