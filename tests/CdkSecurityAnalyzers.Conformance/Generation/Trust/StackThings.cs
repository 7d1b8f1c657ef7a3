namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>The roles, buckets and networks that the projects of a stack may have in common: expressions that stand for them in its constructor.</summary>
/// <param name="block">The constructor.</param>
internal sealed class StackThings(Block block, Choices choices)
{
    public const string Bucket = "Amazon.CDK.AWS.S3.IBucket";

    /// <summary>Roles that the program does not make. Those that it knows by name only have other names.</summary>
    public static readonly string[] RoleArns = ["arn:aws:iam::111122223333:role/release", "arn:aws:iam::111122223333:role/pulls"];

    private const string Ec2 = "Amazon.CDK.AWS.EC2.";

    private readonly List<string> members = [];
    private readonly List<string> roles = [];

    /// <summary>Roles, made here or elsewhere.</summary>
    public IReadOnlyList<string> Roles => roles;

    /// <summary>Those that a pipeline may have: where it is in another account than its roles, the CDK asks for a key.</summary>
    public List<string> PipelineRoles { get; } = [];

    /// <summary>Those that the stack makes or imports, so that it may give them something.</summary>
    public List<string> OwnRoles { get; } = [];

    /// <summary>Buckets for caches: what is kept there nobody is granted otherwise.</summary>
    public List<string> CacheBuckets { get; } = [];

    /// <summary>Buckets that projects are granted to write and to read.</summary>
    public List<string> DataBuckets { get; } = [];

    public string? Repository { get; private set; }

    public string? Network { get; private set; }

    public List<string> SecurityGroups { get; } = [];

    /// <summary>The variables that hold L2 projects.</summary>
    public List<string> Projects { get; } = [];

    /// <summary>Those of them whose resource is left as it is: the commands of others are not known.</summary>
    public List<string> PlainProjects { get; } = [];

    /// <summary>Members of the class.</summary>
    public string Members => string.Join(' ', members);

    public static string NewRole(string id, string more = "") => $"new Role(this, {id}, new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"){more} }})";

    /// <summary>Takes a role that somebody else makes.</summary>
    public void Take(string role)
    {
        roles.Add(role);
        PipelineRoles.Add(role);
    }

    /// <summary>The things of a construct, or of a method, that is given some.</summary>
    public static StackThings Inside(Block inner, Choices own, IEnumerable<string> givenRoles, IEnumerable<string> givenBuckets)
    {
        var things = new StackThings(inner, own);
        things.roles.AddRange(givenRoles);
        things.CacheBuckets.AddRange(givenBuckets);
        return things;
    }

    /// <summary>The same things where a branch or a loop makes projects of its own.</summary>
    public StackThings InBranch(Block inner)
    {
        var things = new StackThings(inner, choices) { Repository = Repository, Network = Network };
        things.roles.AddRange(roles);
        things.PipelineRoles.AddRange(PipelineRoles);
        things.CacheBuckets.AddRange(CacheBuckets);
        things.DataBuckets.AddRange(DataBuckets);
        things.SecurityGroups.AddRange(SecurityGroups);
        return things;
    }

    public void Make(int number)
    {
        var count = 0;
        choices.Many(1, 2, role =>
        {
            MakeRole(role, $"{number}N{++count}");
            return true;
        });
        MakeCacheBuckets(number);
        if (choices.Chance(35))
        {
            DataBuckets.Add(block.Local("var", $"new Amazon.CDK.AWS.S3.Bucket(this, \"Data{number}\", new Amazon.CDK.AWS.S3.BucketProps {{ Versioned = true }})"));
        }

        if (choices.Chance(15))
        {
            Repository = block.Local("var", $"new Amazon.CDK.AWS.ECR.Repository(this, \"Repository{number}\")");
        }

        if (choices.Chance(25))
        {
            Network = block.Local(
                "var", $"{Ec2}Vpc.FromVpcAttributes(this, \"Vpc{number}\", new {Ec2}VpcAttributes {{ VpcId = \"vpc-1\", AvailabilityZones = new[] {{ \"a\" }}, PrivateSubnetIds = new[] {{ \"subnet-1\" }} }})");
            SecurityGroups.Add(block.Local("var", NewGroup($"Open{number}", "")));
            SecurityGroups.Add(block.Local("var", NewGroup($"Closed{number}", ", AllowAllOutbound = " + new WantedBoolean(value: false).Say(choices, block))));
            if (choices.Chance(30))
            {
                MakeGroupWithRule(number);
            }
        }
    }

    private void MakeGroupWithRule(int number)
    {
        var group = block.Local("var", choices.OneOf(
            NewGroup($"Apart{number}", ", AllowAllOutbound = false, DisableInlineRules = true"),
            $"{Ec2}SecurityGroup.FromSecurityGroupId(this, \"Apart{number}\", \"sg-12345678\", new {Ec2}SecurityGroupImportOptions {{ AllowAllOutbound = false }})"));
        SecurityGroups.Add(group);
        var port = Ec2 + choices.OneOf("Port.AllTraffic()", "Port.Tcp(443)");
        block.Add(choices.OneOf($"{group}.AddEgressRule({Ec2}Peer.AnyIpv4(), {port});", $"{group}.Connections.AllowToAnyIpv4({port});", $"{group}.AddEgressRule({Ec2}Peer.Ipv4(\"10.0.0.0/8\"), {port});"));
    }

    private string NewGroup(string id, string more) => $"new {Ec2}SecurityGroup(this, \"{id}\", new {Ec2}SecurityGroupProps {{ Vpc = {Network}{more} }})";

    private void MakeCacheBuckets(int number)
    {
        if (!choices.Chance(55))
        {
            return;
        }

        var count = 0;
        CacheBuckets.AddRange(choices.Many(1, 2, bucket =>
        {
            var id = $"\"Cache{number}N{++count}\"";
            return block.Local(Bucket, bucket.OneWay(
                () => $"new Amazon.CDK.AWS.S3.Bucket(this, {id})",
                () => $"new Amazon.CDK.AWS.S3.Bucket(this, {id})",
                () => $"Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, {id}, {Name(bucket, ["cache-a", "cache-b"])})"));
        }));
    }

    private string Name(Choices part, string[] pool) => WantedText.OneOf(part, pool).Say(part, block);

    private void MakeRole(Choices part, string number)
    {
        var id = $"\"Role{number}\"";
        switch (part.Next(9))
        {
            case 1:
                var field = block.Program.NewName("role");
                members.Add($"private readonly IRole {field};");
                block.Add($"{field} = {NewRole(id)};");
                Add(field);
                break;
            case 2:
                var property = block.Program.NewName("Role");
                members.Add($"private IRole {property} {{ get; set; }} = null!;");
                block.Add($"this.{property} = {NewRole(id)};");
                Add($"this.{property}");
                break;
            case 3:
                var shared = block.Program.AddStaticClass(part, "public static Role Make(Construct scope, string id) => new Role(scope, id, new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });");
                Add(block.Local("IRole", $"{shared}.Make(this, {id})"));
                break;
            case 4:
                Add(block.Local("var", $"Amazon.CDK.AWS.IAM.Role.FromRoleName(this, {id}, {Name(part, ["build", "test"])})"));
                break;
            case 5:
                roles.Add(block.Local("var", $"Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, {id}, {Name(part, RoleArns)}{(part.Chance(20) ? ", new FromRoleArnOptions { Mutable = false }" : "")})"));
                OwnRoles.Add(roles[^1]);
                break;
            case 6:
                Add(block.Local("IRole", NewRole(id, $", PermissionsBoundary = {new WantedManagedPolicy(WantedText.Fixed("ReadOnlyAccess")).Say(part, block)}")));
                break;
            case 7:
                Add(block.Local("IRole", NewRole(id, $", ManagedPolicies = new[] {{ {new WantedManagedPolicy(new WantedText("AdministratorAccess", ["AWSCodeBuildReadOnlyAccess"])).Say(part, block)} }}")));
                break;
            default:
                Add(block.Local("IRole", NewRole(id)));
                break;
        }
    }

    private void Add(string role)
    {
        Take(role);
        OwnRoles.Add(role);
    }
}
