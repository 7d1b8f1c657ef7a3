using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>
/// A value of a JSON text. The kinds are a closed set: <see cref="JsonObject"/>, <see cref="JsonArray"/>, <see cref="JsonText"/>, <see cref="JsonNumber"/>,
/// <see cref="JsonBoolean"/>, <see cref="JsonNull"/>.
/// </summary>
/// <param name="span">Where the value stands.</param>
internal abstract class JsonValue(JsonSpan span)
{
    public JsonSpan Span { get; } = span;
}

/// <summary>Members in braces, in the order of the text; a name may be there twice.</summary>
internal sealed class JsonObject(ImmutableArray<JsonMember> members, JsonSpan span) : JsonValue(span)
{
    public ImmutableArray<JsonMember> Members { get; } = members;

    /// <summary>The value of the first member with a name; null when there is none.</summary>
    public JsonValue? this[string name] => Members.FirstOrDefault(member => member.Name.Content == name).Value;
}

/// <summary>A member of an object.</summary>
internal readonly record struct JsonMember(JsonText Name, JsonValue Value);

/// <summary>Elements in brackets.</summary>
internal sealed class JsonArray(ImmutableArray<JsonValue> elements, JsonSpan span) : JsonValue(span)
{
    public ImmutableArray<JsonValue> Elements { get; } = elements;
}

/// <summary>A string.</summary>
/// <param name="content">What it says, without quotes and escapes.</param>
/// <param name="span">Where it stands, quotes included.</param>
internal sealed class JsonText(string content, JsonSpan span) : JsonValue(span)
{
    public string Content { get; } = content;
}

/// <summary>A number, as it is written: which ones a program can hold is its own matter.</summary>
internal sealed class JsonNumber(string digits, JsonSpan span) : JsonValue(span)
{
    public string Digits { get; } = digits;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean(bool isTrue, JsonSpan span) : JsonValue(span)
{
    public bool IsTrue { get; } = isTrue;
}

/// <summary><c>null</c>.</summary>
internal sealed class JsonNull(JsonSpan span) : JsonValue(span);
