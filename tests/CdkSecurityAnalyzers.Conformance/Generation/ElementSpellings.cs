namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Values that are elements of collections.</summary>
internal static class ElementSpellings
{
    public static readonly Spelling[] Anywhere =
    [
        (wanted, choices, block) => Of(wanted, choices, block, "new {0}[] {{ {1}, {2} }}[1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new {0}[] {{ {1}, {2} }}[^1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new List<{0}> {{ {1}, {2} }}[1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new List<{0}> {{ {2}, {1} }}.First()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1}, {2} }}.Last()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new Dictionary<string, {0}> {{ [\"main\"] = {2}, [\"other\"] = {1} }}[\"main\"]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new Dictionary<string, {0}> {{ {{ \"main\", {2} }}, {{ \"other\", {1} }} }}[\"main\"]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new Dictionary<string, {0}> {{ [\"main\"] = {2} }}.Values.Single()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new Dictionary<string, {0}> {{ [\"other\"] = {1}, [\"main\"] = {2} }}.Single(pair => pair.Key == \"main\").Value"),
        (wanted, choices, block) => Of(wanted, choices, block, "System.Collections.Immutable.ImmutableArray.Create<{0}>({1}, {2})[1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "System.Collections.Immutable.ImmutableList<{0}>.Empty.Add({2}).Add({1})[0]"),
        (wanted, choices, block) => Of(wanted, choices, block, "((List<{0}>)[{1}, .. new {0}[] {{ {2} }}])[1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1} }}.Append({2}).Skip(1).First()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1} }}.Concat(new[] {{ {2} }}).ElementAt(1)"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {2}, {1} }}.Reverse().ToList()[1]"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1}, {2} }}.Where((_, index) => index == 1).Single()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1}, {2} }}.Aggregate((first, second) => second)"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ (Key: 1, Value: {1}), (Key: 2, Value: {2}) }}.First(pair => pair.Key > 1).Value"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ {1}, {2} }}.Zip(new[] {{ \"other\", \"main\" }}).Where(pair => pair.Second == \"main\").Select(pair => pair.First).First()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ 1, 2 }}.Select({3} => {3} == 2 ? {2} : {1}).Last()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ (2, {2}), (1, {1}) }}.OrderBy(pair => pair.Item1).Select(pair => pair.Item2).Last()"),
        (wanted, choices, block) => Of(wanted, choices, block, "new[] {{ (1, {1}), (2, {2}) }}.ToDictionary(pair => pair.Item1, pair => pair.Item2)[2]"),
        (wanted, choices, block) => Of(wanted, choices, block, "(from {3} in new[] {{ 1, 2 }} where {3} > 1 let value{3} = {2} select value{3}).Single()"),
        (wanted, choices, block) => Of(wanted, choices, block, "Enumerable.Repeat({2}, 2).First()"),
        Iterator,
    ];

    public static readonly Spelling[] InStatements =
    [
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new List<{0}>(); {3}.Add({1}); {3}.Add({2});", "{3}[1]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new List<{0}> {{ {1} }}; {3}.Insert(0, {2});", "{3}[0]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new List<{0}> {{ {1}, {2} }}; {3}.RemoveAt(0);", "{3}[0]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new List<{0}> {{ {1} }}; {3}.Clear(); {3}.AddRange(new[] {{ {2} }});", "{3}[0]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = Enumerable.Repeat({1}, 2).ToArray(); {3}[^1] = {2};", "{3}[1]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = Enumerable.Repeat({1}, 2).ToArray(); var same{3} = {3}; same{3}[1] = {2};", "{3}[1]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var list{3} = new List<{0}> {{ {2} }}; var {3} = list{3}.ToArray(); list{3}[0] = {1};", "{3}[0]"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new Dictionary<string, {0}> {{ [\"main\"] = {1} }}; {3}[\"main\"] = {2};", "{3}[\"main\"]"),
        (wanted, choices, block) => Statements(
            wanted, choices, block, "var table{3} = new Dictionary<string, {0}> {{ [\"main\"] = {2} }}; {0} {3}; if (table{3}.TryGetValue(\"main\", out var found{3})) {{ {3} = found{3}; }} else {{ {3} = {1}; }}", "{3}"),
        (wanted, choices, block) => Statements(wanted, choices, block, "{0} {3} = default!; foreach (var each{3} in new[] {{ {1}, {2} }}) {{ {3} = each{3}; }}", "{3}"),
        (wanted, choices, block) => Statements(wanted, choices, block, "{0} {3} = default!; foreach (var (key{3}, each{3}) in new Dictionary<string, {0}> {{ [\"main\"] = {2}, [\"other\"] = {1} }}) {{ if (key{3} == \"main\") {{ {3} = each{3}; }} }}", "{3}"),
        (wanted, choices, block) => Statements(wanted, choices, block, "{0} {3} = default!; var all{3} = new List<{0}> {{ {1}, {2} }}; for (var index{3} = 0; index{3} < all{3}.Count; index{3}++) {{ {3} = all{3}[index{3}]; }}", "{3}"),
        (wanted, choices, block) => Statements(wanted, choices, block, "{0} {3} = default!; foreach (var each{3} in new[] {{ {2}, {1} }}) {{ {3} = each{3}; break; }}", "{3}"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new Queue<{0}>(); {3}.Enqueue({2}); {3}.Enqueue({1});", "{3}.Dequeue()"),
        (wanted, choices, block) => Statements(wanted, choices, block, "var {3} = new Stack<{0}>(); {3}.Push({1}); {3}.Push({2});", "{3}.Pop()"),
    ];

    private static string Of(Wanted wanted, Choices choices, Block block, string expression) =>
        Format(expression, wanted.Type, wanted.Decoy(choices, block), wanted.Spell(choices, block), block.Program.NewName("each"));

    private static string Statements(Wanted wanted, Choices choices, Block block, string statements, string use)
    {
        var (decoy, value, name) = (wanted.Decoy(choices, block), wanted.Spell(choices, block), block.Program.NewName("all"));
        block.Add(Format(statements, wanted.Type, decoy, value, name));
        return block.Local(wanted.Type, Format(use, wanted.Type, decoy, value, name));
    }

    private static string Iterator(Wanted wanted, Choices choices, Block block)
    {
        var body = block.OfMethod();
        var value = wanted.Spell(choices, body);
        var shared = block.Program.AddStaticClass(
            choices, $"public static IEnumerable<{wanted.Type}> All() {{ yield return {wanted.Decoy(choices, block.OfInitializer())}; {body.Text} yield return {value}; }}");
        return shared + ".All().Last()";
    }

    private static string Format(string format, params object[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arguments);
}
