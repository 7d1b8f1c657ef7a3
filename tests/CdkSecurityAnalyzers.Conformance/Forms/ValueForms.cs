namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Objects and how their members are set; locals, constants, fields and properties.</summary>
internal static class ValueForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["reassigned local"] = """
            var pattern = "‹^1$¦1›";
            pattern = "«755743»";
            """,
        ["constant of the class"] = """
            var pattern = Id;
            ---
            private const string Id = "«755743»";
            """,
        ["constant in another file"] = """
            var pattern = Accounts.Id;
            ---
            ---
            static class Accounts
            {
                public const string Number = "755743";
                public const string Id = "«" + Number + "»";
            }
            """,
        ["static readonly field in another file"] = """
            var pattern = Accounts.Id;
            ---
            ---
            static class Accounts
            {
                public static readonly string Id = string.Concat("«", Number, "»");
                private const int Number = 755743;
            }
            """,
        ["static property with an initializer"] = """
            var pattern = Accounts.Id;
            ---
            ---
            static class Accounts
            {
                public static string Id { get; } = "«755743»";
            }
            """,
        ["static expression-bodied property"] = """
            var pattern = Accounts.Id;
            ---
            ---
            static class Accounts
            {
                public static string Id => $"«{755743}»";
            }
            """,
        ["readonly field of the instance"] = """
            var pattern = id;
            ---
            private readonly string id = "«755743»";
            """,
        ["field assigned in the constructor"] = """
            id = "«755743»";
            var pattern = this.id;
            ---
            private string id = "‹^1$¦1›";
            """,
        ["get-only property of the instance"] = """
            var pattern = Id;
            ---
            private string Id { get; } = "«755743»";
            """,
        ["computed property"] = """
            var pattern = Id;
            ---
            private int Number => 755743;
            private string Id { get { return "«" + Number + "»"; } }
            """,
        ["property with a backing field and a setter"] = """
            Id = "755743";
            var pattern = Id;
            ---
            private string id = "";
            private string Id { get => id; set => id = "«" + value + "»"; }
            """,
        ["virtual property that the type overrides"] = """
            Accounts accounts = new Maintainers();
            var pattern = accounts.Pattern;
            ---
            ---
            class Accounts
            {
                protected virtual string Id => "‹^1$¦1›";
                public string Pattern => Id;
            }

            sealed class Maintainers : Accounts
            {
                protected override string Id => "«755743»";
            }
            """,
        ["primary constructor parameter"] = """
            var pattern = new Accounts("755743").Pattern;
            ---
            ---
            class Accounts(string id)
            {
                public string Pattern => "«" + id + "»";
            }
            """,
        ["primary constructor parameter in an initializer"] = """
            var pattern = new Accounts("755743").Pattern;
            ---
            ---
            class Accounts(string id)
            {
                public string Pattern { get; } = $"«{id}»";
            }
            """,
        ["primary constructor of a base class"] = """
            var pattern = new Maintainers().Pattern;
            ---
            ---
            class Accounts(string id)
            {
                public string Pattern => id;
            }

            class Maintainers() : Accounts("«755743»");
            """,
        ["record"] = """
            var pattern = new Account("«755743»", 1).Id;
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["record with a changed member"] = """
            var first = new Account("‹^1$¦1›", 1);
            var pattern = (first with { Id = "«755743»" }).Id;
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["copy by with leaves the original alone"] = """
            var first = new Account("«755743»", 1);
            var second = first with { Id = "‹^1$¦1›" };
            var pattern = first.Id;
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["record struct"] = """
            var pattern = new Account { Id = "«755743»" }.Id;
            ---
            ---
            record struct Account(string Id);
            """,
        ["struct is copied"] = """
            var first = new Account { Id = "«755743»" };
            var second = first;
            second.Id = "‹^1$¦1›";
            var pattern = first.Id;
            ---
            ---
            struct Account { public string Id; }
            """,
        ["anonymous object"] = """
            var account = new { Id = "«755743»", Level = 1 };
            var pattern = account.Id;
            """,
        ["tuple"] = """
            (string Id, int Level) account = ("«755743»", 1);
            var pattern = account.Id;
            """,
        ["unnamed tuple"] = """
            var account = (1, "«755743»");
            var pattern = account.Item2;
            """,
        ["nested object initializer"] = """
            var settings = new Settings { Account = { Id = "«755743»" } };
            var pattern = settings.Account.Id;
            ---
            ---
            class Settings { public Account Account { get; } = new(); }
            class Account { public string Id { get; set; } = "‹^1$¦1›"; }
            """,
        ["chained constructors"] = """
            var pattern = new Account(755743).Id;
            ---
            ---
            class Account
            {
                public Account(string id) => Id = "«" + id + "»";
                public Account(int id) : this(id.ToString()) { }
                public string Id { get; }
            }
            """,
        ["base constructor"] = """
            var pattern = new Maintainer().Id;
            ---
            ---
            abstract class Account
            {
                protected Account(int id) => Id = $"«{id}»";
                public string Id { get; }
            }

            sealed class Maintainer : Account
            {
                public Maintainer() : base(755743) { }
            }
            """,
        ["nullable value"] = """
            int? id = 755743;
            var pattern = "«" + id.Value + "»";
            """,
        ["reference to the same object"] = """
            var first = new Account();
            var second = first;
            second.Id = "«755743»";
            var pattern = first.Id;
            ---
            ---
            class Account { public string Id { get; set; } = "‹^1$¦1›"; }
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["object initializer"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› }),
            });
            """,
        ["target-typed new"] = """
            GitHubSourceProps source = new() { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› };
            ProjectProps props = new() { Source = Source.GitHub(source) };
            Project build = new(this, "Build", props);
            """,
        ["assignments after construction"] = """
            var source = new GitHubSourceProps();
            source.Owner = "owner";
            source.Repo = "repo";
            source.Webhook = ‹{|CDKSEC102:true|}¦false›;
            var props = new ProjectProps();
            props.Source = Source.GitHub(source);
            new Project(this, "Build", props);
            """,
        ["later assignment wins"] = """
            var source = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹false¦true› };
            source.Webhook = ‹{|CDKSEC102:true|}¦false›;
            new Project(this, "Build", new ProjectProps { Source = Source.GitHub(source) });
            """,
        ["assignment to another variable of the same object"] = """
            var source = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true };
            IGitHubSourceProps same = source;
            source.Webhook = ‹{|CDKSEC102:true|}¦false›;
            new Project(this, "Build", new ProjectProps { Source = Source.GitHub(same) });
            """,
        ["props class with its own constructor"] = """
            new Project(this, "Build", new ProjectProps { Source = Source.GitHub({|CDKSEC102:new Widgets()|}) });
            ---
            ---
            class Widgets : GitHubSourceProps
            {
                public Widgets()
                {
                    Owner = "owner";
                    Repo = "repo";
                    Webhook = ‹true¦false›;
                }
            }
            """,
        ["project class of the program"] = """
            new Build(this, "Build", ‹{|CDKSEC102:true|}¦false›);
            ---
            ---
            class Build : Project
            {
                public Build(Construct scope, string id, bool webhook)
                    : base(scope, id, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = webhook }) })
                {
                }
            }
            """,
        ["construct of the program that holds a project"] = """
            new Delivery(this, "Delivery");
            ---
            ---
            class Delivery : Construct
            {
                public Delivery(Construct scope, string id) : base(scope, id)
                {
                    new Project(this, "Build", new ProjectProps
                    {
                        Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› }),
                    });
                }
            }
            """,
        ["settings record"] = """
            var settings = new Settings("repo", ‹true¦false›);
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = settings.Repo, Webhook = {|CDKSEC102:settings.Webhook|} }),
            });
            ---
            record Settings(string Repo, bool Webhook);
            """,
    };
}
