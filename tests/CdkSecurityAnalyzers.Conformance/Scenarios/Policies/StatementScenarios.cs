using static CdkSecurityAnalyzers.Conformance.Scenarios.Policies.PolicyText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Ways to spell a statement.</summary>
internal static class StatementScenarios
{
    public static IReadOnlyDictionary<string, string> All { get; } = WithRoles(new()
    {
        ["props with arrays"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
        ["collection expressions"] = """
            // Open: 203
            // Named: none
            string[] actions = ["s3:PutObject", "s3:GetObject"];
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = [.. actions], Resources = ["*"] }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = actions, Resources = ["arn:aws:s3:::app/*"] }));
            """,
        ["target-typed new"] = """
            // Open: 202
            // Named: none
            PolicyStatement open = new(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:*" }, Resources = new[] { "arn:aws:s3:::app" } });
            PolicyStatement named = new(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:ListBucket" }, Resources = new[] { "arn:aws:s3:::app" } });
            role.AddToPolicy(open);
            role.AddToPolicy(named);
            """,
        ["props assigned one by one"] = """
            // Open: 201
            // Named: none
            var given = new PolicyStatementProps();
            given.Sid = "Open";
            given.Actions = new[] { "*" };
            given.Resources = new[] { "*" };
            role.AddToPolicy(new PolicyStatement(given));
            given.Sid = "Named";
            given.Actions = new[] { "sqs:SendMessage" };
            given.Resources = new[] { "arn:aws:sqs:eu-west-1:111122223333:jobs" };
            role.AddToPolicy(new PolicyStatement(given));
            """,
        ["statement built by its methods"] = """
            // Open: 203
            // Named: none
            var open = new PolicyStatement { Sid = "Open" };
            open.AddActions("dynamodb:PutItem", "dynamodb:GetItem");
            open.AddAllResources();
            var named = new PolicyStatement { Sid = "Named" };
            named.AddActions("dynamodb:PutItem", "dynamodb:GetItem");
            named.AddResources("arn:aws:dynamodb:eu-west-1:111122223333:table/Jobs");
            role.AddToPolicy(open);
            role.AddToPolicy(named);
            """,
        ["statement of JSON"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object>
            {
                ["Sid"] = "Open", ["Effect"] = "Allow", ["Action"] = new[] { "sns:Publish" }, ["Resource"] = "*",
            }));
            role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object>
            {
                ["Sid"] = "Named", ["Effect"] = "Allow", ["Action"] = "sns:Publish", ["Resource"] = new[] { "arn:aws:sns:eu-west-1:111122223333:news" },
            }));
            """,
        ["statement of JSON with an entry for each line"] = """
            // Open: 202
            // Denied: none
            var open = new Dictionary<string, object>();
            open.Add("Sid", "Open");
            open.Add("Effect", "Allow");
            open.Add("Action", "sqs:*");
            open.Add("Resource", "*");
            role.AddToPolicy(PolicyStatement.FromJson(open));
            var denied = new Dictionary<string, object>(open) { ["Sid"] = "Denied", ["Effect"] = "Deny" };
            role.AddToPolicy(PolicyStatement.FromJson(denied));
            """,
        ["document of JSON"] = $$"""
            // Open: 203
            // Named: none
            var document = PolicyDocument.FromJson({{Document(Written("Open", "lambda:InvokeFunction", "*"), Written("Named", "lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:job"))}});
            new ManagedPolicy(this, "Jobs", new ManagedPolicyProps { Document = document, Roles = new[] { role } });
            """,
        ["copies"] = """
            // Open: 203
            // Named: none
            // Denied: none
            var open = new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } });
            role.AddToPolicy(open.Copy());
            role.AddToPolicy(open.Copy(new PolicyStatementProps { Sid = "Named", Resources = new[] { "arn:aws:s3:::app/*" } }));
            role.AddToPolicy(open.Copy(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY }));
            """,
        ["frozen statement"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { "ssm:GetParameter" }, Resources = new[] { "*" } }).Freeze());
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "ssm:GetParameter" }, Resources = new[] { "arn:aws:ssm:eu-west-1:111122223333:parameter/app" } }).Freeze());
            """,
        ["class of one's own for props"] = """
            // Open: 203
            // Named: none
            role.AddToPolicy(new PolicyStatement(new Reading("Open", "*")));
            role.AddToPolicy(new PolicyStatement(new Reading("Named", "arn:aws:s3:::app/*")));
            ---
            ---
            class Reading : PolicyStatementProps
            {
                public Reading(string id, string resource)
                {
                    Sid = id;
                    Actions = new[] { "s3:GetObject" };
                    Resources = new[] { resource };
                }
            }
            """,
        ["class of one's own for statements"] = """
            // Build: 203
            role.AddToPolicy(new Reading("*"));
            other.AddToPolicy(new Reading("arn:aws:s3:::app/*"));
            ---
            ---
            class Reading : PolicyStatement
            {
                public Reading(string resource) : base(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { resource } })
                {
                }
            }
            """,
        ["constants of another file"] = """
            // Open: 202
            // Named: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { Names.Everything }, Resources = Names.Anywhere }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { Names.One }, Resources = Names.Here }));
            ---
            ---
            static class Names
            {
                public const string Service = "kinesis";
                public const string Everything = Service + ":*";
                public const string One = Service + ":PutRecord";
                public static readonly string[] Anywhere = { "*" };
                public static string[] Here => new[] { $"arn:aws:{Service}:eu-west-1:111122223333:stream/jobs" };
            }
            """,
        ["actions that are put together"] = """
            // Open: 203
            // Named: none
            string Of(string service, string name) => $"{service}:{name}";
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Actions = new[] { Of("s3", "GetObject") }, Resources = new[] { string.Concat("", "*") } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { Of("s3", "ListAllMyBuckets") }, Resources = new[] { "*" } }));
            """,
        ["effect that is said"] = """
            // Open: 203
            // Denied: none
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Effect = Effect.ALLOW, Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Effect.DENY, Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }));
            """,
        ["effect that is computed"] = """
            // Open: 201
            // Denied: none
            Effect Of(bool allows) => allows ? Effect.ALLOW : Effect.DENY;
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Open", Effect = Of(true), Actions = new[] { "*" }, Resources = new[] { "*" } }));
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Denied", Effect = Of(false), Actions = new[] { "*" }, Resources = new[] { "*" } }));
            """,
        ["effect of JSON on a condition"] = """
            // Either: 201
            // Denied: none
            role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object> { ["Sid"] = "Either", ["Effect"] = Inputs.A ? "Allow" : "Deny", ["Action"] = "*", ["Resource"] = "*" }));
            role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object> { ["Sid"] = "Denied", ["Effect"] = "De" + "ny", ["Action"] = "*", ["Resource"] = "*" }));
            """,
        ["statements that nobody takes"] = """
            // Named: none
            var unused = new PolicyStatement(new PolicyStatementProps { Sid = "Unused", Actions = new[] { "*" }, Resources = new[] { "*" } });
            var document = new PolicyDocument();
            document.AddStatements(unused);
            new Policy(this, "Unattached", new PolicyProps { Statements = new[] { unused } });
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Sid = "Named", Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::app/*" } }));
            """,
    });
}
