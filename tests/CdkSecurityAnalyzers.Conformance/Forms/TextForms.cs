namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Text that is put together, cut and rewritten.</summary>
internal static class TextForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["literal"] = """
            var pattern = "«755743»";
            """,
        ["constant"] = """
            const string Start = "«755";
            const string pattern = Start + "743»";
            """,
        ["concatenation of locals"] = """
            var first = "755";
            var last = "743»";
            var pattern = "«" + first + last;
            """,
        ["concatenation with a number and a character"] = """
            var number = 755;
            var character = '7';
            var pattern = "«" + number + character + 43 + "»";
            """,
        ["concatenation with null"] = """
            string? nothing = null;
            var pattern = nothing + "«755743»" + nothing;
            """,
        ["compound assignment"] = """
            var pattern = "«755";
            pattern += 743;
            pattern += "»";
            """,
        ["interpolation"] = """
            var id = 755743;
            var pattern = $"«{id}»";
            """,
        ["interpolation with a format and a width"] = """
            var id = 5743;
            var pattern = $"«75{id:D4}»" + $"{string.Empty,0}";
            """,
        ["interpolated raw literal"] = """"
            var id = "755743";
            var pattern = $"""«{id}»""";
            """",
        ["verbatim interpolation"] = """
            var id = "755743";
            var pattern = $@"«{id}»";
            """,
        ["raw literal"] = """"
            var pattern = """
                «755743»
                """;
            """",
        ["string.Join of an array"] = """
            string[] ids = ["755743", "755744"];
            var pattern = "‹¦^(›" + string.Join("|", ids) + "‹¦)$›";
            """,
        ["string.Join of arguments"] = """
            var pattern = "‹¦^(›" + string.Join("|", "755743", "755744") + "‹¦)$›";
            """,
        ["string.Join with a character"] = """
            var pattern = "‹¦^(›" + string.Join('|', new List<string> { "755743", "755744" }) + "‹¦)$›";
            """,
        ["string.Join of numbers"] = """
            var pattern = "‹¦^(›" + string.Join("|", new[] { 755743, 755744 }) + "‹¦)$›";
            """,
        ["string.Join over a query"] = """
            var ids = new[] { 755743, 755744 };
            var pattern = string.Join("|", ids.Select(id => $"«{id}»"));
            """,
        ["string.Concat"] = """
            var pattern = string.Concat("«", "755743", "»");
            """,
        ["string.Concat of a list"] = """
            var pattern = string.Concat(new List<string> { "«", "755743", "»" });
            """,
        ["string.Format"] = """
            var pattern = string.Format("‹¦^›{0}{1}‹¦$›", 755, "743");
            """,
        ["string.Format with a culture"] = """
            var pattern = string.Format(System.Globalization.CultureInfo.InvariantCulture, "‹¦^›{0}‹¦$›", 755743);
            """,
        ["Replace"] = """
            var pattern = "«ID»".Replace("ID", "755743");
            """,
        ["Trim and case"] = """
            var pattern = "  «755743»X ".Trim().ToLower().TrimEnd('x');
            """,
        ["Substring"] = """
            var pattern = "id:«755743»".Substring(3);
            """,
        ["range"] = """
            var pattern = "id:«755743»"[3..];
            """,
        ["range from the end"] = """
            var pattern = "id:«755743»;"[3..^1];
            """,
        ["Split"] = """
            var pattern = "none,«755743»".Split(',')[1];
            """,
        ["Split by text"] = """
            var pattern = "none, «755743»".Split(", ")[1];
            """,
        ["Split and index from the end"] = """
            var pattern = "none,«755743»".Split(',')[^1];
            """,
        ["Insert into one of two texts, by the same question"] = """
            var pattern = (Inputs.A ? "743»" : "5743»").Insert(0, Inputs.A ? "«755" : "«7");
            """,
        ["Replace by one of two texts, by the same question twice"] = """
            var pattern = (Inputs.A ? "x743»" : "y5743»").Replace(Inputs.A ? "x" : "y", Inputs.A ? "«755" : "«7");
            """,
        ["Insert, Remove and padding"] = """
            var pattern = "«755XX»".Insert("«755".Length, "743").Remove("«755743".Length, 2);
            """,
        ["IndexOf"] = """
            var entry = "id=«755743»";
            var pattern = entry.Substring(entry.IndexOf('=') + 1);
            """,
        ["ToString of a number"] = """
            var pattern = "«" + 755743.ToString() + "»";
            """,
        ["ToString with the invariant culture"] = """
            var pattern = "«" + 755743.ToString(System.Globalization.CultureInfo.InvariantCulture) + "»";
            """,
        ["StringBuilder"] = """
            var text = new System.Text.StringBuilder();
            text.Append('‹ ¦^›');
            text.Append(755).Append("743");
            text.Append("»");
            var pattern = text.ToString().Trim();
            """,
        ["StringBuilder that begins with text"] = """
            var text = new System.Text.StringBuilder("«755");
            text.AppendJoin("", "7", "4").Append(3).Append("»");
            var pattern = text.ToString();
            """,
        ["StringBuilder in a loop"] = """
            var text = new System.Text.StringBuilder();
            foreach (var id in new[] { "755743", "755744" })
            {
                if (text.Length > 0)
                {
                    text.Append('|');
                }

                text.Append("«").Append(id).Append("»");
            }

            var pattern = text.ToString();
            """,
        ["StringBuilder that is inserted into and formats"] = """
            var text = new System.Text.StringBuilder();
            text.AppendFormat("{0}743", 755).Insert(0, "«").Append("»").AppendLine();
            var pattern = text.ToString().Trim();
            """,
        ["StringBuilder that is cleared and replaced"] = """
            var text = new System.Text.StringBuilder("any");
            text.Clear().Append("«ID»").Replace("ID", "755743");
            var pattern = text.ToString();
            """,
        ["StringBuilder filled by a helper"] = """
            var text = new System.Text.StringBuilder();
            Fill(text);
            var pattern = $"{text}";
            ---
            private static void Fill(System.Text.StringBuilder text) => text.Append($"«{755743}»");
            """,
        ["StringBuilder that a branch changes"] = """
            var text = new System.Text.StringBuilder("755743");
            if (Inputs.A)
            {
                text.Append("|").Append(755744);
            }

            var pattern = "‹¦^(›" + text + "‹¦)$›";
            """,
        ["nameof and enum names"] = """
            var pattern = "«755743»" + nameof(Inputs).Replace("Inputs", "") + Level.High.ToString().Replace("High", "");
            ---
            private enum Level { High }
            """,
        ["parsed number"] = """
            var pattern = "«" + int.Parse("755743") + "»";
            """,
        ["arithmetic"] = """
            var pattern = "«" + (755000 + 743) + "»";
            """,
        ["characters of a string"] = """
            var pattern = "«" + new string(new[] { '7', '5', '5' }) + new string('7', 1) + "43»";
            """,
        ["line breaks"] = """
            var pattern = ("«755743»" + System.Environment.NewLine).Trim();
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["unknown text beside a known anchor"] = """
            // A hole hides the pattern, so the verdict on it is silence; the missing gate of the risky twin is what is seen.
            var id = Inputs.Name ?? "755743";
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "owner", Repo = "repo",
                    WebhookFilters = [FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs($"^{id}$")›],
                }),
            });
            """,
        ["all events of the enum"] = """
            var events = {|CDKSEC101:Enum.GetValues<EventAction>()|}.Where(action => action is EventAction.PUSH‹ or EventAction.PULL_REQUEST_CREATED¦›).ToArray();
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(events)] }),
            });
            """,
        ["events by the names of the enum"] = """
            var events = {|CDKSEC101:Enum.GetValues(typeof(EventAction))|}.Cast<EventAction>().Where(action => action.ToString().EndsWith("‹CREATED¦MERGED›")).ToArray();
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(events)] }),
            });
            """,
        ["parsed enum member"] = """
            var action = Enum.Parse<EventAction>("‹PULL_REQUEST_CREATED¦PUSH›");
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf({|CDKSEC101:action|})] }),
            });
            """,
    };
}
