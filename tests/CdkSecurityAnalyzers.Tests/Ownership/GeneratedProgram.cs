using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>
/// Random programs of several files: helpers that call helpers in other files, stacks that call them, and an entry that creates the stacks. Each member
/// either decides something risky, decides something safe, or passes on what it is given; one member stands on each line.
/// </summary>
internal static class GeneratedProgram
{
    private static readonly string[] Actors = ["\"755743\"", "\"^755743$\"", "\".*\"", "\"^1$|2\""];
    private static readonly string[] Events = ["PULL_REQUEST_CREATED", "PUSH", "PULL_REQUEST_MERGED"];

    public static IReadOnlyList<(string Name, string Text)> Of(Random random, int size)
    {
        var files = new List<(string Name, string Text)>();
        for (var number = 0; number < size; number++)
        {
            files.Add(($"Helpers{number}.cs", Type($"static class Helpers{number}", Helper(random, number))));
        }

        for (var number = 0; number < size / 2; number++)
        {
            files.Add(($"Stack{number}.cs", Type($"class Stack{number} : Stack", Stack(random, number, size))));
        }

        var entry = Enumerable.Range(0, size / 2).Select(number => $"new Stack{number}(app, {Actor(random)}, {Switch(random)});");
        return [(TestProgram.FileName, string.Join('\n', entry.Prepend("var app = new App();").Append("app.Synth();"))), .. files];
    }

    /// <summary>The program without one of its lines, for each line of it that may go.</summary>
    public static IEnumerable<IReadOnlyList<(string Name, string Text)>> Smaller(IReadOnlyList<(string Name, string Text)> files)
    {
        for (var index = 0; index < files.Count; index++)
        {
            var lines = files[index].Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (lines[line] is not ("{" or "}" or ""))
                {
                    yield return [.. files.Select((file, other) => other == index ? (file.Name, string.Join('\n', lines.Where((_, number) => number != line))) : file)];
                }
            }
        }
    }

    /// <summary>The members of a class of helpers; each may call those of the classes before it.</summary>
    private static IEnumerable<string> Helper(Random random, int number)
    {
        var earlier = number == 0 ? -1 : random.Next(number);
        yield return $"public static readonly FilterGroup Shared = {Group(random, earlier, Actor(random))};";
        yield return $"public static FilterGroup Group(string actor) => {Group(random, earlier, random.Next(3) == 0 ? Actor(random) : "actor")};";
        yield return $"public static IEnumerable<FilterGroup> Groups(string actor) {{ yield return {Group(random, earlier, "actor")}; yield return Shared; }}";
        yield return $"public static GitHubSourceProps Props(bool webhook) => new() {{ Owner = \"owner\", Repo = \"repo\", Webhook = {(random.Next(3) == 0 ? "true" : "webhook")} }};";
        yield return earlier < 0 || random.Next(3) == 0
            ? "public static void Build(Construct scope, string id, bool webhook, params FilterGroup[] groups) { var props = Props(webhook); if (groups.Length > 0) { props.WebhookFilters = groups; } new Project(scope, id, new ProjectProps { Source = Source.GitHub(props) }); }"
            : $"public static void Build(Construct scope, string id, bool webhook, params FilterGroup[] groups) => Helpers{earlier}.Build(scope, id, {(random.Next(4) == 0 ? Switch(random) : "webhook")}, {Group(random, earlier, Actor(random))});";
    }

    private static IEnumerable<string> Stack(Random random, int number, int size)
    {
        yield return $"private readonly string actor = {Actor(random)};";
        yield return $"public Stack{number}(Construct scope, string given, bool webhook) : base(scope, \"Stack{number}\")";
        yield return "{";
        for (var statement = 0; statement < 3; statement++)
        {
            var helper = random.Next(size);
            yield return random.Next(3) switch
            {
                0 => $"Helpers{helper}.Build(this, \"Build{statement}\", {Switch(random)});",
                1 => $"Helpers{helper}.Build(this, \"Build{statement}\", webhook, Helpers{random.Next(size)}.Group({Actor(random)}), Helpers{random.Next(size)}.Shared);",
                _ => $"new Project(this, \"Build{statement}\", new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"owner\", Repo = \"repo\", Webhook = webhook, WebhookFilters = Helpers{helper}.Groups({(random.Next(2) == 0 ? "given" : "actor")}).Append({Group(random, helper, "given")}).ToArray() }}) }});",
            };
        }

        yield return "}";
    }

    private static string Group(Random random, int helper, string actor) => random.Next(helper < 0 ? 2 : 4) switch
    {
        0 => $"FilterGroup.InEventOf(EventAction.{Events[random.Next(Events.Length)]})",
        1 => $"FilterGroup.InEventOf(EventAction.{Events[random.Next(Events.Length)]}).AndActorAccountIs({actor})",
        2 => $"Helpers{helper}.Group({actor})",
        _ => $"Helpers{helper}.Shared",
    };

    private static string Actor(Random random) => Actors[random.Next(Actors.Length)];

    private static string Switch(Random random) => random.Next(2) == 0 ? "true" : "false";

    private static string Type(string declaration, IEnumerable<string> members) => $"{declaration}\n{{\n{string.Join('\n', members)}\n}}\n";
}
