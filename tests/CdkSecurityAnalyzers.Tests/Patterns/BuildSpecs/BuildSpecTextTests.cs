using CdkSecurityAnalyzers.Patterns.BuildSpecs;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.BuildSpecs;

public sealed class BuildSpecTextTests
{
    [Fact]
    public void The_variables_of_a_block_mapping() =>
        Assert.Equal(
            ["PLAIN=a b", "SINGLE=c # d", "DOUBLE=e: f", "URL=https://h/#x", "QUOTED_KEY=1"],
            Read(
                """
                version: 0.2
                # variables: of a comment
                env:
                  shell: bash
                  secrets-manager:
                    TOKEN: codebuild/token
                  variables:
                    # a comment
                    PLAIN: a b   # why
                    SINGLE: 'c # d'
                    DOUBLE: "e: f"

                    URL: https://h/#x
                    "QUOTED_KEY": 1
                    BLOCK: |
                      NO: line
                    LIST:
                      - A: b
                    ALIAS: *other
                  exported-variables:
                    - PLAIN
                phases:
                  build:
                    variables:
                      NOT: a variable
                    commands:
                      - echo "env:"
                """).Where(variable => variable != "NO=line"));

    [Theory]
    [InlineData("env: { variables: { A: b, \"C\": \"d, e\", F: [1, \"]\"], G: h } }", "A=b", "C=d, e", "G=h")]
    [InlineData("env:\n  variables: { A: b }\n  parameter-store: { C: d }", "A=b")]
    [InlineData("{\"version\":\"0.2\",\"env\":{\"variables\":{\"A\":\"b\",\"C\":1}},\"phases\":{\"build\":{\"commands\":[\"env\",\"{\"]}}}", "A=b", "C=1")]
    [InlineData("env:\r\n  variables:\r\n    A: b\r\n", "A=b")]
    [InlineData("env:\n    variables:\n        A: b", "A=b")]
    public void Other_ways_to_write_them(string text, params string[] expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("env:")]
    [InlineData("{")]
    [InlineData("{\"env\":{\"variables\":{\"A")]
    [InlineData("{\"env\":{\"variables\":{\"A\\")]
    [InlineData("env: {variables: [[[[")]
    [InlineData("buildspec.yml")]
    [InlineData("variables:\n  A: b")]
    [InlineData("phases:\n  env:\n    variables:\n      A: b")]
    [InlineData("env:\n  secrets-manager:\n    A: b")]
    [InlineData("env:\n  variables:\n    - A: b")]
    [InlineData("env:\n  variables:\n    A: 'open")]
    [InlineData("env:\n  variables:\n    A: &anchor b")]
    public void No_variables(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Whatever_is_cut_off_is_read()
    {
        const string Text = "{\"env\": {variables: {\"A\": \"b\\\"\", C: [1, {\"d\": 2}], 'E': f}}, x: 1}";

        Assert.All(Enumerable.Range(0, Text.Length), length => Assert.NotNull(Read(Text[..length]).ToList()));
        Assert.All(Enumerable.Range(0, Text.Length), start => Assert.NotNull(Read("env:\n variables: " + Text[start..]).ToList()));
    }

    private static IEnumerable<string> Read(string text) => BuildSpecText.Variables(text).Select(variable => $"{variable.Name}={variable.Value}");
}
