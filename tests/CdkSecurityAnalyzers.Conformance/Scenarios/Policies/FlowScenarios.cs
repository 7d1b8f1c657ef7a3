using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Statements that come out of loops, helpers, queries and branches.</summary>
internal static class FlowScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["loop over resources"] = """
            // Open: 203
            // Named: none
            foreach (var (key, resource) in new[] { ("Open", "*"), ("Named", "arn:aws:s3:::app/*") })
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = key, Actions = new[] { "s3:GetObject" }, Resources = new[] { resource } }));
            }
            """,
        ["loop over names"] = """
            // Build: 202
            var services = new[] { "sqs", "sns" };
            for (var index = 0; index < services.Length; index++)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { services[index] + ":*" }, Resources = new[] { "*" } }));
                other.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { services[index] + ":List*" }, Resources = new[] { "*" } }));
            }
            """,
        ["loop that collects actions"] = """
            // Open: 203
            // Named: none
            var actions = new List<string>();
            foreach (var verb in new[] { "Get", "Put" })
            {
                actions.Add($"s3:{verb}Object");
            }

            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = actions.ToArray(), Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = actions.ToArray(), Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["query over names"] = """
            // Open: 203
            // Named: none
            var verbs = new[] { "Get", "Put" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = verbs.Select(verb => $"dynamodb:{verb}Item").ToArray(), Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = (from verb in verbs select $"dynamodb:{verb}Item").ToArray(), Resources = new[] { "arn:aws:dynamodb:eu-west-1:111122223333:table/Jobs" } }));
            """,
        ["query over statements"] = """
            // Open: 203
            // Named: none
            var resources = new Dictionary<string, string> { ["Open"] = "*", ["Named"] = "arn:aws:s3:::app/*" };
            resources.Select(pair => new PolicyStatement(new PolicyStatementProps { Sid = pair.Key, Actions = new[] { "s3:GetObject" }, Resources = new[] { pair.Value } }))
                .ToList()
                .ForEach(statement => role.AddToPolicy(statement));
            """,
        ["query that leaves the star out"] = """
            // Open: 203
            // Named: none
            var resources = new[] { "*", "arn:aws:s3:::app/*" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = resources.Where(resource => resource.Length > 0).ToArray() }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = resources.Where(resource => resource != "*").ToArray() }));
            """,
        ["helper that makes a statement"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(Read("Open", "*"));
            role.AddToPolicy(Read("Named", "arn:aws:s3:::app/*"));
            ---
            private static PolicyStatement Read(string id, params string[] resources) =>
                new(new PolicyStatementProps { Sid = id, Actions = new[] { "s3:GetObject" }, Resources = resources });
            """,
        ["helper with a default"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(Read("Open"));
            role.AddToPolicy(Read("Named", resource: "arn:aws:s3:::app/*"));
            ---
            private static PolicyStatement Read(string id, string resource = "*", bool writes = false) =>
                new(new PolicyStatementProps { Sid = id, Actions = new[] { writes ? "s3:PutObject" : "s3:GetObject" }, Resources = new[] { resource } });
            """,
        ["extension method"] = """
            // Open: 202
            // Named: none
            role.Allow("Open", "sqs:*").Allow("Named", "sqs:ListQueues");
            ---
            ---
            static class Permissions
            {
                public static Role Allow(this Role role, string id, params string[] actions)
                {
                    role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = id, Actions = actions, Resources = new[] { "*" } }));
                    return role;
                }
            }
            """,
        ["builder"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(new StatementBuilder("Open").To("s3:GetObject").Build());
            role.AddToPolicy(new StatementBuilder("Named").To("s3:GetObject").On("arn:aws:s3:::app/*").Build());
            ---
            ---
            class StatementBuilder(string id)
            {
                private readonly List<string> actions = new();
                private readonly List<string> resources = new();

                public StatementBuilder To(string action)
                {
                    actions.Add(action);
                    return this;
                }

                public StatementBuilder On(string resource)
                {
                    resources.Add(resource);
                    return this;
                }

                public PolicyStatement Build() => new(new PolicyStatementProps
                {
                    Sid = id,
                    Actions = actions.ToArray(),
                    Resources = resources.Count > 0 ? resources.ToArray() : new[] { "*" },
                });
            }
            """,
        ["iterator"] = """
            // Open: 203
            // Named: none
            foreach (var statement in Statements())
            {
                role.AddToPolicy(statement);
            }
            ---
            private static IEnumerable<PolicyStatement> Statements()
            {
                yield return new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } });
                yield return new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } });
            }
            """,
        ["local function"] = """
            // Open: 201
            // Named: none
            void Give(string id, string action) => role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = id, Actions = new[] { action }, Resources = new[] { "*" } }));
            Give("Open", "*");
            Give("Named", "ec2:DescribeInstances");
            """,
        ["lambda"] = """
            // Open: 203
            // Named: none
            Func<string, string, PolicyStatement> read = (id, resource) => new PolicyStatement(new PolicyStatementProps { Sid = id, Actions = new[] { "s3:GetObject" }, Resources = new[] { resource } });
            role.AddToPolicy(read("Open", "*"));
            role.AddToPolicy(read("Named", "arn:aws:s3:::app/*"));
            """,
        ["resource on a condition"] = """
            // Either: 203
            // Named: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Either", Actions = new[] { "s3:GetObject" }, Resources = new[] { Inputs.A ? "*" : "arn:aws:s3:::app/*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { Inputs.A ? "arn:aws:s3:::lib/*" : "arn:aws:s3:::app/*" } }));
            """,
        ["statement on a condition"] = """
            // Open: 203
            if (Inputs.B)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            }
            """,
        ["statement where there is an exception"] = """
            // Named: none
            if (Inputs.A)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
                throw new InvalidOperationException();
            }

            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["action and resource on the same condition"] = """
            // Same: none
            // Opposite: 203
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Same", Actions = new[] { Inputs.A ? "s3:ListAllMyBuckets" : "s3:GetObject" }, Resources = new[] { Inputs.A ? "*" : "arn:aws:s3:::app/*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Opposite", Actions = new[] { Inputs.A ? "s3:ListAllMyBuckets" : "s3:GetObject" }, Resources = new[] { Inputs.A ? "arn:aws:s3:::app/*" : "*" } }));
            """,
        ["switch over a stage"] = """
            // Either: 202
            // Named: none
            var action = Inputs.Stage switch { "prod" => "s3:GetObject", _ => "s3:*" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Either", Actions = new[] { action }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { action == "s3:*" ? "s3:GetObject" : action }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["role on a condition"] = """
            // Pass: 205 206
            // Run: none
            var either = Inputs.A ? role : other;
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Pass", Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
            either.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Run", Actions = new[] { "ec2:RunInstances" }, Resources = new[] { "*" } }));
            """,
        ["list that grows on a condition"] = """
            // Either: 203
            // Named: none
            var resources = new List<string> { "arn:aws:s3:::app/*" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = resources.ToArray() }));
            if (Inputs.Count > 2)
            {
                resources.Add("*");
            }

            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Either", Actions = new[] { "s3:GetObject" }, Resources = resources.ToArray() }));
            """,
        ["one array for two statements"] = """
            // Read: 203
            // Write: 203
            var everywhere = new[] { "*" };
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Read", Actions = new[] { "s3:GetObject" }, Resources = everywhere }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Write", Actions = new[] { "s3:PutObject" }, Resources = everywhere }));
            """,
        ["action that passes on a condition"] = """
            // Either: 205
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Either", Actions = new[] { Inputs.A ? "iam:PassRole" : "s3:GetObject" }, Resources = new[] { "*" } }));
            """,
    });
}
