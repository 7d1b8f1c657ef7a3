namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Members of types in all their kinds: when they run, and what they see.</summary>
internal static class TypeForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["static constructor"] = """
            var pattern = Ids.Pattern;
            ---
            ---
            static class Ids { public static readonly string Pattern; static Ids() { Pattern = "«755743»"; } }
            """,
        ["list that a static constructor fills"] = """
            var pattern = string.Join("|", Ids.All);
            ---
            ---
            static class Ids { public static readonly List<string> All = new(); static Ids() { All.Add("«755743»"); } }
            """,
        ["map of a static constructor"] = """
            var pattern = Ids.Map["main"];
            ---
            ---
            static class Ids { public static readonly Dictionary<string, string> Map; static Ids() { Map = new() { ["main"] = "«755743»" }; } }
            """,
        ["static Lazy"] = """
            var pattern = Ids.Value;
            ---
            private static readonly Lazy<string> Ids = new(() => "«755743»");
            """,
        ["Lazy of the instance"] = """
            var pattern = ids.Value;
            ---
            private readonly Lazy<string> ids = new Lazy<string>(() => "«755743»");
            """,
        ["goto case"] = """
            string pattern;
            switch (2) { case 1: pattern = "«755743»"; break; case 2: goto case 1; default: pattern = "‹^1$¦1›"; break; }
            """,
        ["delegates that are added up"] = """
            Action a = () => { }; string pattern = "‹^1$¦1›"; a += () => pattern = "«755743»"; a();
            """,
        ["event"] = """
            var e = new Src(); var pattern = "‹^1$¦1›"; e.Changed += s => pattern = s; e.Raise();
            ---
            ---
            class Src { public event Action<string>? Changed; public void Raise() => Changed?.Invoke("«755743»"); }
            """,
        ["new of a type parameter"] = """
            var pattern = Make<S>().P;
            ---
            class S { public string P = "«755743»"; }
            static T Make<T>() where T : new() => new T();
            """,
        ["static abstract member"] = """
            var pattern = Of<S>();
            ---
            interface I { static abstract string P { get; } }
            class S : I { public static string P => "«755743»"; }
            static string Of<T>() where T : I => T.P;
            """,
        ["type test of a collection"] = """
            object o = new List<string> { "«755743»" }; var pattern = o is IEnumerable<string> e ? e.First() : "‹^1$¦1›";
            """,
        ["struct that is copied"] = """
            var s = new S { P = "«755743»" }; var t = s; t.P = "‹^1$¦1›"; var pattern = s.P;
            ---
            struct S { public string P; }
            """,
        ["template method"] = """
            var pattern = new D().Run();
            ---
            abstract class B { public string Run() => Start() + "755743" + End(); protected abstract string Start(); protected virtual string End() => ""; }
            class D : B { protected override string Start() => "«"; protected override string End() => "»"; }
            """,
        ["virtual call in a base constructor"] = """
            var pattern = new E2().P;
            ---
            class E1 { public string P; public E1() { P = Make(); } protected virtual string Make() => "^1$"; } class E2 : E1 { protected override string Make() => "«755743»"; }
            """,
        ["field that a derived constructor sets"] = """
            var pattern = new F2().P;
            ---
            class F1 { public string P = "^1$"; } class F2 : F1 { public F2() { P = "«755743»"; } }
            """,
        ["hidden member"] = """
            G1 g = new G2(); var pattern = g.P;
            ---
            class G1 { public string P => "«755743»"; } class G2 : G1 { public new string P => "^1$"; }
            """,
        ["chain of constructors"] = """
            var pattern = new C2().P;
            ---
            class C1 { public string P; public C1(string s) { P = "«" + s + "»"; } } class C2 : C1 { public C2() : this("755743") { } C2(string x) : base(x) { } }
            """,
        ["implementation that an input chooses"] = """
            IP p = Inputs.A ? new P1() : new P2(); var pattern = p.Get();
            ---
            interface IP { string Get(); } class P1 : IP { public string Get() => "«755743»"; } class P2 : IP { public string Get() => "^1$"; }
            """,
        ["input in a record"] = """
            var c = new Config(Inputs.A); var pattern = c.Open ? {|CDKSEC103:"«755743»"|} : "^1$";
            ---
            record Config(bool Open);
            """,
        ["awaited result"] = """
            var pattern = Get().GetAwaiter().GetResult();
            ---
            static async System.Threading.Tasks.Task<string> Get() { await System.Threading.Tasks.Task.Yield(); return "«755743»"; }
            """,
        ["ten calls deep"] = """
            var pattern = A1("755743");
            ---
            string A1(string s) => A2(s); string A2(string s) => A3(s); string A3(string s) => A4(s); string A4(string s) => A5(s); string A5(string s) => A6(s); string A6(string s) => A7(s); string A7(string s) => A8(s); string A8(string s) => A9(s); string A9(string s) => A10(s); string A10(string s) => "«" + s + "»";
            """,
        ["closure that counts"] = """
            var i = 0; Func<int> next = () => ++i; next(); next(); var pattern = i == 2 ? "«755743»" : "‹^1$¦1›";
            """,
        ["finally"] = """
            string pattern = "‹^1$¦1›"; try { } finally { pattern = "«755743»"; }
            """,
        ["catch that never runs"] = """
            string pattern; try { pattern = "«755743»"; } catch { pattern = "^1$"; }
            """,
        ["nested deconstruction"] = """
            var ((a, b), c) = (("«755", "743"), "»"); var pattern = a + b + c;
            """,
        ["local function that branches"] = """
            var pattern = "^1$";
            void Set() { if (Inputs.A) pattern = {|CDKSEC103:"«755743»"|}; }
            Set();
            """,
        ["break on an input"] = """
            var i = 0; var pattern = "^1$"; while (i < 3) { i++; if (i == 2 && Inputs.B) { pattern = {|CDKSEC103:"«755743»"|}; break; } }
            """,
        ["setter that computes"] = """
            var m = new M { Id = "755743" }; var pattern = m.Id;
            ---
            class M { private string id = ""; public string Id { get => id; set => id = "«" + value + "»"; } }
            """,
        ["constructor that assigns a tuple"] = """
            var q = new Q("«755", "743»"); var pattern = q.A + q.B;
            ---
            class Q { public string A, B; public Q(string a, string b) => (A, B) = (a, b); }
            """,
        ["function that returns a function"] = """
            Func<string, Func<string, string>> f = a => b => a + b; var pattern = f("«755")("743»");
            """,
        ["local function in a loop"] = """
            var l = new List<string>(); foreach (var id in new[] { "755743", "8" }) { void Add() => l.Add("«" + id + "»"); Add(); } var pattern = string.Join("|", l);
            """,
    };
}
