namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>What random policies are made of.</summary>
internal static class PolicyPools
{
    public static readonly string[] Actions =
    [
        "s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:ListAllMyBuckets", "ecr:GetAuthorizationToken", "cloudwatch:PutMetricData", "dynamodb:GetItem", "sqs:SendMessage",
        "logs:PutLogEvents", "ec2:Describe*", "s3:Get*", "s3:Put*", "s3:*", "codestar-connections:*", "*", "iam:PassRole", "iam:Pass*", "iam:CreateAccessKey", "lambda:CreateFunction",
        "lambda:InvokeFunction", "codebuild:CreateProject", "codebuild:StartBuild", "codebuild:UpdateWebhook", "ec2:RunInstances", "s3:GetObjet", "mystery:DoIt",
    ];

    public static readonly string[] Resources =
    [
        "arn:aws:s3:::app/*", "*", "*", "arn:aws:s3:::*", "arn:aws:s3:::app", "arn:aws:iam::111122223333:role/build", "arn:aws:iam::111122223333:role/*", "arn:aws:iam::*:role/*",
        "arn:aws:iam::111122223333:role/build-*", "arn:aws:dynamodb:eu-west-1:111122223333:table/*", "arn:aws:dynamodb:*:*:table/*", "arn:aws:sqs:*:111122223333:*", "arn:*:*:*:*:*",
        "arn:aws:s3:::${BucketName}/*", "arn:aws:s3:::app/${aws:username}/*", "arn:aws:codebuild:*:*:project/*", "arn:aws:lambda:eu-west-1:111122223333:function:job",
    ];

    /// <summary>Resources of which only a deployment knows the whole ARN, as expressions.</summary>
    public static readonly string[] DeployedResources =
    [
        "$\"arn:{Aws.PARTITION}:s3:::app/*\"", "$\"arn:{Aws.PARTITION}:s3:::*\"", "$\"arn:aws:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/*\"", "Fn.Sub(\"arn:${AWS::Partition}:s3:::*\")",
        "Fn.Join(\"\", new[] { \"arn:\", Aws.PARTITION, \":iam::\", Aws.ACCOUNT_ID, \":role/*\" })", "$\"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/build\"",
    ];

    public static readonly string[] ManagedPolicies =
        ["AmazonS3ReadOnlyAccess", "AdministratorAccess", "PowerUserAccess", "service-role/AWSLambdaBasicExecutionRole", "job-function/SystemAdministrator", "ReadOnlyAccess", "IAMFullAccess"];

    /// <summary>Who may assume a role, as expressions that take a text.</summary>
    public static readonly string[] Principals =
    [
        "new AccountRootPrincipal()", "new AnyPrincipal()", "new StarPrincipal()", "new ArnPrincipal({0})", "new ServicePrincipal(\"codebuild.amazonaws.com\")",
        "new AnyPrincipal().InOrganization(\"o-1234567890\")", "new CompositePrincipal(new AccountRootPrincipal(), new ArnPrincipal({0}))",
        "new ServicePrincipal(\"codebuild.amazonaws.com\", new ServicePrincipalOpts { Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = \"111122223333\" } } })",
        "new ArnPrincipal({0}).WithConditions(new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { [\"aws:PrincipalArn\"] = \"arn:aws:iam::111122223333:role/*\" } })",
    ];

    public static readonly string[] Arns = ["arn:aws:iam::111122223333:root", "*", "arn:aws:iam::111122223333:role/build"];

    public static readonly string[] Subjects =
        ["repo:octo/app:ref:refs/heads/main", "repo:octo/*", "repo:octo/app:*", "*", "repo:*/app:ref:refs/heads/main", "repo:octo@1/app@2:environment:prod", "repo:octo/app:pull_request"];

    /// <summary>Conditions, as entries of a dictionary.</summary>
    public static readonly (string Operator, string Key, string Value)[] Conditions =
    [
        ("StringEquals", "iam:PassedToService", "codebuild.amazonaws.com"), ("StringEquals", "aws:RequestedRegion", "eu-west-1"), ("StringLike", "s3:prefix", "${Prefix}"), ("Bool", "aws:SecureTransport", "true"),
    ];
}
