namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Loops and collections.</summary>
internal static class CollectionForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["array"] = """
            string[] ids = new string[] { "‹^1$¦1›", "«755743»" };
            var pattern = ids[1];
            """,
        ["array that is filled"] = """
            var ids = new string[2];
            ids[0] = "‹^1$¦1›";
            ids[1] = "«755743»";
            var pattern = ids[1];
            """,
        ["list"] = """
            var ids = new List<string> { "‹^1$¦1›" };
            ids.Add("«755743»");
            var pattern = ids[1];
            """,
        ["list that is filled from another"] = """
            var ids = new List<string>();
            ids.AddRange(new[] { "755743", "755744" });
            ids.Insert(0, "‹¦^(›");
            ids[0] += "";
            var pattern = ids[0] + string.Join("|", ids.Skip(1)) + "‹¦)$›";
            """,
        ["list that is changed by index"] = """
            var ids = new List<string> { "‹^1$¦1›" };
            ids[0] = "«755743»";
            var pattern = ids[0];
            """,
        ["dictionary"] = """
            var ids = new Dictionary<string, string> { ["first"] = "‹^1$¦1›", ["second"] = "«755743»" };
            var pattern = ids["second"];
            """,
        ["dictionary that is filled"] = """
            var ids = new Dictionary<string, string> { { "first", "‹^1$¦1›" } };
            ids.Add("second", "«755743»");
            ids["first"] = "‹^2$¦2›";
            var pattern = ids["second"];
            """,
        ["dictionary with a try"] = """
            var ids = new Dictionary<string, string> { ["first"] = "«755743»" };
            ids.TryGetValue("first", out var pattern);
            """,
        ["dictionary keys"] = """
            var ids = new Dictionary<string, int> { ["755743"] = 1, ["755744"] = 2 };
            var pattern = "‹¦^(›" + string.Join("|", ids.Keys) + "‹¦)$›";
            """,
        ["dictionary by enum"] = """
            var ids = new Dictionary<EventAction, string> { [EventAction.PUSH] = "«755743»", [EventAction.RELEASED] = "‹^1$¦1›" };
            var pattern = ids[EventAction.PUSH];
            """,
        ["immutable array"] = """
            var ids = System.Collections.Immutable.ImmutableArray.Create("‹^1$¦1›", "«755743»");
            var pattern = ids.Add("‹^1$¦1›")[1];
            """,
        ["immutable list"] = """
            var ids = System.Collections.Immutable.ImmutableList<string>.Empty.Add("«755743»");
            ids.Add("‹^1$¦1›");
            var pattern = string.Join("|", ids);
            """,
        ["collection expression with a spread"] = """
            string[] more = ["755743", "755744"];
            List<string> ids = ["‹¦^(›", .. more];
            var pattern = ids[0] + string.Join("|", ids.Skip(1)) + "‹¦)$›";
            """,
        ["set"] = """
            var ids = new HashSet<string> { "755743", "755744" };
            var pattern = "‹¦^(›" + string.Join("|", ids) + "‹¦)$›";
            """,
        ["set that is given the same twice"] = """
            var ids = new HashSet<string> { "«755743»", "«755743»" };
            ids.Add("«755743»");
            var pattern = string.Join("|", ids);
            """,
        ["query with Where and Select"] = """
            var accounts = new[] { (Id: "755743", IsTrusted: true), (Id: "1", IsTrusted: false) };
            var pattern = string.Join("|", accounts.Where(a => a.IsTrusted).Select(a => "«" + a.Id + "»"));
            """,
        ["query expression"] = """
            var ids = new[] { 755743, 1 };
            var pattern = string.Join("|", from id in ids where id > 10 select $"«{id}»");
            """,
        ["query with let"] = """
            var ids = new[] { "755743" };
            var pattern = (from id in ids let anchored = "«" + id + "»" select anchored).First();
            """,
        ["ordered query"] = """
            var ids = new[] { "755744", "755743" };
            var pattern = "‹¦^(›" + string.Join("|", ids.OrderBy(id => id)) + "‹¦)$›";
            """,
        ["query with an index"] = """
            var ids = new[] { "755743", "1" };
            var pattern = ids.Select((id, index) => index == 0 ? "«" + id + "»" : "‹^1$¦1›").First();
            """,
        ["query with Aggregate"] = """
            var ids = new[] { "755743", "755744" };
            var pattern = "‹¦^(›" + ids.Aggregate((all, id) => all + "|" + id) + "‹¦)$›";
            """,
        ["query with First and a predicate"] = """
            var ids = new[] { "‹^1$¦1›", "«755743»" };
            var pattern = ids.First(id => id.Contains("755743"));
            """,
        ["query with SelectMany, Distinct and Concat"] = """
            var teams = new[] { new[] { "755743" }, new[] { "755744", "755743" } };
            var pattern = "‹¦^(›" + string.Join("|", teams.SelectMany(team => team).Concat(["755745"]).Distinct()) + "‹¦)$›";
            """,
        ["query with Range and Zip"] = """
            var pattern = "‹¦^(›" + string.Join("|", Enumerable.Range(755743, 3).Select(id => id.ToString())) + "‹¦)$›";
            """,
        ["query over a dictionary"] = """
            var ids = new Dictionary<string, bool> { ["755743"] = true, ["1"] = false };
            var pattern = ids.Where(pair => pair.Value).Select(pair => "«" + pair.Key + "»").Single();
            """,
        ["query to a dictionary"] = """
            var ids = new[] { 755743, 1 }.ToDictionary(id => id, id => $"«{id}»");
            var pattern = ids[755743];
            """,
        ["foreach"] = """
            var pattern = "";
            foreach (var id in new[] { 755743, 755744 })
            {
                pattern += (pattern.Length == 0 ? "" : "|") + $"«{id}»";
            }
            """,
        ["for"] = """
            var ids = new List<string> { "755743", "755744" };
            var pattern = "";
            for (var i = 0; i < ids.Count; i++)
            {
                pattern += (i > 0 ? "|" : "") + "«" + ids[i] + "»";
            }
            """,
        ["for that counts down"] = """
            var pattern = "";
            for (int i = 3; i > 0; i -= 1)
            {
                pattern = i + pattern;
            }

            pattern = "«755743" + pattern + "»";
            """,
        ["while with break and continue"] = """
            var number = 755740;
            while (true)
            {
                number++;
                if (number % 2 == 0)
                {
                    continue;
                }

                if (number >= 755743)
                {
                    break;
                }
            }

            var pattern = "«" + number + "»";
            """,
        ["do"] = """
            var pattern = "755";
            do
            {
                pattern += "7";
            }
            while (pattern.Length < 5);

            pattern = "«" + pattern + "»";
            """,
        ["deconstruction in foreach"] = """
            var pattern = "";
            foreach (var (id, isTrusted) in new[] { ("755743", true), ("1", false) })
            {
                if (isTrusted)
                {
                    pattern = "«" + id + "»";
                }
            }
            """,
        ["foreach over a dictionary"] = """
            var pattern = "";
            foreach (var (id, isTrusted) in new Dictionary<string, bool> { ["755743"] = true })
            {
                pattern += isTrusted ? "«" + id + "»" : "";
            }
            """,
        ["yield return"] = """
            var pattern = string.Join("|", Ids(true));
            ---
            private static IEnumerable<string> Ids(bool both)
            {
                yield return "«755743»";
                if (both)
                {
                    yield return "«755744»";
                }
            }
            """,
        ["yield return in a loop with break"] = """
            var pattern = string.Join("|", Ids());
            ---
            private static IEnumerable<string> Ids()
            {
                for (var i = 0; ; i++)
                {
                    if (i == 2)
                    {
                        yield break;
                    }

                    yield return "«75574" + i + "»";
                }
            }
            """,
        ["stack and queue"] = """
            var ids = new Queue<string>();
            ids.Enqueue("«755743»");
            var pattern = string.Join("|", ids);
            """,
        ["Array.ConvertAll"] = """
            var pattern = string.Join("|", Array.ConvertAll(new[] { 755743, 755744 }, id => $"«{id}»"));
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["array of groups"] = """
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH), FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs("^1$")› } }),
            });
            """,
        ["list of groups to an array"] = """
            var groups = new List<FilterGroup> { FilterGroup.InEventOf(EventAction.PUSH) };
            groups.Add(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs("^1$")›);
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = groups.ToArray() }),
            });
            """,
        ["conditionally added group"] = """
            var groups = new List<FilterGroup> { FilterGroup.InEventOf(EventAction.PUSH) };
            if (Inputs.A)
            {
                groups.Add(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs("^1$")›);
            }

            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = groups.ToArray() }),
            });
            """,
        ["groups of a query"] = """
            var events = new[] { EventAction.PUSH, ‹{|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}¦EventAction.RELEASED› };
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = events.Select(e => FilterGroup.InEventOf(e)).ToArray() }),
            });
            """,
        ["projects in a loop"] = """
            foreach (var repo in new[] { "one", "two" })
            {
                new Project(this, repo, new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = repo, Webhook = {|CDKSEC102:true|}, WebhookFilters = ‹repo == "two" ? null : ¦›new[] { FilterGroup.InEventOf(EventAction.PUSH) } }),
                });
            }
            """,
        ["projects of a dictionary"] = """
            var webhooks = new Dictionary<string, bool> { ["one"] = false, ["two"] = ‹true¦false› };
            foreach (var pair in webhooks)
            {
                new Project(this, pair.Key, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = pair.Key, Webhook = {|CDKSEC102:pair.Value|} }) });
            }
            """,
        ["projects by ForEach"] = """
            new List<string> { "one", "two" }.ForEach(repo => new Project(this, repo, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = repo, Webhook = ‹{|CDKSEC102:true|}¦false› }) }));
            """,
        ["empty list"] = """
            var groups = new List<FilterGroup>();
            ‹groups.Clear()¦groups.Add(FilterGroup.InEventOf(EventAction.PUSH))›;
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|}, WebhookFilters = groups.ToArray() }),
            });
            """,
        ["events in a params array"] = """
            EventAction[] events = [EventAction.PUSH, ‹{|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|}¦EventAction.RELEASED›];
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(events)] }),
            });
            """,
    };
}
