using static CdkSecurityAnalyzers.Conformance.Scenarios.ScenarioText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Programs that name what reviewed files say, through the classes that are made of them.</summary>
internal static class GeneratedCodeScenarios
{
    private const string List = """

        --- trusted-contributors.txt
        # Who may start builds.
        583231   octocat   release manager
        755743   releaser

        [docs]
        480938   monalisa
        """;

    private const string Nobody = """

        --- nobody.trusted-contributors.txt
        # Nobody yet.
        """;

    private const string Roles = """

        var role = new Role(this, "Build", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        var other = new Role(this, "Other", new RoleProps { AssumedBy = new AccountRootPrincipal() });

        """;

    private const string Mixed = """

        --- build.policy.json
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"] },
            { "Sid": "Write", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" },
            { "Sid": "Queue", "Effect": "Allow", "Action": ["sqs:*"], "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" },
            { "Sid": "Guard", "Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::secrets/*" }
          ]
        }
        """;

    private const string Named = """

        --- named.policy.json
        {
          "Statement": [
            { "Sid": "Objects", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:${Partition}:s3:::${BucketName}/*" },
            { "Sid": "Logs", "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:${Partition}:logs:${Region}:${Account}:log-group:/aws/codebuild/${ProjectName}:*" }
          ]
        }
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        // Trusted contributors.
        ["group of trusted contributors"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.PullRequests() }") + List,
        ["group of a section"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.Docs.PullRequests() }") + List,
        ["group with events"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.PullRequests(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_MERGED) }") + List,
        ["two groups of files"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.PullRequests(), TrustedContributors.Push(\"main\") }") + List,
        ["pushes to branches"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.Push(\"main\", \"release/*\", \"v1.x\") }") + List,
        ["pushes to a branch with signs of patterns"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.Push(\"a+b(c)|d{e}$f.g\") }") + List,
        ["pushes to any branch"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.Push(\"*\") }") + List,
        ["pattern of trusted contributors"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(TrustedContributors.ActorPattern) }") + List,
        ["pattern of trusted contributors in a template"] = "// Build: none\n" + Resource("Build", "FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" }, new CfnProject.WebhookFilterProperty { Type = \"ACTOR_ACCOUNT_ID\", Pattern = TrustedContributors.Docs.ActorPattern } } }") + List,
        ["ids that are not anchored"] = "// Build: 103\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(string.Join(\"|\", TrustedContributors.AccountIds)) }") + List,
        ["ids that are anchored"] = "// Build: none\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs($\"^({string.Join(\"|\", TrustedContributors.AccountIds)})$\") }") + List,
        ["one id that is not anchored"] = "// Build: 103\n" + Project("Build", "WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(TrustedContributors.AccountIds[0]) }") + List,
        ["nobody"] = "// Build: 108\n" + Project("Build", "WebhookFilters = new[] { NobodyTrustedContributors.PullRequests() }") + Nobody,
        ["nobody in one of two"] = "// Build: 108\n// Site: none\n" + Project("Build", "WebhookFilters = new[] { NobodyTrustedContributors.PullRequests() }") + "\n" + Project("Site", "WebhookFilters = new[] { TrustedContributors.PullRequests() }") + Nobody + List,
        ["everybody beside the trusted"] = "// Build: 101\n" + Project("Build", "WebhookFilters = new[] { TrustedContributors.PullRequests(), FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED) }") + List,
        ["trusted or anybody"] = "// Build: 101\n" + Project("Build", "WebhookFilters = new[] { Inputs.A ? TrustedContributors.PullRequests() : FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED) }") + List,
        ["trusted by a helper"] = "// Build: none\n// Site: none\n" + Project("Build", "WebhookFilters = Groups(\"main\")") + "\n" + Project("Site", "WebhookFilters = Groups(\"main\", \"site\")") + "\n---\nstatic FilterGroup[] Groups(params string[] branches) => new[] { TrustedContributors.PullRequests(), TrustedContributors.Push(branches) };" + List,

        // Policies.
        ["policy of a role"] = "// Read: none\n// Write: 203\n// Queue: 202\n// Guard: none" + Roles + "BuildPolicy.AttachTo(role);" + Mixed,
        ["policy of two roles"] = "// Read: none\n// Write: 203\n// Queue: 202" + Roles + "BuildPolicy.AttachTo(role);\nBuildPolicy.AttachTo(other);" + Mixed,
        ["policy of a project"] = "// Write: 203\n// Queue: 202\n" + "var project = new PipelineProject(this, \"Build\");\nBuildPolicy.AttachTo(project);" + Mixed,
        ["statements of a policy"] = "// Write: 203\n// Queue: 202" + Roles + "foreach (var statement in BuildPolicy.Statements()) role.AddToPolicy(statement);" + Mixed,
        ["document of a policy"] = "// Write: 203\n// Queue: 202" + Roles + "new Policy(this, \"P\", new PolicyProps { Document = BuildPolicy.Document(), Roles = new[] { role } });" + Mixed,
        ["document of a managed policy"] = "// Write: 203\n// Queue: 202" + Roles + "new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Document = BuildPolicy.Document(), Roles = new[] { role } });" + Mixed,
        ["inline document"] = "// Write: 203\n// Queue: 202\nnew Role(this, \"Build\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument> { [\"P\"] = BuildPolicy.Document() } });" + Mixed,
        ["policy that is filled in"] = "// Objects: none\n// Logs: none" + Roles + "NamedPolicy.AttachTo(role, \"app\", \"app-test\");" + Named,
        ["policy that is filled in for another region"] = "// Objects: none" + Roles + "NamedPolicy.AttachTo(role, \"app\", \"app-test\", region: \"eu-west-1\", account: \"111122223333\", partition: \"aws\");" + Named,
        ["policy that is filled in with a wildcard"] = "// Objects: 203" + Roles + "NamedPolicy.AttachTo(role, \"*\", \"app-test\");" + Named,
        ["policy that is filled in with a wildcard by a helper"] = "// Objects: 203" + Roles + "Give(role, \"app\");\nGive(other, \"*\");\n---\nstatic void Give(IRole role, string bucket) => NamedPolicy.AttachTo(role, bucket, \"app-test\");" + Named,
        ["policy that is filled in by the environment"] = "// Objects: 203" + Roles + "NamedPolicy.AttachTo(role, Inputs.A ? \"*\" : \"app\", \"app-test\");" + Named,
        ["policy that is filled in with a token"] = "// Objects: none" + Roles + "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\nNamedPolicy.AttachTo(role, bucket.BucketName, \"app-test\");" + Named,
        ["boundary"] = "// Build: none" + Roles + "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Document = WideBoundaryPolicy.Document() }));" + """

            --- wide-boundary.policy.json
            { "Statement": { "Sid": "All", "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }
            """,
        ["generated policy"] = "// First: 202\n// Second: none" + Roles + "TestPolicy.AttachTo(role, \"app\");" + """

            --- test.policy.json
            {
              "jobDetails": { "jobId": "1", "status": "SUCCEEDED" },
              "generatedPolicyResult": {
                "generatedPolicies": [
                  { "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"First\",\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:sqs:eu-west-1:111122223333:jobs\"}]}" },
                  { "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Second\",\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::${BucketName}/*\"}]}" }
                ]
              }
            }
            """,
        ["escalation in a policy"] = "// Pass: 205 206" + Roles + "PowerPolicy.AttachTo(role);" + """

            --- power.policy.json
            {
              "Statement": [
                { "Sid": "Pass", "Effect": "Allow", "Action": ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], "Resource": "*" }
              ]
            }
            """,
        ["conditions of a policy"] = "// Tagged: none\n// Passing: none" + Roles + "TaggedPolicy.AttachTo(role);" + """

            --- tagged.policy.json
            {
              "Statement": [
                { "Sid": "Tagged", "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": ["build", "test"] }, "Bool": { "aws:SecureTransport": true } } },
                { "Sid": "Passing", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "codebuild.amazonaws.com" } } }
              ]
            }
            """,
        ["trust of a policy"] = "// Open: 208\n// Own: 213" + Roles + "role.AssumeRolePolicy!.AddStatements(TrustPolicy.Statements());" + """

            --- trust.policy.json
            { "Statement": [{ "Sid": "Open", "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "*" } }, { "Sid": "Own", "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "codebuild.amazonaws.com" } }] }
            """,
        ["inverted elements of a policy"] = "// Actions: 204\n// Resources: 204" + Roles + "InvertedPolicy.AttachTo(role);" + """

            --- inverted.policy.json
            {
              "Statement": [
                { "Sid": "Actions", "Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*" },
                { "Sid": "Resources", "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secrets/*" }
              ]
            }
            """,
    };
}
