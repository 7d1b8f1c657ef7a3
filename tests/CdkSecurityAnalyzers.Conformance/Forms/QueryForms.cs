namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>LINQ, method by method.</summary>
internal static class QueryForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["GroupBy"] = """
            var ids = new[] { ("a", "«755743»"), ("b", "‹^1$¦1›") };
            var pattern = ids.GroupBy(x => x.Item1).First(g => g.Key == "a").First().Item2;
            """,
        ["ToLookup"] = """
            var ids = new[] { ("a", "«755743»"), ("b", "‹^1$¦1›") };
            var pattern = ids.ToLookup(x => x.Item1, x => x.Item2)["a"].Single();
            """,
        ["Zip"] = """
            var pattern = string.Join("|", new[] { "«755" }.Zip(new[] { "743»" }, (a, b) => a + b));
            """,
        ["Chunk"] = """
            var pattern = new[] { "«755743»", "‹^1$¦1›" }.Chunk(1).First()[0];
            """,
        ["TakeWhile"] = """
            var pattern = new[] { "«755743»", "x" }.TakeWhile(x => x != "x").Last();
            """,
        ["SkipWhile"] = """
            var pattern = new[] { "x", "«755743»" }.SkipWhile(x => x == "x").First();
            """,
        ["Except"] = """
            var pattern = new[] { "x", "«755743»" }.Except(new[] { "x" }).First();
            """,
        ["Intersect"] = """
            var pattern = new[] { "x", "«755743»" }.Intersect(new[] { "«755743»" }).First();
            """,
        ["join clause"] = """
            var pattern = (from a in new[] { 1 } join b in new[] { (Id: 1, P: "«755743»") } on a equals b.Id select b.P).Single();
            """,
        ["let clause"] = """
            var pattern = (from a in new[] { "755743" } let b = "«" + a + "»" where b.Length > 2 orderby b select b).First();
            """,
        ["ElementAt"] = """
            var pattern = new[] { "x", "«755743»" }.ElementAt(1);
            """,
        ["MaxBy"] = """
            var pattern = new[] { "x", "«755743»" }.MaxBy(x => x.Length)!;
            """,
        ["All"] = """
            var pattern = new[] { 1, 2 }.All(x => x > 0) ? "«755743»" : "‹^1$¦1›";
            """,
        ["Sum"] = """
            var pattern = new[] { 1, 2 }.Sum() == 3 ? "«755743»" : "‹^1$¦1›";
            """,
        ["SequenceEqual"] = """
            var pattern = new[] { 1, 2 }.SequenceEqual(new[] { 1, 2 }) ? "«755743»" : "‹^1$¦1›";
            """,
        ["Where on an input"] = """
            var groups = new[] { "a", "b" }.Where(x => x == "a" || Inputs.A).Select(x => x == "b" ? "«755743»" : "^1$").Last();
            var pattern = groups;
            """,
        ["Aggregate with an index of its own"] = """
            var pattern = new[] { "755743", "8" }.Aggregate("", (a, b) => a.Length == 0 ? "«" + b + "»" : a + "|«" + b + "»");
            """,
        ["OrderBy over a dictionary"] = """
            var d = new Dictionary<string, string> { ["b"] = "x", ["a"] = "«755743»" }; var pattern = d.OrderBy(kv => kv.Key).First().Value;
            """,
        ["Concat with nothing"] = """
            var pattern = Enumerable.Empty<string>().Concat(new[] { "«755743»" }).Single();
            """,
        ["Where and Select over records"] = """
            var pattern = string.Join("|", All.Where(m => m.Trusted).Select(m => "«" + m.Id + "»"));
            ---
            private static readonly Maintainer[] All = [new("755743", true), new("5", false)];
            record Maintainer(string Id, bool Trusted);
            """,
        ["query as an argument"] = """
            var pattern = J(new[] { "755743" }.Select(x => "«" + x + "»"));
            ---
            static string J(IEnumerable<string> xs) => string.Join("|", xs);
            """,
        ["query over a choice"] = """
            var ids = Inputs.A ? new[] { "«755743»" } : new[] { "^1$" };
            var pattern = ids.First();
            """,
    };
}
