using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Kinds of wildcards in actions and in resources.</summary>
internal static class WildcardScenarios
{
    private static readonly (string Name, string Action, string Resource, string Verdict)[] Kinds =
    [
        ("every action", "*", "arn:aws:s3:::app", "201"),
        ("every action of a service", "s3:*", "arn:aws:s3:::app", "202"),
        ("every action of a service with a hyphen", "codestar-connections:*", "*", "202"),
        ("every action of a service in capitals", "S3:*", "*", "202"),
        ("reading by prefix", "s3:Get*", "arn:aws:s3:::app/*", "none"),
        ("writing by prefix", "s3:Put*", "arn:aws:s3:::app/*", "212"),
        ("writing by prefix everywhere", "s3:Put*", "*", "203 212"),
        ("wildcard in the middle", "ec2:*Tags", "arn:aws:ec2:eu-west-1:111122223333:instance/i-1", "none"),
        ("looking for resources", "ec2:Describe*", "*", "none"),
        ("listing resources", "s3:List*", "*", "none"),
        ("action that has no resources", "ecr:GetAuthorizationToken", "*", "none"),
        ("action whose resources are extras", "cloudwatch:PutMetricData", "*", "none"),
        ("action in small letters", "s3:getobject", "*", "203"),
        ("every bucket", "s3:ListBucket", "arn:aws:s3:::*", "203"),
        ("buckets by prefix", "s3:ListBucket", "arn:aws:s3:::app-*", "none"),
        ("objects of a bucket", "s3:GetObject", "arn:aws:s3:::app/*", "none"),
        ("every table of an account and region", "dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/*", "none"),
        ("every table of an account", "dynamodb:GetItem", "arn:aws:dynamodb:*:111122223333:table/*", "203"),
        ("every table of a region", "dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:*:table/*", "203"),
        ("every table", "dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/*", "203"),
        ("index of every table", "dynamodb:Query", "arn:aws:dynamodb:*:*:table/*/index/*", "203"),
        ("everything of a partition", "sqs:SendMessage", "arn:aws:*:*:*:*", "203"),
        ("ARN of stars", "sqs:SendMessage", "arn:*:*:*:*:*", "203"),
        ("ARN that ends in a star", "sqs:SendMessage", "arn:aws:sqs:*", "203"),
        ("streams of a log group", "logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:app:*", "none"),
        ("every role of an account", "iam:GetRole", "arn:aws:iam::111122223333:role/*", "none"),
        ("every role", "iam:GetRole", "arn:aws:iam::*:role/*", "203"),
        ("parameters by path", "ssm:GetParameter", "arn:aws:ssm:*:*:parameter/app/*", "none"),
        ("every parameter", "ssm:GetParameter", "arn:aws:ssm:*:*:parameter/*", "203"),
        ("action that does not exist", "s3:GetObjet", "arn:aws:s3:::app/*", "210"),
        ("action of a service that nobody knows", "mystery:DoIt", "*", "none"),
        ("wildcard that matches nothing", "s3:Fetch*", "arn:aws:s3:::app/*", "none"),
    ];

    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(Kinds.ToDictionary(
        kind => "wildcard: " + kind.Name,
        kind => $$"""
            // Open: {{kind.Verdict}}
            // Named: none
            role.AddToPolicy({{Allow("Open", kind.Action, kind.Resource)}});
            role.AddToPolicy({{Allow("Named", "s3:GetObject", "arn:aws:s3:::app/*")}});
            """));
}
