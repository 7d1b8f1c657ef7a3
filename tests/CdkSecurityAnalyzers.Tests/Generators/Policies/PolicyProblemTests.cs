using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators.Policies;

/// <summary>A mistake in a policy file is told at its line and column.</summary>
public sealed class PolicyProblemTests
{
    private const string Rest = "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::a/b\"";

    [Theory]
    // JSON.
    [InlineData("{\n  \"Version\": ‹'›2012-10-17'\n}", "a value is missing here")]
    [InlineData("‹›", "a value is missing here")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"}]‹›", "a comma or '}' is missing here")]
    // Documents.
    [InlineData("‹[]›", "a policy is an object with the element 'Statement'")]
    [InlineData("‹{›}", "the policy has no element 'Statement'")]
    [InlineData("{\"Statement\":‹[]›}", "'Statement' is a statement or a list of statements")]
    [InlineData("{\"Statement\":‹\"Allow\"›}", "'Statement' is a statement or a list of statements")]
    [InlineData("{\"Statement\":[‹1›]}", "a statement is an object")]
    [InlineData("{\"Version\":‹\"2008-10-17\"›,\"Statement\":{\"Effect\":\"Allow\"," + Rest + "}}", "the version has to be \"2012-10-17\", which is what the CDK writes")]
    [InlineData("{\"Version\":‹2012›,\"Statement\":{\"Effect\":\"Allow\"," + Rest + "}}", "the version has to be \"2012-10-17\", which is what the CDK writes")]
    [InlineData("{‹\"version\"›:\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\"," + Rest + "}}", "'version' is no element of a policy; did you mean 'Version'?")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\"," + Rest + "},‹\"Statement\"›:[]}", "'Statement' is there twice")]
    // Statements.
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\"," + Rest + ",‹\"Actions\"›:[]}}", "'Actions' is no element of a statement; did you mean 'Action'?")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\"," + Rest + ",‹\"Purpose\"›:\"\"}}", "'Purpose' is no element of a statement")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\"," + Rest + ",‹\"Resource\"›:[]}}", "'Resource' is there twice")]
    [InlineData("{\"Statement\":‹{›" + Rest + "}}", "the statement has no element 'Effect'")]
    [InlineData("{\"Statement\":{\"Effect\":‹\"allow\"›," + Rest + "}}", "'Effect' is \"Allow\" or \"Deny\"")]
    [InlineData("{\"Statement\":{\"Effect\":‹true›," + Rest + "}}", "'Effect' is \"Allow\" or \"Deny\"")]
    [InlineData("{\"Statement\":{\"Sid\":‹1›,\"Effect\":\"Allow\"," + Rest + "}}", "'Sid' is a text")]
    [InlineData("{\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\"," + Rest + "},{\"Sid\":‹\"A\"›,\"Effect\":\"Allow\"," + Rest + "}]}", "another statement has the id 'A' already")]
    [InlineData("{\"Statement\":[‹{›\"Effect\":\"Allow\",\"Resource\":\"*\"}]}", "the statement has no element 'Action'")]
    [InlineData("{\"Statement\":[‹{›\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\"}]}", "the statement has no element 'Resource'")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",‹\"NotAction\"›:\"s3:PutObject\"}]}", "a statement has either 'Action' or 'NotAction'")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"NotResource\":\"*\",\"Action\":\"s3:GetObject\",‹\"Resource\"›:\"*\"}]}", "a statement has either 'Resource' or 'NotResource'")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":‹[]›,\"Resource\":\"*\"}]}", "'Action' lists nothing")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":‹{}›,\"Resource\":\"*\"}]}", "'Action' is a text or a list of texts")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",‹null›],\"Resource\":\"*\"}]}", "'Action' lists texts")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":‹\"s3\"›,\"Resource\":\"*\"}]}", "'s3' is no action, such as s3:GetObject")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\",‹\"s3:Get?bject\"›],\"Resource\":\"*\"}]}", "the CDK refuses the action 's3:Get?bject': its only wildcard is *")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"NotAction\":‹\"s3:\"›,\"Resource\":\"*\"}]}", "'s3:' is no action, such as s3:GetObject")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":[‹[\"\"]›]}]}", "'Resource' lists texts")]
    // Principals.
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":‹\"ec2\"›}]}", "'Principal' is \"*\" or an object with 'AWS', 'Federated', 'Service', 'CanonicalUser'")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":‹{}›}]}", "'Principal' is \"*\" or an object with 'AWS', 'Federated', 'Service', 'CanonicalUser'")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{‹\"aws\"›:\"*\"}}]}", "'aws' is no element of 'Principal'; did you mean 'AWS'?")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":[‹1›]}}]}", "'AWS' lists texts")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":\"*\",‹\"NotPrincipal\"›:\"*\"}]}", "a statement has either 'Principal' or 'NotPrincipal'")]
    // Conditions.
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":‹[]›}]}", "'Condition' is an object: operators, and for each the keys that it compares")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":{\"Bool\":‹true›}}]}", "'Bool' is an object: keys, and what each is compared with")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":{\"Bool\":{\"a\":‹null›}}}]}", "'a' is compared with texts, numbers, true or false")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":{\"Bool\":{\"a\":[1,‹{}›]}}}]}", "'a' is compared with texts, numbers, true or false")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":{‹\"StringEqual\"›:{\"a\":\"b\"}}}]}", "'StringEqual' is no operator of conditions; did you mean 'StringEquals'?")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + ",\"Condition\":{\"Bool\":{\"a\":true,‹\"a\"›:false}}}]}", "'a' is there twice")]
    // Placeholders.
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":[\"arn:aws:s3:::${BucketName}\",‹\"arn:aws:s3:::${bucket-name}\"›]}]}", "'${bucket-name}' and '${BucketName}' would be the same parameter 'bucketName': spell both alike")]
    // What the CLI writes.
    [InlineData("{\"jobDetails\":{\"status\":\"IN_PROGRESS\"},\"generatedPolicyResult\":‹{\"generatedPolicies\":[]}›}", "the response has no policy: the job is IN_PROGRESS")]
    [InlineData("‹{\"jobDetails\":{\"status\":\"SUCCEEDED\"}}›", "the response has no policy")]
    [InlineData("{\"generatedPolicyResult\":{\"generatedPolicies\":[‹{\"policy\":{}}›]}}", "a generated policy is an object whose 'policy' is a string with the policy")]
    [InlineData("""{"generatedPolicyResult":{"generatedPolicies":[{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:\u0047etObject\",‹\"s3\"›],\"Resource\":\"*\"}]}"}]}}""", "'s3' is no action, such as s3:GetObject")]
    [InlineData("""{"generatedPolicyResult":{"generatedPolicies":[{"policy":"{\n\"Statement\":‹}›"}]}}""", "a value is missing here")]
    [InlineData("\"{\\\"Statement\\\":‹1›}\"", "'Statement' is a statement or a list of statements")]
    public void AMistakeIsToldAtItsPlace(string markup, string message)
    {
        foreach (var text in (string[])[markup, "\n\r\n  " + markup])
        {
            var file = new MarkedFile("build.policy.json", text);

            file.AssertMarked(GeneratedCode.Of([(file.Name, file.Text)], CdkLibrary.Newest).Problems, $"'build.policy.json': {message}");
        }
    }

    [Fact]
    public void AStatementWithAMistakeIsLeftOutAndTheOthersAreKept()
    {
        var made = GeneratedCode.Of(
            [("build.policy.json", "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3\",\"Resource\":\"*\"},{\"Effect\":\"Deny\"," + Rest + "}]}")], CdkLibrary.Newest);

        Assert.Single(made.Problems);
        Assert.Contains("\"Deny\"", made.Single, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Allow\"", made.Single, StringComparison.Ordinal);
        Assert.Empty(made.Errors);
    }

    [Theory]
    [InlineData("{\"Effect\":\"Deny\",\"Action\":\"s3\",\"Resource\":\"*\"}")]
    [InlineData("{\"Effect\":\"deny\"," + Rest + "}")]
    [InlineData("{" + Rest + "}")]
    [InlineData("{\"Effect\":\"Deny\"," + Rest + ",\"Condition\":{\"Bool\":{\"a\":null}}}")]
    public void WithoutWhatMayDenyNothingIsMadeOfTheFileBecauseTheRestWouldAllowMore(string statement)
    {
        var made = GeneratedCode.Of([("build.policy.json", "{\"Statement\":[{\"Effect\":\"Allow\"," + Rest + "}," + statement + "]}")], CdkLibrary.Newest);

        Assert.Single(made.Problems);
        Assert.Empty(made.Files);
    }

    [Fact]
    public void EveryMistakeIsTold()
    {
        var file = new MarkedFile("build.policy.json", "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[‹\"s3\"›,‹1›],\"Resource\":‹2›},‹3›]}");

        file.AssertMarked(
            GeneratedCode.Of([(file.Name, file.Text)], library: null).Problems,
            "'build.policy.json': 's3' is no action, such as s3:GetObject",
            "'build.policy.json': 'Action' lists texts",
            "'build.policy.json': 'Resource' is a text or a list of texts",
            "'build.policy.json': a statement is an object");
    }

    [Theory]
    [InlineData("policy.json")]
    [InlineData("build.policy.json.bak")]
    [InlineData("buildpolicy.json")]
    public void OtherFilesAreNone(string name)
    {
        var made = GeneratedCode.Of([(name, "{")], CdkLibrary.Newest);

        Assert.Empty(made.Problems);
        Assert.Empty(made.Files);
    }
}
