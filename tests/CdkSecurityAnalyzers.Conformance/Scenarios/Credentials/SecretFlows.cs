namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>
/// How a text gets to where it is shown: the expression that stands there, statements before it, members of the stack, and further files; <c>«»</c> is the text, as
/// an expression, and <c>‹›</c> one that is never secret.
/// </summary>
internal sealed record SecretFlow(string Expression, string Before = "", string Members = "", string Others = "")
{
    public static IReadOnlyDictionary<string, SecretFlow> All { get; } = new Dictionary<string, SecretFlow>
    {
        ["at once"] = new("«»"),
        ["by a local"] = new("text", "var text = «»;"),
        ["by a local that changes"] = new("text", "var text = ‹›;\ntext = «»;"),
        ["by a local that changed"] = new("text", "var text = «»;\ntext = ‹›;"),
        ["by a field"] = new("text", Members: "private static readonly string text = «»;"),
        ["by a property"] = new("Text", Members: "private static string Text => «»;"),
        ["by a class of another file"] = new("Settings.Text", Others: "static class Settings { public static string Text { get; } = «»; }"),
        ["by a method"] = new("Text()", Members: "private static string Text() => «»;"),
        ["by three methods"] = new("First(«»)", Members: "private static string First(string text) => Second(text);\nprivate static string Second(string text) => Third(text);\nprivate static string Third(string text) => text;"),
        ["on a condition"] = new("(Inputs.A ? «» : ‹›)"),
        ["on the other condition"] = new("text", "var text = ‹›;\nif (!Inputs.A)\n{\n    text = «»;\n}"),
        ["on no condition"] = new("(Inputs.A ? ‹› : ‹›)"),
        ["where it throws"] = new("text", "var text = ‹›;\nif (Inputs.A)\n{\n    text = «»;\n    throw new System.InvalidOperationException();\n}"),
        ["by an array"] = new("texts[1]", "var texts = new[] { ‹›, «» };"),
        ["beside it in an array"] = new("texts[0]", "var texts = new[] { ‹›, «» };"),
        ["by a dictionary"] = new("texts[\"a\"]", "var texts = new Dictionary<string, string> { [\"b\"] = ‹› };\ntexts[\"a\"] = «»;"),
        ["by a tuple"] = new("pair.Item2", "var pair = (‹›, «»);"),
        ["by a record"] = new("settings.Text", "var settings = new Settings(‹›) with { Text = «» };", Others: "record Settings(string Text);"),
        ["by a lambda"] = new("give()", "System.Func<string> give = () => «»;"),
        ["by a query"] = new("texts", "var texts = new[] { «» }.Select(text => text).Single();"),
        ["in pieces"] = new("string.Concat(text, \"\")", "var text = «»;"),
        ["by the environment"] = new("(System.Environment.GetEnvironmentVariable(\"CONFORMANCE_NOTHING\") ?? ‹›)", "var unused = «»;\nSystem.Console.Write(unused.Length);"),
    };
}
