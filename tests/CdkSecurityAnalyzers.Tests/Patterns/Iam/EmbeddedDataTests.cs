using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Patterns.Iam;
using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>The committed tables: in order, well-formed, and found in full by the reader.</summary>
public sealed partial class EmbeddedDataTests
{
    private static string Actions => Read("iam-actions.txt");

    private static string ManagedPolicies => Read("aws-managed-policies.txt");

    [Fact]
    public void Tables_are_ascii_with_a_note_and_end_with_a_line_end()
    {
        Assert.All([Actions, ManagedPolicies], table =>
        {
            Assert.True(table.All(char.IsAscii));
            Assert.StartsWith("# Made by tools/IamData from ", table, StringComparison.Ordinal);
            Assert.EndsWith("\n", table, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n", table, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_licence_is_kept_with_the_actions()
    {
        Assert.Contains("# Copyright (c) 2024 Act Security\n", Actions, StringComparison.Ordinal);
        Assert.Contains("The above copyright notice and this permission notice shall be included in all", Actions, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_are_in_order_and_well_formed()
    {
        var sections = Sections(Actions);

        AssertAscending(sections.Select(section => section.Name));
        Assert.All(sections, section =>
        {
            Assert.Matches("^[a-z0-9-]+$", section.Name);
            Assert.All(section.Lines.Where(line => line[0] != '='), line => Assert.Matches("^[-?|+][lrwtp] [A-Za-z][A-Za-z0-9-]*$", line));
            Assert.All(section.Lines.Where(line => line[0] == '='), line => Assert.DoesNotMatch(@"\$|=.*=|<[^>]*$", line));
            AssertAscending(section.Lines.Where(line => line[0] == '='));
            foreach (var group in Groups(section.Lines))
            {
                AssertAscending(group.Select(line => line[3..]));
            }

            var names = section.Lines.Where(line => line[0] != '=').Select(line => line[3..]).ToList();
            Assert.NotEmpty(names);
            Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Managed_policies_are_in_order_and_well_formed()
    {
        var sections = Sections(ManagedPolicies);

        AssertAscending(sections.Select(section => section.Name));
        Assert.All(sections, section =>
        {
            Assert.Matches("^[A-Za-z0-9_/+=,.@-]+$", section.Name);
            Assert.NotEmpty(section.Lines);
            Assert.All(section.Lines, line => Assert.Matches(@"^(\*|-?[a-z0-9]+[a-z0-9-]*:\*|iam:PassRole)$", line));
            AssertAscending(section.Lines);
        });
    }

    [Fact]
    public void Every_action_in_the_table_is_found()
    {
        Assert.All(Sections(Actions), section =>
        {
            var service = IamActionData.Find(section.Name.ToUpperInvariant());

            Assert.NotNull(service);
            Assert.Equal(section.Name, service.Prefix);
            Assert.Equal(section.Lines.Count(line => line[0] == '='), service.Arns.Length);
            Assert.Equal(section.Lines.Count(line => line[0] != '='), service.Actions.Length);
            Assert.All(section.Lines.Where(line => line[0] != '='), line => Assert.Equal(line[3..], service.Find(line[3..].ToUpperInvariant())?.Name));
        });
    }

    [Fact]
    public void Every_policy_in_the_table_is_found()
    {
        Assert.All(Sections(ManagedPolicies), section =>
        {
            Assert.Equal(section.Name, ManagedPolicyData.Find(section.Name)?.Name);
            Assert.Equal(section.Name, ManagedPolicyData.Find($"arn:aws-cn:iam::aws:policy/{section.Name}")?.Name);
        });
    }

    [Fact]
    public void Threads_that_ask_at_once_get_the_same_answer()
    {
        string[] prefixes = ["ssm", "glue", "ecs", "kms", "sns", "nowhere"];

        var answers = Enumerable.Range(0, 60).AsParallel().WithDegreeOfParallelism(6).Select(index => (Index: index, Service: IamActionData.Find(prefixes[index % prefixes.Length]))).ToList();

        Assert.All(answers, answer => Assert.Same(IamActionData.Find(prefixes[answer.Index % prefixes.Length]), answer.Service));
    }

    /// <summary>The table has more than 600 KB; what a look-up allocates depends on its own service.</summary>
    [Fact]
    public void A_look_up_reads_its_own_service_only()
    {
        EmbeddedTable.ReadSection(EmbeddedTable.Actions, "sqs");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var section = EmbeddedTable.ReadSection(EmbeddedTable.Actions, "sqs");

        Assert.NotNull(section);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000);
    }

    private static string Read(string file) => Repository.Read("src", "CdkSecurityAnalyzers", "Patterns", "Iam", "Data", file);

    private static List<(string Name, List<string> Lines)> Sections(string table) =>
    [
        .. Section().Matches(table).Select(section => (section.Groups["name"].Value, section.Groups["line"].Captures.Select(line => line.Value).ToList())),
    ];

    /// <summary>The actions of no ARN, and those of each.</summary>
    private static IEnumerable<List<string>> Groups(List<string> lines)
    {
        List<string> group = [];
        foreach (var line in lines)
        {
            if (line[0] == '=')
            {
                yield return group;
                group = [];
            }
            else
            {
                group.Add(line);
            }
        }

        yield return group;
    }

    private static void AssertAscending(IEnumerable<string> texts)
    {
        var list = texts.ToList();
        Assert.Equal(list.Distinct().Order(StringComparer.Ordinal), list);
    }

    [GeneratedRegex(@"^@(?<name>[^\n]*)\n(?:(?<line>[^@\n][^\n]*)\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
