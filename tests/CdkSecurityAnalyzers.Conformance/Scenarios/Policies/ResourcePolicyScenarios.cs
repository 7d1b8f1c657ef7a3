namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Policies of resources: there a star is the resource itself.</summary>
internal static class ResourcePolicyScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["policy of a bucket"] = """
            // Own: none
            // But: 204
            var bucket = new Amazon.CDK.AWS.S3.Bucket(this, "Bucket");
            bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Own", Actions = new[] { "s3:*" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() } }));
            bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "But", NotActions = new[] { "s3:DeleteBucket" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() } }));
            """,
        ["policy of a key"] = """
            // Own: none
            // Service: 213
            var key = new Amazon.CDK.AWS.KMS.Key(this, "Key");
            key.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Own", Actions = new[] { "kms:*" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() } }));
            key.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Service", Actions = new[] { "kms:Decrypt" }, Resources = new[] { "*" }, Principals = new[] { new ServicePrincipal("sns.amazonaws.com") } }));
            """,
        ["document of a key"] = """
            // Own: none
            // Typo: 210
            new Amazon.CDK.AWS.KMS.Key(this, "Key", new Amazon.CDK.AWS.KMS.KeyProps
            {
                Policy = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        new PolicyStatement(new PolicyStatementProps { Sid = "Own", Actions = new[] { "kms:*" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() } }),
                        new PolicyStatement(new PolicyStatementProps { Sid = "Typo", Actions = new[] { "kms:Decript" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() } }),
                    },
                }),
            });
            """,
        ["policy of a queue"] = """
            // Open: 213
            // Narrow: none
            var queue = new Amazon.CDK.AWS.SQS.Queue(this, "Queue");
            queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "sqs:SendMessage" }, Resources = new[] { queue.QueueArn }, Principals = new[] { new ServicePrincipal("events.amazonaws.com") } }));
            var narrow = new PolicyStatement(new PolicyStatementProps { Sid = "Narrow", Actions = new[] { "sqs:SendMessage" }, Resources = new[] { queue.QueueArn }, Principals = new[] { new ServicePrincipal("events.amazonaws.com") } });
            narrow.AddSourceArnCondition("arn:aws:events:eu-west-1:111122223333:rule/nightly");
            queue.AddToResourcePolicy(narrow);
            """,
        ["policy of a topic by a method"] = """
            // Open: 213
            // Narrow: none
            var topic = new Amazon.CDK.AWS.SNS.Topic(this, "Topic");
            var open = new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "sns:Publish" }, Resources = new[] { topic.TopicArn } });
            open.AddServicePrincipal("s3.amazonaws.com");
            topic.AddToResourcePolicy(open);
            var narrow = new PolicyStatement(new PolicyStatementProps { Sid = "Narrow", Actions = new[] { "sns:Publish" }, Resources = new[] { topic.TopicArn } });
            narrow.AddServicePrincipal("s3.amazonaws.com", new ServicePrincipalOpts { Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Account } } });
            topic.AddToResourcePolicy(narrow);
            """,
        ["policy of a bucket as a document"] = """
            // Everybody: none
            // But: 204
            var bucket = new Amazon.CDK.AWS.S3.Bucket(this, "Bucket");
            new Amazon.CDK.AWS.S3.CfnBucketPolicy(this, "Policy", new Amazon.CDK.AWS.S3.CfnBucketPolicyProps
            {
                Bucket = bucket.BucketName,
                PolicyDocument = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        new PolicyStatement(new PolicyStatementProps { Sid = "Everybody", Actions = new[] { "s3:*" }, Resources = new[] { "*" }, Principals = new[] { new AccountPrincipal("111122223333") } }),
                        new PolicyStatement(new PolicyStatementProps { Sid = "But", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" }, NotPrincipals = new[] { new AccountPrincipal("111122223333") } }),
                    },
                }),
            });
            """,
        ["policy of a repository"] = """
            // Pull: none
            // Left: 211
            var repository = new Amazon.CDK.AWS.ECR.Repository(this, "Images");
            repository.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Pull", Actions = new[] { "ecr:*" }, Principals = new[] { new AccountPrincipal("111122223333") } }));
            repository.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "Left", Actions = new[] { "ecr:BatchGetImage" }, Principals = new[] { new AccountPrincipal("111122223333") },
                Conditions = new Dictionary<string, object> { ["ArnLike"] = new Dictionary<string, object> { ["aws:PrincipalArn"] = "arn:aws:iam::111122223333:role/${RoleName}" } },
            }));
            """,
        ["policy of a secret"] = """
            // Read: none
            // Typo: 210
            var secret = new Amazon.CDK.AWS.SecretsManager.Secret(this, "Secret");
            secret.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Read", Actions = new[] { "secretsmanager:GetSecretValue" }, Resources = new[] { "*" }, Principals = new[] { new AccountPrincipal("111122223333") } }));
            secret.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Typo", Actions = new[] { "secretsmanager:GetSecret" }, Resources = new[] { "*" }, Principals = new[] { new AccountPrincipal("111122223333") } }));
            """,
        ["grants of constructs"] = """
            // Open: 203
            var role = new Role(this, "Build", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            var bucket = new Amazon.CDK.AWS.S3.Bucket(this, "Bucket");
            bucket.GrantReadWrite(role);
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            """,
        ["grant of one's own"] = """
            // Build: 203
            // Other: none
            var role = new Role(this, "Build", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            var other = new Role(this, "Other", new RoleProps { AssumedBy = new AccountRootPrincipal() });
            Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = role, Actions = new[] { "s3:GetObject" }, ResourceArns = new[] { "*" } });
            Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = other, Actions = new[] { "s3:GetObject" }, ResourceArns = new[] { "arn:aws:s3:::app/*" } });
            """,
    };
}
