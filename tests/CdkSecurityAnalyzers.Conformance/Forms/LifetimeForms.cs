namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>Exceptions, disposal, and what happens to an object after it was passed on.</summary>
internal static class LifetimeForms
{
    public static IReadOnlyDictionary<string, string> Patterns { get; } = new Dictionary<string, string>
    {
        ["try"] = """
            string pattern;
            try
            {
                pattern = "«755743»";
            }
            finally
            {
                Console.Write("");
            }
            """,
        ["try with a catch that throws on"] = """
            string pattern;
            try
            {
                pattern = "«755743»";
            }
            catch (Exception)
            {
                throw;
            }
            """,
        ["using declaration"] = """
            using var writer = new System.IO.StringWriter();
            var pattern = "«755743»";
            """,
        ["using statement"] = """
            var pattern = "‹^1$¦1›";
            using (new System.IO.StringWriter())
            {
                pattern = "«755743»";
            }
            """,
        ["lock"] = """
            var pattern = "‹^1$¦1›";
            lock (this)
            {
                pattern = "«755743»";
            }
            """,
        ["checked"] = """
            var number = 755742;
            checked
            {
                number++;
            }

            var pattern = "«" + number + "»";
            """,
    };

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["source is copied when it is passed"] = """
            var source = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} };
            ‹¦source.WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)];›
            var github = Source.GitHub(source);
            source.WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)];
            new Project(this, "Build", new ProjectProps { Source = github });
            """,
        ["list that was copied"] = """
            var groups = new List<FilterGroup> { FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}) };
            ‹¦groups[0] = FilterGroup.InEventOf(EventAction.PUSH);›
            var copy = groups.ToArray();
            groups[0] = FilterGroup.InEventOf(EventAction.PUSH);
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = copy }),
            });
            """,
        ["array that is shared"] = """
            var groups = new[] { FilterGroup.InEventOf(EventAction.PUSH) };
            var same = groups;
            same[0] = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})‹¦.AndActorAccountIs("^1$")›;
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = groups }),
            });
            """,
        ["override that deletes the webhook"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            ‹¦resource.AddPropertyDeletionOverride("Triggers");›
            """,
        ["override that switches the webhook off"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = true }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            resource.AddPropertyOverride("Triggers.Webhook", ‹{|CDKSEC102:true|}¦false›);
            """,
        ["override by a computed path"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            foreach (var name in new[] { "‹Name¦Triggers›" })
            {
                resource.AddPropertyOverride($"{name}‹¦.Webhook›", ‹"build"¦false›);
            }
            """,
        ["property of the resource"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            resource.Name = "build";
            ‹¦resource.Triggers = new CfnProject.ProjectTriggersProperty { Webhook = false };›
            """,
        ["override in a helper"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            Close(resource);
            ---
            private static void Close(CfnResource resource)
            {
                ‹¦resource.AddPropertyDeletionOverride("Triggers");›
            }
            """,
        ["override on one side"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            var resource = (CfnProject)project.Node.DefaultChild!;
            if (Inputs.A)
            {
                resource.AddPropertyDeletionOverride("Triggers");
            }
            ‹¦else
            {
                resource.AddPropertyOverride("Triggers.Webhook", false);
            }›
            """,
        ["resource found by a pattern"] = """
            var project = new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = {|CDKSEC102:true|} }) });
            if (project.Node.DefaultChild is CfnProject resource)
            {
                resource.AddPropertyOverride("‹Name¦Triggers.Webhook›", ‹"build"¦false›);
            }
            """,
        ["handled exception"] = """
            try
            {
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = ‹{|CDKSEC102:true|}¦false› }) });
            }
            catch (InvalidOperationException)
            {
                throw new InvalidOperationException("refused");
            }
            """,
    };
}
