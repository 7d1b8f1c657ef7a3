using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// The statements that constructs write by themselves, known by all their actions. A program that means one of them as its own statement gives it an id.
/// </summary>
internal static class CdkStatements
{
    private static readonly string[] Written =
    [
        "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents",
        "codebuild:BatchPutCodeCoverages codebuild:BatchPutTestCases codebuild:CreateReport codebuild:CreateReportGroup codebuild:UpdateReport",
        "s3:GetBucket* s3:GetObject* s3:List*",
        "s3:Abort* s3:DeleteObject* s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:PutObjectTagging s3:PutObjectVersionTagging",
        "s3:Abort* s3:DeleteObject* s3:GetBucket* s3:GetObject* s3:List* s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:PutObjectTagging s3:PutObjectVersionTagging",
        "kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*",
        "kms:Decrypt kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*",
    ];

    /// <summary>Whether it is that of debug sessions, which lets each build with them write everywhere.</summary>
    public static bool IsOfSessions(JsonNode statement) => statement["Sid"] is null && TemplateText.ListOf(statement["Action"]).Contains("ssmmessages:CreateControlChannel");

    public static bool Contains(JsonObject statement) =>
        statement["Sid"] is null && Written.Contains(string.Join(' ', TemplateText.ListOf(statement["Action"]).Order(StringComparer.Ordinal)));
}
