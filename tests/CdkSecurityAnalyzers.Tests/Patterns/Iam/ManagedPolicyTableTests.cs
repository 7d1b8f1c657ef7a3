using IamData;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>What <c>tools/IamData</c> makes of a table of AWS managed policies.</summary>
public sealed class ManagedPolicyTableTests
{
    [Fact]
    public void Only_over_broad_policies_stay_with_their_grants()
    {
        const string table =
            """
            # Derived from somewhere (MIT).
            # name	arn	privesc	passrole_star_unconditioned	service_wildcards_on_star
            ReadOnly	arn:aws:iam::aws:policy/ReadOnly	1	0	
            Queues	arn:aws:iam::aws:policy/service-role/Queues	0	0	sqs:*,SNS:*
            Passing	arn:aws:iam::aws:policy/Passing	0	1	
            Withdrawn		0	1	lambda:*
            Linked	arn:aws:iam::aws:policy/aws-service-role/Linked	1	1	ec2:*

            """;

        Assert.Equal(
            """
            # Made by tools/IamData from a table with this note:
            # Derived from somewhere (MIT).
            @AdministratorAccess
            *
            @Passing
            iam:PassRole
            @PowerUserAccess
            *
            -account:*
            -iam:*
            -organizations:*
            @Withdrawn
            iam:PassRole
            lambda:*
            @service-role/Queues
            sns:*
            sqs:*

            """.ReplaceLineEndings("\n"),
            ManagedPolicyTable.From(table));
    }
}
