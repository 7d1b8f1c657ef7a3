using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators.Policies;

/// <summary>What is synthesized is what the file says.</summary>
public sealed class PolicyTemplateTests
{
    public static TheoryData<string> Statements { get; } =
    [
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"}""",
        """{"Sid":"A","Effect":"Deny","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::b","arn:aws:s3:::a"]}""",
        """{"Effect":"Allow","NotAction":["iam:*","s3:*"],"Resource":"*"}""",
        """{"Effect":"Deny","Action":"*","NotResource":["arn:aws:s3:::a","arn:aws:s3:::${aws:username}"]}""",
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"s3:max-keys":[10,2.5,"x"]},"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["a*","b"],"aws:x":"y"}}}""",
        """{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a"],"Condition":{"StringEquals":{"a":"b"}}}""",
    ];

    public static TheoryData<string> OfResources { get; } =
    [
        """{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":["codebuild.amazonaws.com","codepipeline.amazonaws.com"],"AWS":"arn:aws:iam::111122223333:root"}}""",
        """{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/a"},"Condition":{"StringEquals":{"a:aud":"sts.amazonaws.com"}}}""",
        """{"Effect":"Deny","Action":"sts:AssumeRole","Principal":"*"}""",
        """{"Effect":"Deny","Action":"sts:AssumeRole","Principal":{"AWS":"*"}}""",
        """{"Effect":"Deny","Action":"sts:AssumeRole","NotPrincipal":{"AWS":["111122223333"]}}""",
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Principal":{"CanonicalUser":"0123456789abcdef"}}""",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void AnIdentityHasTheStatement(string statement)
    {
        var roles = Synthesize([("a.policy.json", Document(statement))], "APolicy.AttachTo(role);");

        AssertSame(statement, Assert.Single(Attached(roles))!);
    }

    [Theory]
    [MemberData(nameof(OfResources))]
    public void AResourceHasTheStatement(string statement)
    {
        var template = Synthesize([("a.policy.json", Document(statement))], "role.AssumeRolePolicy!.AddStatements(APolicy.Statements());");

        AssertSame(statement, template["Resources"]!.AsObject().Single(resource => (string?)resource.Value!["Type"] == "AWS::IAM::Role").Value!["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().Last()!);
    }

    [Fact]
    public void AllStatementsAreThereInTheirOrderAndNumber()
    {
        var statements = Statements.Select(row => row.Data).Select(statement => statement.Replace("\"Sid\":\"A\",", "", StringComparison.Ordinal)).ToArray();
        var file = Document(string.Join(",", statements));

        foreach (var attachment in (string[])["APolicy.AttachTo(role);", "new Policy(this, \"P\", new PolicyProps { Document = APolicy.Document(), Roles = new[] { role } });", "foreach (var statement in APolicy.Statements()) role.AddToPolicy(statement);"])
        {
            var attached = Attached(Synthesize([("a.policy.json", file)], attachment));
            Assert.Equal(statements.Length, attached.Count);
            Assert.All(statements.Zip(attached), pair => AssertSame(pair.First, pair.Second!));
        }
    }

    [Fact]
    public void ADocumentIsNotMinimizedThoughTheAppSaysSo()
    {
        var statements = new[] { """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a"}""", """{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::a"}""" };

        var attached = Attached(Synthesize(
            [("a.policy.json", Document(string.Join(",", statements)))],
            "new Policy(this, \"P\", new PolicyProps { Document = APolicy.Document(), Roles = new[] { role } });",
            before: "this.Node.SetContext(\"@aws-cdk/aws-iam:minimizePolicies\", true);\n"));

        Assert.All(statements.Zip(attached), pair => AssertSame(pair.First, pair.Second!));
        Assert.Equal(2, attached.Count);
    }

    [Fact]
    public void PlaceholdersAreFilledIn()
    {
        const string statement = """{"Sid":"${Name}","Effect":"Allow","Action":"${Service}:GetObject","Resource":["arn:${Partition}:s3:${Region}:${Account}:${Name}/*","${Name}"],"Condition":{"StringEquals":{"aws:ResourceTag/${Name}":"${Name}"}}}""";

        var attached = Assert.Single(Attached(Synthesize(
            [("a.policy.json", Document(statement))], "APolicy.AttachTo(role, name: \"Builds\", service: \"s3\", partition: \"aws\", account: \"111122223333\", region: \"eu-central-1\");")));

        AssertSame(
            """{"Sid":"Builds","Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:eu-central-1:111122223333:Builds/*","Builds"],"Condition":{"StringEquals":{"aws:ResourceTag/Builds":"Builds"}}}""",
            attached!);
    }

    [Fact]
    public void WhatEveryStackHasNeedNotBeGiven()
    {
        const string statement = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:${Partition}:s3:${Region}:${Account}:a"}""";

        var attached = Assert.Single(Attached(Synthesize([("a.policy.json", Document(statement))], "APolicy.AttachTo(role);")));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":s3:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":a"]]}"""),
            attached!["Resource"]), attached.ToJsonString());
    }

    [Fact]
    public void AGeneratedPolicyIsReadAsTheCliWritesIt()
    {
        const string response = """
            {
                "jobDetails": { "jobId": "0a1b", "status": "SUCCEEDED", "startedOn": "2026-01-01T00:00:00+00:00" },
                "generatedPolicyResult": {
                    "properties": { "isComplete": true, "principalArn": "arn:aws:iam::111122223333:role/Build" },
                    "generatedPolicies": [
                        { "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::${BucketName}\"}]}" },
                        { "policy": "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"sts:GetCallerIdentity\"],\"Resource\":\"*\"}}" }
                    ]
                }
            }
            """;

        var attached = Attached(Synthesize([("test-build.policy.json", response)], "TestBuildPolicy.AttachTo(role, \"widgets\");"));

        Assert.Equal(2, attached.Count);
        AssertSame("""{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::widgets"}""", attached[0]!);
        AssertSame("""{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}""", attached[1]!);
    }

    private static string Document(string statements) => $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";

    private static JsonNode Synthesize(IReadOnlyList<(string Name, string Text)> files, string statements, string before = "") =>
        Synthesis.Template(
            TestProgram.InStack(before + "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new AccountRootPrincipal() });\n" + statements),
            new ProgramOptions { AdditionalFiles = files });

    /// <summary>The statements of the only policy.</summary>
    private static JsonArray Attached(JsonNode template) =>
        template["Resources"]!.AsObject().Single(resource => (string?)resource.Value!["Type"] == "AWS::IAM::Policy").Value!["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();

    /// <summary>In IAM a list of one element is that element.</summary>
    private static void AssertSame(string statement, JsonNode synthesized) =>
        Assert.True(JsonNode.DeepEquals(Plain(JsonNode.Parse(statement)!), Plain(synthesized.DeepClone())), $"Expected {statement}, but it is {synthesized.ToJsonString()}.");

    private static JsonNode? Plain(JsonNode? node) =>
        node switch
        {
            JsonArray { Count: 1 } list => Plain(list[0]?.DeepClone()),
            JsonArray list => new JsonArray([.. list.Select(element => Plain(element?.DeepClone()))]),
            JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Plain(member.Value?.DeepClone())))),
            _ => node?.DeepClone(),
        };
}
