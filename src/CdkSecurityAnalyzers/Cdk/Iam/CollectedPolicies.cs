using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Collects what one moment of the program says about permissions, in one world.</summary>
internal sealed class CollectedPolicies(World world, DocumentRenderer documents)
{
    private readonly ImmutableArray<HeldStatement>.Builder statements = ImmutableArray.CreateBuilder<HeldStatement>();
    private readonly ImmutableArray<AttachedManagedPolicy>.Builder managed = ImmutableArray.CreateBuilder<AttachedManagedPolicy>();

    /// <summary>What was collected; nothing when the CDK throws on it.</summary>
    public PolicyFacts ToFacts() => documents.Fails ? PolicyFacts.None : new PolicyFacts(statements.ToImmutable(), managed.ToImmutable());

    /// <param name="holders">The roles, users and groups that have the statements.</param>
    /// <param name="construct">What makes them a part of the template; null when they leave without it.</param>
    public void Add(IEnumerable<PolicyStatement> decoded, ImmutableArray<object> holders, Site? construct)
    {
        foreach (var statement in decoded)
        {
            statements.Add(new HeldStatement(statement with { Construct = construct }, holders));
        }
    }

    /// <summary>Adds a managed policy that is attached by the ARN in an entry.</summary>
    /// <param name="holder">Who has it; null when that is not known.</param>
    public void AddManaged(PolicyEntry arn, object? holder, Site construct) =>
        managed.Add(new AttachedManagedPolicy(arn, IsArn: true) { Construct = construct, Holder = holder });

    /// <summary>Adds the managed policies in a value that are named.</summary>
    /// <param name="holder">Who has them; null when that is not known.</param>
    public void AddManaged(Binding policies, object? holder, Site? construct, bool isLeaving)
    {
        var resolved = world.Resolve(policies);
        if (resolved.Value is SequenceValue sequence)
        {
            foreach (var element in world.Elements(sequence).Elements)
            {
                AddManaged(element, holder, construct, isLeaving);
            }

            return;
        }

        if (
            resolved.Value is CallValue call
            && PolicyValues.IsNamedPolicy(call)
            && call.Arguments.FirstOrDefault(argument => argument.Parameter.Name is "managedPolicyName" or "managedPolicyArn")
                is { Parameter: not null } name
        )
        {
            var binding = world.Resolve(name.Binding);
            var entry = new PolicyEntry(documents.Texts.Render(binding.Value), binding, Spelling.Policy);
            managed.Add(
                new AttachedManagedPolicy(entry, call.Method.Name == "FromManagedPolicyArn")
                {
                    Construct = construct,
                    Holder = holder,
                    IsLeaving = isLeaving,
                }
            );
        }
    }
}
