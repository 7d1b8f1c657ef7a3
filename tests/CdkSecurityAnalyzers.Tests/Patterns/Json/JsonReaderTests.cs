using System.Text.Json;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Patterns.Json;
using Xunit;
using JsonArray = CdkSecurityAnalyzers.Patterns.Json.JsonArray;
using JsonObject = CdkSecurityAnalyzers.Patterns.Json.JsonObject;
using JsonValue = CdkSecurityAnalyzers.Patterns.Json.JsonValue;

namespace CdkSecurityAnalyzers.Tests.Patterns.Json;

/// <summary>The reader accepts what RFC 8259 defines and nothing else, and tells where a text goes wrong.</summary>
public class JsonReaderTests
{
    public static TheoryData<string> Valid { get; } =
    [
        .. JsonConformance.Valid,
        Nested('[', ']', JsonReader.DepthLimit),
        string.Concat(Enumerable.Repeat("{\"a\":", JsonReader.DepthLimit)) + "1" + new string('}', JsonReader.DepthLimit),
    ];

    public static TheoryData<string> Invalid { get; } =
    [
        .. JsonConformance.Invalid.Select(document => document.Text),
        Nested('[', ']', JsonReader.DepthLimit + 1),
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
    ];

    public static TheoryData<string, string> Places { get; } =
        new(JsonConformance.Invalid.Select(document => (document.Markup, document.Message)));

    [Theory]
    [MemberData(nameof(Valid))]
    public void Valid_documents_are_read_as_everybody_reads_them(string text)
    {
        var reading = Read(text);

        Assert.Null(reading.Problem);
        var expected = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = JsonReader.DepthLimit });
        Assert.True(AreEqual(reading.Value!, expected), $"{text} was read differently.");
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Invalid_documents_are_one_problem_within_the_text(string text)
    {
        var reading = Read(text);

        Assert.Null(reading.Value);
        Assert.InRange(reading.Problem!.Span.Start, 0, text.Length);
        Assert.InRange(reading.Problem.Span.End, reading.Problem.Span.Start, text.Length);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_problem_stands_on_what_is_wrong(string markup, string message)
    {
        var (text, span) = JsonConformance.Parse(markup);

        var problem = Read(text).Problem!;

        Assert.Equal(message, problem.Message);
        Assert.Equal(span, problem.Span);
    }

    [Fact]
    public void Values_know_where_they_stand()
    {
        const string text = """ { "a\u0062" : [ -1.5e3 , true,"x" ] } """;

        var whole = Assert.IsType<JsonObject>(Read(text).Value);

        var member = Assert.Single(whole.Members);
        Assert.Equal("\"a\\u0062\"", Written(member.Name));
        Assert.Equal("ab", member.Name.Content);
        Assert.Equal("""[ -1.5e3 , true,"x" ]""", Written(member.Value));
        Assert.Equal(["-1.5e3", "true", "\"x\""], ((JsonArray)member.Value).Elements.Select(Written));
        Assert.Equal(text.Trim(), Written(whole));

        string Written(JsonValue value) => text[value.Span.Start..value.Span.End];
    }

    [Fact]
    public void A_value_in_JSON_in_JSON_is_found_in_the_outer_text()
    {
        const string text = """{"policy":"{\"Action\":\t[\"s3:\u0047et*\",\"\\\\x\"]}"}""";
        var outer = (JsonText)((JsonObject)Read(text).Value!)["policy"]!;
        var inner = Assert.IsType<JsonObject>(JsonReader.ReadInside(outer, text, TestContext.Current.CancellationToken).Value);

        Assert.Equal(["\\\"s3:\\u0047et*\\\"", "\\\"\\\\\\\\x\\\""], ((JsonArray)inner["Action"]!).Elements.Select(Written));
        Assert.Equal(["s3:Get*", "\\x"], ((JsonArray)inner["Action"]!).Elements.Select(element => ((JsonText)element).Content));
        Assert.Equal(text[11..^2], Written(inner));

        string Written(JsonValue value) => text[value.Span.Start..value.Span.End];
    }

    [Fact]
    public void A_problem_of_JSON_in_JSON_stands_in_the_outer_text()
    {
        const string text = """{"policy":"{\"Action\":\t[\u0022s3:\u0047et*\u0022 1]}"}""";

        var problem = JsonReader.ReadInside((JsonText)((JsonObject)Read(text).Value!)["policy"]!, text, TestContext.Current.CancellationToken).Problem!;

        Assert.Equal("a comma or ']' is missing here", problem.Message);
        Assert.Equal(text.IndexOf("1]", StringComparison.Ordinal), problem.Span.Start);
    }

    [Fact]
    public void Every_prefix_and_every_changed_character_of_a_document_ends_in_a_value_or_a_problem_within_it()
    {
        const string text = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Condition":{"Bool":{"a\\b":[true,null,-0.5e+10]}}}]}""";
        for (var position = 0; position < text.Length; position++)
        {
            foreach (var changed in (string[])[text[..position], text.Remove(position, 1), .. "\"\\{}[]:,0-x\n\0".Select(c => text[..position] + c + text[(position + 1)..])])
            {
                var reading = Read(changed);
                Assert.True(reading.Value is null != reading.Problem is null, changed);
                Assert.Equal(IsValidForOthers(changed), reading.Value is not null);
            }
        }
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => JsonReader.Read("[1,2]", cancelled.Token));
    }

    private static JsonReading Read(string text) => JsonReader.Read(text, TestContext.Current.CancellationToken);

    private static bool IsValidForOthers(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool AreEqual(JsonValue value, JsonNode? expected) =>
        value switch
        {
            JsonNull => expected is null,
            JsonBoolean boolean => expected!.GetValueKind() == (boolean.IsTrue ? JsonValueKind.True : JsonValueKind.False),
            JsonNumber number => expected!.GetValueKind() == JsonValueKind.Number && expected.ToJsonString() == number.Digits,
            JsonText text => expected!.GetValueKind() == JsonValueKind.String && expected.GetValue<string>() == text.Content,
            JsonArray array => expected!.AsArray().Count == array.Elements.Length
                && array.Elements.Zip(expected.AsArray()).All(pair => AreEqual(pair.First, pair.Second)),
            JsonObject members => expected!.AsObject().Count == members.Members.Length
                && members.Members.All(member => AreEqual(member.Value, expected[member.Name.Content])),
            _ => false,
        };

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);
}
