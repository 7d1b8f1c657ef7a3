using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Tests.Patterns.Json;

/// <summary>Documents that are JSON by RFC 8259, and documents that are not, one for each sentence of its grammar.</summary>
internal static class JsonConformance
{
    public static string[] Valid { get; } =
    [
        // Any value is a document (section 2); blanks are these four.
        "null", "true", "false", "0", "\"\"", "[]", "{}", " null", "null ", "\t\n\r null \t\n\r", "\r\n[\r\n]\r\n",
        // Arrays and objects (sections 4 and 5).
        "[null]", "[1,2,3]", "[ 1 , 2 ]", "[[],[[]]]", "[[],{},\"\",0]", "[true,false,null]", "[\n1\n,\n2\n]",
        """{"a":1}""", """{"a":1,"b":2}""", """{ "a" : { "b" : { } } }""", """{"":0}""", """{"a":[],"A":{}}""", "{\"a\"\n:\n1\n,\n\"b\":2}",
        """{"a":"{\"b\":1}"}""", """{"__proto__":1}""", """{"a b":1,"a\tb":2}""",
        // Numbers (section 6).
        "-0", "1", "-1", "10", "1234567890", "0.5", "-0.5", "1.0", "1.25e3", "1e3", "1E3", "1e+3", "1e-3", "1E-03", "0e0", "0E+1", "-0.0e-0",
        "123456789012345678901234567890", "1e400", "0.00000000000000000000000000001",
        // Strings (section 7).
        "\"a\"", "\"a b\"", "\"'\"", "\"/\"", """ "\"" """, """ "\\" """, """ "\/" """, """ "\b\f\n\r\t" """, """ "\u0041" """, """ "\u00e9\u00E9" """,
        """ "\u0000" """, """ "\uD83D\uDE00" """, """ "\\u0041" """, "\"é\"", "\"ﬀ€\"", "\"\U0001F600\"", "\"\u007f\"", "\"\u0080\"", "\"\u2028\u2029\"", "\"\uFEFF\"",
        "\"[1,2]{}:\"", "\"//\"", """ "\\\"\\" """, """ "${aws:username}" """, """ "a\u000ab" """,
    ];

    public static (string Markup, string Message, string Text)[] Invalid { get; } =
    [
        .. from problem in Marked
        select (problem.Markup, problem.Message, Parse(problem.Markup).Text),
    ];

    private static (string Markup, string Message)[] Marked =>
    [
        // Nothing, and too much.
        ("‹›", "a value is missing here"),
        (" \t\n‹›", "a value is missing here"),
        ("1 ‹2›", "something stands behind the end of the value"),
        ("{}‹}›", "something stands behind the end of the value"),
        ("[]‹,›", "something stands behind the end of the value"),
        ("\"a\"‹\"b\"›", "something stands behind the end of the value"),
        ("null ‹// done›", "something stands behind the end of the value"),
        ("‹\uFEFF›1", "a value is missing here"),
        ("‹\u00a0›1", "a value is missing here"),
        ("‹\f›1", "a value is missing here"),
        ("‹\v›1", "a value is missing here"),
        ("‹/›* a */ 1", "a value is missing here"),
        ("[1,‹/›/ one\n2]", "a value is missing here"),
        // Words.
        ("‹nul›", "this is no value of JSON"),
        ("‹nulll›", "this is no value of JSON"),
        ("‹tRUE›", "this is no value of JSON"),
        ("‹T›rue", "a value is missing here"),
        ("‹undefined›", "this is no value of JSON"),
        ("‹N›aN", "a value is missing here"),
        ("‹I›nfinity", "a value is missing here"),
        ("-‹I›nfinity", "a digit is missing here"),
        ("[‹true1›]", "this is no value of JSON"),
        // Arrays.
        ("[‹›", "a value is missing here"),
        ("[1‹›", "a comma or ']' is missing here"),
        ("[1,‹›", "a value is missing here"),
        ("[1,‹]›", "a value is missing here"),
        ("[‹,›1]", "a value is missing here"),
        ("[1,‹,›2]", "a value is missing here"),
        ("[1 ‹2›]", "a comma or ']' is missing here"),
        ("[1‹}›", "a comma or ']' is missing here"),
        ("[1‹;›2]", "a comma or ']' is missing here"),
        ("[\"a\"‹:›1]", "a comma or ']' is missing here"),
        ("‹]›", "a value is missing here"),
        // Objects.
        ("{‹›", "a name in double quotes is missing here"),
        ("{‹,›}", "a name in double quotes is missing here"),
        ("{‹a›:1}", "a name in double quotes is missing here"),
        ("{‹'›a':1}", "a name in double quotes is missing here"),
        ("{‹1›:1}", "a name in double quotes is missing here"),
        ("{‹n›ull:1}", "a name in double quotes is missing here"),
        ("{\"a\"‹›", "a colon is missing here"),
        ("{\"a\"‹}›", "a colon is missing here"),
        ("{\"a\"‹,›1}", "a colon is missing here"),
        ("{\"a\" ‹1›}", "a colon is missing here"),
        ("{\"a\":‹›", "a value is missing here"),
        ("{\"a\":‹}›", "a value is missing here"),
        ("{\"a\":‹:›1}", "a value is missing here"),
        ("{\"a\":1‹›", "a comma or '}' is missing here"),
        ("{\"a\":1,‹}›", "a name in double quotes is missing here"),
        ("{\"a\":1,‹,›\"b\":2}", "a name in double quotes is missing here"),
        ("{\"a\":1 ‹\"›b\":2}", "a comma or '}' is missing here"),
        ("{\"a\":1‹]›", "a comma or '}' is missing here"),
        ("{‹{›}}", "a name in double quotes is missing here"),
        ("‹}›", "a value is missing here"),
        ("{\"a\":‹'›b'}", "a value is missing here"),
        // Numbers.
        ("‹+›1", "a value is missing here"),
        ("-‹›", "a digit is missing here"),
        ("-‹-›1", "a digit is missing here"),
        ("‹01›", "a number does not begin with 0"),
        ("‹-01›", "a number does not begin with 0"),
        ("‹00›", "a number does not begin with 0"),
        ("‹.›5", "a value is missing here"),
        ("-‹.›5", "a digit is missing here"),
        ("1.‹›", "a digit is missing here"),
        ("[1.‹]›", "a digit is missing here"),
        ("1.‹e›5", "a digit is missing here"),
        ("1e‹›", "a digit is missing here"),
        ("1e+‹›", "a digit is missing here"),
        ("1e+‹-›1", "a digit is missing here"),
        ("1e‹.›5", "a digit is missing here"),
        ("0‹x1F›", "something stands behind the end of the value"),
        ("1‹_000›", "something stands behind the end of the value"),
        ("1‹a›", "something stands behind the end of the value"),
        ("1.0‹.0›", "something stands behind the end of the value"),
        ("[1 ‹0›00]", "a comma or ']' is missing here"),
        ("‹٣›", "a value is missing here"),
        // Strings.
        ("‹\"›", "the string does not end on its line"),
        ("‹\"a›", "the string does not end on its line"),
        ("‹\"a›\nb\"", "the string does not end on its line"),
        ("[‹\"a›\r\n]", "the string does not end on its line"),
        ("\"a‹\t›b\"", "a control character stands in a string; write it as \\u and four digits"),
        ("\"‹\0›\"", "a control character stands in a string; write it as \\u and four digits"),
        ("\"‹\u001f›\"", "a control character stands in a string; write it as \\u and four digits"),
        ("\"‹\\a›\"", "this is no escape of JSON"),
        ("\"‹\\'›\"", "this is no escape of JSON"),
        ("\"‹\\x›41\"", "this is no escape of JSON"),
        ("\"‹\\0›\"", "this is no escape of JSON"),
        ("\"‹\\U›0041\"", "this is no escape of JSON"),
        ("\"‹\\u›\"", "this is no escape of JSON"),
        ("\"‹\\u›004\"", "this is no escape of JSON"),
        ("\"‹\\u›004g\"", "this is no escape of JSON"),
        ("\"‹\\u›{41}\"", "this is no escape of JSON"),
        ("\"‹\\u› 041\"", "this is no escape of JSON"),
        ("\"‹\\u›+041\"", "this is no escape of JSON"),
        ("\"‹\\\n›\"", "this is no escape of JSON"),
        ("\"‹\\›", "this is no escape of JSON"),
        ("‹\"a\\\"›", "the string does not end on its line"),
        ("‹'›a'", "a value is missing here"),
        ("‹`›a`", "a value is missing here"),
        ("‹“›a”", "a value is missing here"),
        ("{‹\"a›", "the string does not end on its line"),
        ("{\"‹\\q›\":1}", "this is no escape of JSON"),
    ];

    /// <summary>The document in a markup, and where it goes wrong.</summary>
    public static (string Text, JsonSpan Span) Parse(string markup)
    {
        var start = markup.IndexOf('‹', StringComparison.Ordinal);
        var end = markup.IndexOf('›', StringComparison.Ordinal) - 1;
        return (markup.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal), new JsonSpan(start, end));
    }
}
