namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Conditions: known ones take one branch, unknown ones both, and the same question gets the same answer.</summary>
internal static class BranchForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["known if"] = """
            const bool isOpen = true;
            var pattern = "‹^1$¦1›";
            if (isOpen)
            {
                pattern = "«755743»";
            }
            """,
        ["known comparison"] = """
            var count = 3;
            var pattern = count > 2 && count != 4 ? "«755743»" : "‹^1$¦1›";
            """,
        ["unknown if whose one arm is risky"] = """
            var pattern = "^1$";
            if (Inputs.A)
            {
                pattern = {|CDKSEC103:"«755743»"|};
            }
            """,
        ["unknown ternary whose one arm is risky"] = """
            var pattern = Inputs.A ? {|CDKSEC103:"«755743»"|} : "^1$";
            """,
        ["unknown ternary whose both arms are risky"] = """
            var pattern = Inputs.A ? {|CDKSEC103:"«755743»"|} : {|CDKSEC103:"«755744»"|};
            """,
        ["coalescing an unknown"] = """
            var pattern = Inputs.Name is null ? null : "^1$";
            pattern = pattern ?? {|CDKSEC103:"«755743»"|};
            """,
        ["coalescing a known null"] = """
            string? given = null;
            var pattern = given ?? "«755743»";
            """,
        ["coalescing a known value"] = """
            string? given = "«755743»";
            var pattern = given ?? "‹^1$¦1›";
            """,
        ["coalescing assignment"] = """
            string? pattern = null;
            pattern ??= "«755743»";
            pattern ??= "‹^1$¦1›";
            """,
        ["conditional access"] = """
            Account? account = new() { Id = "«755743»" };
            var pattern = account?.Id ?? "‹^1$¦1›";
            ---
            ---
            class Account { public string? Id { get; set; } }
            """,
        ["conditional access of null"] = """
            Account? account = null;
            var pattern = account?.Id?.Trim() ?? "«755743»";
            ---
            ---
            class Account { public string? Id { get; set; } }
            """,
        ["switch statement"] = """
            var stage = "prod";
            string pattern;
            switch (stage)
            {
                case "test":
                    pattern = "‹^1$¦1›";
                    break;
                case "prod" or "live":
                    pattern = "«755743»";
                    break;
                default:
                    pattern = "‹^2$¦2›";
                    break;
            }
            """,
        ["switch expression"] = """
            var level = 7;
            var pattern = level switch
            {
                < 5 => "‹^1$¦1›",
                >= 5 and < 8 => "«755743»",
                _ => "‹^2$¦2›",
            };
            """,
        ["switch expression with a guard"] = """
            var level = 7;
            var pattern = level switch
            {
                var n when n % 2 == 0 => "‹^1$¦1›",
                _ => "«755743»",
            };
            """,
        ["switch expression on a tuple"] = """
            var pattern = ("prod", true) switch
            {
                ("test", _) => "‹^1$¦1›",
                ("prod", true) => "«755743»",
                _ => "‹^2$¦2›",
            };
            """,
        ["switch expression on a type"] = """
            object account = "755743";
            var pattern = account switch
            {
                int number => "‹^1$¦1›" + number,
                string text => "«" + text + "»",
                _ => "‹^2$¦2›",
            };
            """,
        ["property pattern"] = """
            var account = new Account("755743", 2);
            var pattern = account is { Level: > 1, Id: { Length: 6 } id } ? "«" + id + "»" : "‹^1$¦1›";
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["positional pattern"] = """
            var account = new Account("755743", 2);
            var pattern = account is (var id, 2) ? "«" + id + "»" : "‹^1$¦1›";
            ---
            ---
            record Account(string Id, int Level);
            """,
        ["list pattern"] = """
            string[] ids = ["755743", "1"];
            var pattern = ids is [var first, ..] ? "«" + first + "»" : "‹^1$¦1›";
            """,
        ["negated pattern"] = """
            string? given = "755743";
            var pattern = given is not null ? "«" + given + "»" : "‹^1$¦1›";
            """,
        ["early return"] = """
            var pattern = Pick(true);
            ---
            private static string Pick(bool open)
            {
                if (open)
                {
                    return "«755743»";
                }

                return "‹^1$¦1›";
            }
            """,
        ["enum comparison"] = """
            var level = Level.High;
            var pattern = level == Level.High ? "«755743»" : "‹^1$¦1›";
            ---
            private enum Level { Low, High }
            """,
        ["flags"] = """
            var level = Level.High | Level.Wide;
            var pattern = (level & Level.High) != 0 ? "«755743»" : "‹^1$¦1›";
            ---
            [Flags]
            private enum Level { Low = 1, High = 2, Wide = 4 }
            """,
        ["short circuit"] = """
            string? given = null;
            var pattern = given == null || given.Length == 0 ? "«755743»" : "‹^1$¦1›";
            """,
        ["ternary with a throw"] = """
            var pattern = Inputs.A ? "«755743»" : throw new InvalidOperationException("refused");
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["same unknown condition is assumed equally"] = """
            FilterGroup[]? filters = null;
            if (Inputs.A)
            {
                filters = [FilterGroup.InEventOf(EventAction.PUSH)];
            }

            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:!Inputs.A|}¦Inputs.A›, WebhookFilters = filters }),
            });
            """,
        ["negation and conjunction of the same conditions"] = """
            var isOpen = Inputs.A && !Inputs.B;
            var filters = isOpen ? ‹null¦new[] { FilterGroup.InEventOf(EventAction.PUSH) }› : new[] { FilterGroup.InEventOf(EventAction.PUSH) };
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:!Inputs.B|}¦!Inputs.B›, WebhookFilters = filters }),
            });
            """,
        ["project in one arm"] = """
            if (Inputs.A)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› }),
                });
            }
            """,
        ["known condition leaves an arm out"] = """
            const bool isOpen = ‹true¦false›;
            if (isOpen)
            {
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            }
            """,
        ["throwing path synthesizes nothing"] = """
            var source = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦true› };
            if (Inputs.A)
            {
                source.WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)];
            }
            else if (‹Inputs.B¦!Inputs.A›)
            {
                throw new InvalidOperationException("refused");
            }

            new Project(this, "Build", new ProjectProps { Source = Source.GitHub(source) });
            """,
        ["guard clause"] = """
            if (‹Inputs.B¦!Inputs.A›)
            {
                throw new InvalidOperationException("refused");
            }

            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|}, WebhookFilters = Inputs.A ? [FilterGroup.InEventOf(EventAction.PUSH)] : null,
                }),
            });
            """,
        ["early return from the constructor"] = """
            if (‹Inputs.A¦!Inputs.A›)
            {
                return;
            }

            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|}, WebhookFilters = Inputs.A ? [FilterGroup.InEventOf(EventAction.PUSH)] : null,
                }),
            });
            """,
        ["unknown switch"] = """
            GitHubSourceProps source = (Inputs.A, Inputs.B) switch
            {
                (true, true) => new() { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› },
                _ => new() { Owner = "owner", Repo = "repo" },
            };
            new Project(this, "Build", new ProjectProps { Source = Source.GitHub(source) });
            """,
        ["conditions that depend on each other"] = """
            var isOpen = false;
            if (Inputs.A)
            {
                isOpen = ‹{|CDKSEC102:!Inputs.B|}¦!Inputs.B›;
            }

            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "owner", Repo = "repo", Webhook = isOpen, WebhookFilters = ‹!Inputs.A¦Inputs.A› ? [FilterGroup.InEventOf(EventAction.PUSH)] : null,
                }),
            });
            """,
    };
}
