using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Resources of which only a deployment knows the whole ARN.</summary>
internal static class ArnScenarios
{
    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["objects of a bucket that is made"] = Twins("s3:GetObject", "bucket.BucketArn + \"/*\"", "Aws.NO_VALUE is null ? \"\" : \"*\"", Bucket),
        ["objects by a method"] = Twins("s3:GetObject", "bucket.ArnForObjects(\"*\")", "\"arn:aws:s3:::*\"", Bucket),
        ["interpolated account"] = Twins("dynamodb:GetItem", "$\"arn:aws:dynamodb:{Region}:{Account}:table/*\"", "$\"arn:aws:dynamodb:{Region}:*:table/*\""),
        ["interpolated partition"] = Twins("s3:GetObject", "$\"arn:{Aws.PARTITION}:s3:::app/*\"", "$\"arn:{Aws.PARTITION}:s3:::*\""),
        ["account of the environment"] = Twins("sqs:SendMessage", "$\"arn:aws:sqs:{Aws.REGION}:{Aws.ACCOUNT_ID}:*\"", "$\"arn:{Partition}:sqs:*:*:*\""),
        ["FormatArn"] = Twins(
            "dynamodb:GetItem",
            "FormatArn(new ArnComponents { Service = \"dynamodb\", Resource = \"table\", ResourceName = \"*\" })",
            "FormatArn(new ArnComponents { Service = \"dynamodb\", Region = \"*\", Account = \"*\", Resource = \"table\", ResourceName = \"*\" })"),
        ["Arn.Format"] = Twins(
            "s3:ListBucket",
            "Arn.Format(new ArnComponents { Service = \"s3\", Region = \"\", Account = \"\", Resource = \"app\" }, this)",
            "Arn.Format(new ArnComponents { Service = \"s3\", Region = \"\", Account = \"\", Resource = \"*\" }, this)"),
        ["FormatArn with a colon"] = Twins(
            "lambda:InvokeFunction",
            "FormatArn(new ArnComponents { Service = \"lambda\", Resource = \"function\", ResourceName = \"job\", ArnFormat = ArnFormat.COLON_RESOURCE_NAME })",
            "FormatArn(new ArnComponents { Service = \"lambda\", Region = \"*\", Resource = \"function\", ResourceName = \"*\", ArnFormat = ArnFormat.COLON_RESOURCE_NAME })"),
        ["Stack.Of"] = Twins("ssm:GetParameter", "Stack.Of(this).FormatArn(new ArnComponents { Service = \"ssm\", Resource = \"parameter\", ResourceName = \"app/*\" })", "$\"arn:aws:ssm:*:{Stack.Of(this).Account}:parameter/*\""),
        ["Fn.Sub"] = Twins("s3:GetObject", "Fn.Sub(\"arn:${AWS::Partition}:s3:::app/*\")", "Fn.Sub(\"arn:${AWS::Partition}:s3:::*\")"),
        ["Fn.Join"] = Twins("s3:GetObject", "Fn.Join(\"\", new[] { \"arn:\", Aws.PARTITION, \":s3:::app/*\" })", "Fn.Join(\":\", new[] { \"arn\", Aws.PARTITION, \"s3\", \"\", \"\", \"*\" })"),
        ["string.Join"] = Twins("sns:Publish", "string.Join(\":\", \"arn\", \"aws\", \"sns\", Region, Account, \"news-*\")", "string.Join(\":\", \"arn\", \"aws\", \"sns\", Region, \"*\", \"*\")"),
        ["role that is made"] = Twins("iam:PassRole", "other.RoleArn", "$\"arn:aws:iam::{Account}:role/*\"", rule: 205),
        ["role by a name that begins"] = Twins("iam:PassRole", "$\"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/cdk-*\"", "$\"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/*\"", rule: 205),
        ["parameter of the template"] = Twins("s3:GetObject", "$\"arn:aws:s3:::{name.ValueAsString}/*\"", "$\"arn:aws:s3:::*/{name.ValueAsString}\"", "var name = new CfnParameter(this, \"Name\");\n", rule: 0),
        ["value of an import"] = Twins("sqs:SendMessage", "Fn.ImportValue(\"queue\")", "new[] { Fn.ImportValue(\"queue\"), \"*\" }[1]"),
        ["lazy value"] = Twins("sqs:SendMessage", "queue.QueueArn", "queue.QueueArn == \"\" ? \"\" : \"*\"", "var queue = new Amazon.CDK.AWS.SQS.Queue(this, \"Queue\");\n"),
        ["default on a missing name"] = Twins("s3:GetObject", "\"arn:aws:s3:::\" + (Inputs.Name ?? \"app\") + \"/*\"", "\"arn:aws:s3:::\" + (Inputs.Name ?? \"*\")"),
    });

    private static string Twins(string action, string named, string open, string before = "", int rule = 203) => $$"""
        // Open: {{(rule == 0 ? "none" : rule)}}
        // Named: none
        {{before}}role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "{{action}}" }, Resources = new[] { {{open}} } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "{{action}}" }, Resources = new[] { {{named}} } }));
        """;
}
