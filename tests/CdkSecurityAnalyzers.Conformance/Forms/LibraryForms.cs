namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>The collections of the framework and of the program, and functions on text.</summary>
internal static class LibraryForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["Stack"] = """
            var s = new Stack<string>(); s.Push("«755743»"); var pattern = s.Pop();
            """,
        ["Queue"] = """
            var s = new Queue<string>(); s.Enqueue("«755743»"); var pattern = s.Dequeue();
            """,
        ["RemoveAt"] = """
            var s = new List<string> { "x", "«755743»" }; s.RemoveAt(0); var pattern = s[0];
            """,
        ["Remove"] = """
            var s = new List<string> { "x", "«755743»" }; s.Remove("x"); var pattern = s[0];
            """,
        ["RemoveAll"] = """
            var s = new List<string> { "x", "«755743»" }; s.RemoveAll(i => i == "x"); var pattern = s[0];
            """,
        ["Sort"] = """
            var s = new List<string> { "«755743»", "1" }; s.Sort(StringComparer.Ordinal); var pattern = s.Last(x => x != "1");
            """,
        ["Find"] = """
            var pattern = new List<string> { "a", "«755743»" }.Find(x => x.Length > 2)!;
            """,
        ["FindIndex"] = """
            var l = new List<string> { "a", "«755743»" }; var pattern = l[l.FindIndex(x => x.Length > 2)];
            """,
        ["GetRange"] = """
            var l = new List<string> { "a", "«755743»" }; var pattern = l.GetRange(1, 1)[0];
            """,
        ["InsertRange"] = """
            var l = new List<string> { "a" }; l.InsertRange(0, new[] { "«755743»" }); var pattern = l[0];
            """,
        ["Remove of a key"] = """
            var s = new Dictionary<string, string> { ["a"] = "x", ["b"] = "«755743»" }; s.Remove("a"); var pattern = s.Values.Single();
            """,
        ["foreach over a dictionary"] = """
            var pattern = ""; foreach (var (k, v) in new Dictionary<string, string> { ["a"] = "«755743»" }) pattern = v;
            """,
        ["GetValueOrDefault of a missing key"] = """
            var pattern = new Dictionary<string, string> { ["a"] = "x" }.GetValueOrDefault("b", "«755743»");
            """,
        ["ContainsKey of a missing key"] = """
            var d = new Dictionary<string, string> { ["a"] = "x" }; var pattern = d.ContainsKey("b") ? "‹^1$¦1›" : "«755743»";
            """,
        ["TryGetValue of a missing key"] = """
            var d = new Dictionary<string, string> { ["a"] = "x" }; var pattern = d.TryGetValue("b", out var v) ? v : "«755743»";
            """,
        ["TryAdd twice"] = """
            var d = new Dictionary<string, string>(); d.TryAdd("a", "«755743»"); d.TryAdd("a", "^1$"); var pattern = d["a"];
            """,
        ["builder of an immutable array"] = """
            var b = System.Collections.Immutable.ImmutableArray.CreateBuilder<string>(); b.Add("«755743»"); var pattern = b.ToImmutable()[0];
            """,
        ["frozen dictionary"] = """
            var pattern = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, string> { ["a"] = "«755743»" })["a"];
            """,
        ["AsReadOnly"] = """
            var pattern = new List<string> { "«755743»" }.AsReadOnly()[0];
            """,
        ["concurrent dictionary"] = """
            var d = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); d["a"] = "«755743»"; var pattern = d["a"];
            """,
        ["key-value pair"] = """
            var pattern = new KeyValuePair<string, string>("a", "«755743»").Value;
            """,
        ["Tuple.Create"] = """
            var pattern = Tuple.Create("a", "«755743»").Item2;
            """,
        ["Contains of a set"] = """
            var pattern = new HashSet<string> { "prod" }.Contains("prod") ? "«755743»" : "‹^1$¦1›";
            """,
        ["Add to a set"] = """
            var h = new HashSet<string>(); var pattern = h.Add("a") && !h.Add("a") ? "«755743»" : "‹^1$¦1›";
            """,
        ["indexer setter of the program"] = """
            var b = new Bag(); b["x"] = "«755743»"; var pattern = b["x"];
            ---
            class Bag { private readonly Dictionary<string, string> d = new(); public string this[string k] { get => d[k]; set => d[k] = value; } }
            """,
        ["collection initializer of the program"] = """
            var b = new Bag { "«755743»" }; var pattern = b.First();
            ---
            class Bag : IEnumerable<string> { private readonly List<string> d = new(); public void Add(string s) => d.Add(s); public IEnumerator<string> GetEnumerator() => d.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => d.GetEnumerator(); }
            """,
        ["enumerator of the program"] = """
            var pattern = "‹^1$¦1›"; foreach (var x in new Bag()) pattern = x;
            ---
            class Bag { public IEnumerator<string> GetEnumerator() { yield return "«755743»"; } }
            """,
        ["Array.Fill"] = """
            var a = new string[2]; Array.Fill(a, "«755743»"); var pattern = a[1];
            """,
        ["while a queue lasts"] = """
            var q = new Queue<string>(new[] { "755", "743" }); var pattern = "«"; while (q.Count > 0) pattern += q.Dequeue(); pattern += "»";
            """,
        ["dictionary of functions"] = """
            var d = new Dictionary<string, Func<string>> { ["a"] = () => "«755743»" }; var pattern = d["a"]();
            """,
        ["one list under two names"] = """
            var a = new List<string>(); var b = a; b.Add("«755743»"); var pattern = a[0];
            """,
        ["array that a helper changes"] = """
            var a = new[] { "^1$" }; M(a); var pattern = a[0];
            ---
            static void M(string[] x) => x[0] = "«755743»";
            """,
        ["iterator with a loop"] = """
            var pattern = string.Join("|", Gen(2));
            ---
            static IEnumerable<string> Gen(int n) { for (var i = 0; i < n; i++) yield return "«" + (100 + i) + "»"; }
            """,
        ["iterator that ends early"] = """
            var pattern = Ids(true).Last();
            ---
            static IEnumerable<string> Ids(bool stop) { yield return "«755743»"; if (stop) yield break; yield return "‹^1$¦1›"; }
            """,
        ["list that a recursion fills"] = """
            var l = new List<string>(); Fill(l, 2); var pattern = string.Join("|", l);
            ---
            static void Fill(List<string> l, int n) { if (n == 0) return; l.Add("«" + n + "»"); Fill(l, n - 1); }
            """,
        ["Array.ConvertAll"] = """
            var pattern = string.Join("|", Array.ConvertAll(new[] { 755743 }, i => $"«{i}»"));
            """,
        ["Split with options"] = """
            var pattern = " «755743» , x".Split(',', StringSplitOptions.TrimEntries)[0];
            """,
        ["Regex.Escape"] = """
            var pattern = "«" + System.Text.RegularExpressions.Regex.Escape("755743") + "»";
            """,
        ["string.Create"] = """
            var pattern = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"«{755743}»");
            """,
        ["FormattableString.Invariant"] = """
            var pattern = FormattableString.Invariant($"«{755743}»");
            """,
        ["Convert.ToString"] = """
            var pattern = "«" + Convert.ToString(755743) + "»";
            """,
        ["Math.Max"] = """
            var pattern = "«" + Math.Max(755743, 3) + "»";
            """,
        ["string.Compare"] = """
            var pattern = string.Equals("a", "a") && string.Compare("a", "b", StringComparison.Ordinal) < 0 ? "«755743»" : "‹^1$¦1›";
            """,
        ["TryParse"] = """
            var pattern = int.TryParse("755743", out var n) ? $"«{n}»" : "^1$";
            """,
        ["new string"] = """
            var pattern = new string("«755743»".ToCharArray());
            """,
        ["ToString with a culture"] = """
            var pattern = "«" + 755743.ToString(System.Globalization.CultureInfo.InvariantCulture) + "»";
            """,
        ["characters that count up"] = """
            var pattern = "«"; for (var c = '1'; c <= '3'; c++) pattern += c; pattern += "»";
            """,
        ["Insert of a builder"] = """
            var sb = new System.Text.StringBuilder("755743»"); sb.Insert(0, "«"); var pattern = sb.ToString();
            """,
    };
}
