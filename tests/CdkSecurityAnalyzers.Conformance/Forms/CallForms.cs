namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Helpers in every shape, and fluent chains in any split.</summary>
internal static class CallForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["local function"] = """
            var pattern = Anchored("755743");
            string Anchored(string id) => "«" + id + "»";
            """,
        ["local function that captures"] = """
            var id = "‹^1$¦1›";
            id = "755743";
            var pattern = Anchored();
            string Anchored() { return "«" + id + "»"; }
            """,
        ["lambda"] = """
            Func<string, string> anchored = id => $"«{id}»";
            var pattern = anchored("755743");
            """,
        ["lambda that writes what it captures"] = """
            var pattern = "‹^1$¦1›";
            Action set = () => pattern = "«755743»";
            set();
            """,
        ["lambda that is passed on"] = """
            var pattern = Apply(id => "«" + id + "»", "755743");
            ---
            private static string Apply(Func<string, string> change, string text) => change(text);
            """,
        ["lambda in a field"] = """
            var pattern = Anchor("755743");
            ---
            private static readonly Func<string, string> Anchor = id => "«" + id + "»";
            """,
        ["method group"] = """
            Func<string, string> anchored = Anchored;
            var pattern = anchored.Invoke("755743");
            ---
            private static string Anchored(string id) => "«" + id + "»";
            """,
        ["default argument"] = """
            var pattern = Anchored();
            ---
            private static string Anchored(string id = "755743") => "«" + id + "»";
            """,
        ["named arguments"] = """
            var pattern = Joined(last: "743»", first: "«755");
            ---
            private static string Joined(string first, string last) => first + last;
            """,
        ["params"] = """
            var pattern = Any("755743", "755744");
            ---
            private static string Any(params string[] ids) => string.Join("|", ids.Select(id => "«" + id + "»"));
            """,
        ["params of no arguments"] = """
            var pattern = "«755743" + Any() + "»";
            ---
            private static string Any(params string[] ids) => string.Concat(ids);
            """,
        ["out"] = """
            Pick(out var pattern);
            ---
            private static void Pick(out string id) => id = "«755743»";
            """,
        ["out from a try method"] = """
            var pattern = TryPick(1, out var found) ? found : "‹^1$¦1›";
            ---
            private static bool TryPick(int level, out string id)
            {
                id = "«755743»";
                return level > 0;
            }
            """,
        ["ref"] = """
            var pattern = "755743";
            Anchor(ref pattern);
            ---
            private static void Anchor(ref string id) => id = "«" + id + "»";
            """,
        ["tuple and deconstruction"] = """
            var (start, end) = Ends();
            var pattern = start + "755743" + end;
            ---
            private static (string Start, string End) Ends() => ("«", "»");
            """,
        ["deconstruction of a record"] = """
            var (id, _) = new Account("755743", 1);
            var pattern = "«" + id + "»";
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["user-written Deconstruct"] = """
            var (start, id) = new Account();
            var pattern = start + id + "»";
            ---
            ---
            class Account { public void Deconstruct(out string start, out string id) { start = "«"; id = "755743"; } }
            """,
        ["swap"] = """
            var (pattern, other) = ("‹^1$¦1›", "«755743»");
            (pattern, other) = (other, pattern);
            """,
        ["generic method"] = """
            var pattern = Last("‹^1$¦1›", "«755743»");
            ---
            private static T Last<T>(params T[] items) => items[items.Length - 1];
            """,
        ["generic class"] = """
            var pattern = new Box<string>("«755743»").Item;
            ---
            ---
            class Box<T>(T item) { public T Item { get; } = item; }
            """,
        ["extension method"] = """
            var pattern = "755743".Anchored();
            ---
            ---
            static class Text { public static string Anchored(this string id) => "«" + id + "»"; }
            """,
        ["static factory"] = """
            var pattern = Maintainer.Of("755743").Pattern;
            ---
            ---
            class Maintainer
            {
                private readonly string id;
                private Maintainer(string id) => this.id = id;
                public static Maintainer Of(string id) => new(id);
                public string Pattern => "«" + id + "»";
            }
            """,
        ["builder of the program"] = """
            var pattern = new Accounts().With("755743").With("755744").Build();
            ---
            ---
            class Accounts
            {
                private readonly List<string> ids = new();
                public Accounts With(string id) { ids.Add(id); return this; }
                public string Build() => string.Join("|", ids.Select(id => "«" + id + "»"));
            }
            """,
        ["override"] = """
            Account account = new Maintainer();
            var pattern = account.Pattern("755743");
            ---
            ---
            class Account { public virtual string Pattern(string id) => "‹^1$¦1›"; }
            class Maintainer : Account { public override string Pattern(string id) => "«" + id + "»"; }
            """,
        ["base call"] = """
            var pattern = new Maintainer().Pattern("755743");
            ---
            ---
            class Account { public virtual string Pattern(string id) => "«" + id; }
            class Maintainer : Account { public override string Pattern(string id) => base.Pattern(id) + "»"; }
            """,
        ["interface"] = """
            IAccount account = new Maintainer();
            var pattern = account.Pattern;
            ---
            ---
            interface IAccount { string Pattern { get; } }
            class Maintainer : IAccount { public string Pattern => "«755743»"; }
            """,
        ["explicit interface implementation"] = """
            IAccount account = new Maintainer();
            var pattern = account.Pattern();
            ---
            ---
            interface IAccount { string Pattern(); }
            class Maintainer : IAccount { string IAccount.Pattern() => "«755743»"; }
            """,
        ["default interface method"] = """
            IAccount account = new Maintainer();
            var pattern = account.Pattern();
            ---
            ---
            interface IAccount { string Pattern() => "«755743»"; }
            class Maintainer : IAccount { }
            """,
        ["indexer of the program"] = """
            var pattern = new Accounts()[1];
            ---
            ---
            class Accounts { public string this[int index] => index == 1 ? "«755743»" : "‹^1$¦1›"; }
            """,
        ["user-defined operator"] = """
            var pattern = (new Id("755") + new Id("743")).Text;
            ---
            ---
            record Id(string Text) { public static Id operator +(Id left, Id right) => new("«" + left.Text + right.Text + "»"); }
            """,
        ["user-defined conversion"] = """
            string pattern = new Id("755743");
            ---
            ---
            record Id(string Text) { public static implicit operator string(Id id) => "«" + id.Text + "»"; }
            """,
        ["overridden ToString"] = """
            var pattern = $"{new Id()}";
            ---
            ---
            class Id { public override string ToString() => "«755743»"; }
            """,
        ["recursion with an end"] = """
            var pattern = "«755" + Digits(3) + "»";
            ---
            private static string Digits(int count) => count == 0 ? "" : "7" + Digits(count - 1);
            """,
        ["local static function over a list"] = """
            var ids = new List<string>();
            Add(ids, "755743");
            var pattern = ids[0];
            static void Add(List<string> target, string id) => target.Add("«" + id + "»");
            """,
        ["async result"] = """
            var pattern = Id().Result;
            ---
            private static async System.Threading.Tasks.Task<string> Id()
            {
                await System.Threading.Tasks.Task.CompletedTask;
                return "«755743»";
            }
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["chain in one expression"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}).AndBaseBranchIs("main")‹¦.AndActorAccountIs("^1$")›] }),
            });
            """,
        ["chain that is stored"] = """
            var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            ‹var other = ¦group = ›group.AndActorAccountIs("^1$");
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [group] }),
            });
            """,
        ["chain that is returned"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [Group()‹¦.AndActorAccountIs("^1$")›] }),
            });
            ---
            private static FilterGroup Group() => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            """,
        ["chain that is extended by a helper"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [Gated(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}))] }),
            });
            ---
            private static FilterGroup Gated(FilterGroup group) => group‹¦.AndActorAccountIs("^1$")›;
            """,
        ["chain that is extended on one side"] = """
            var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            if (Inputs.A)
            {
                group = group.AndActorAccountIs("^1$");
            }
            ‹¦else
            {
                group = group.AndActorAccountIs("^2$");
            }›
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [group] }),
            });
            """,
        ["chain that is discarded"] = """
            var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
            ‹{|CDKSEC105:group.AndActorAccountIs("^1$")|}¦group = group.AndActorAccountIs("^1$")›;
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [group] }),
            });
            """,
        ["chain in a loop"] = """
            var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            foreach (var path in new[] { "src", "tests" })
            {
                group = group.AndFilePathIs(path);
            }
            ‹¦group = group.AndActorAccountIs("^1$");›
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [group] }),
            });
            """,
        ["chain over Aggregate"] = """
            var gates = new string[] { ‹¦"^1$"› };
            var group = gates.Aggregate(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}), (all, id) => all.AndActorAccountIs(id));
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [group] }),
            });
            """,
        ["chain that one builder extends"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [new Groups(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}))‹¦.From("^1$")›.Group] }),
            });
            ---
            ---
            class Groups(FilterGroup group)
            {
                public FilterGroup Group { get; private set; } = group;
                public Groups From(string id) { Group = Group.AndActorAccountIs(id); return this; }
            }
            """,
        ["groups of a generic helper"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = Only(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs("^1$")›) }),
            });
            ---
            private static T[] Only<T>(T item) => [item];
            """,
    };
}
