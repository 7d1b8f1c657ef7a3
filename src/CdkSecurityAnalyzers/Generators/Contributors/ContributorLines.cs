using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>
/// Reads a list of contributors line by line. A line with a mistake is left out, and told: whoever is not on the list for certain may not start builds.
/// </summary>
internal sealed class ContributorLines
{
    private readonly string path;
    private readonly SourceText text;
    private readonly Section everywhere;
    private readonly List<Section> sections = [];
    private readonly List<FileProblem> problems = [];
    private readonly Dictionary<string, Mention> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mention> byLogin = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where lines go; null under a heading that cannot be read, whose members are nobody's.</summary>
    private Section? current;

    /// <param name="typeName">The name of the class that is made from the file.</param>
    public ContributorLines(string path, string typeName, SourceText text)
    {
        this.path = path;
        this.text = text;
        current = everywhere = new Section(string.Empty, typeName, default);
    }

    public void Add(TextLine line)
    {
        var words = new LineWords(text, line);
        if (words.Next() is not { } first || first.Text[0] == '#')
        {
            return;
        }

        if (first.Text[0] == '[')
        {
            current = Open(words.Whole());
        }
        else if (Read(first, words) is { } contributor)
        {
            current?.Contributors.Add(contributor);
        }
    }

    public ContributorList ToList() =>
        new(Path.GetFileName(path), everywhere.ToModel(), new([.. sections.Select(static section => section.ToModel())]));

    public EquatableArray<FileProblem> Problems()
    {
        var empty = sections
            .Where(static section => !section.IsMentioned)
            .Select(section => Problem(section.Heading, "this section has no members"));
        return new([.. problems.Concat(empty).OrderBy(static problem => problem.Span.Start)]);
    }

    private Section? Open(Word heading)
    {
        var name = heading.Text.Trim('[', ']').Trim();
        if (heading.Text[heading.Text.Length - 1] != ']' || Identifier.OfType(name) is not { } type)
        {
            return Fail(heading, "a section is written as [name]");
        }

        if (ContributorClass.IsMember(type) || type == everywhere.TypeName)
        {
            return Fail(heading, $"the class has a member {type} already; name the section otherwise");
        }

        if (sections.FirstOrDefault(section => section.TypeName == type) is { } known)
        {
            Fail(heading, $"this section is there already, in line {LineOf(known.Heading)}");
            return known;
        }

        var opened = new Section(name, type, heading);
        sections.Add(opened);
        return opened;

        Section? Fail(Word word, string message)
        {
            problems.Add(Problem(word, message));
            return null;
        }
    }

    private Contributor? Read(Word id, LineWords words)
    {
        if (current is not null)
        {
            current.IsMentioned = true;
        }

        var login = words.Next();
        var note = words.Rest();
        if (AccountId.FindProblem(id.Text) is { } wrongId)
        {
            problems.Add(Problem(id, wrongId));
        }
        else if (login is not { } named)
        {
            problems.Add(
                Problem(id, "the login is missing: write the id, the login that it belongs to, and what the account is trusted for")
            );
        }
        else if (!AccountId.IsLogin(named.Text))
        {
            problems.Add(Problem(named, "this is no login of GitHub: letters, digits and hyphens"));
        }
        else if (IsNew(id, named))
        {
            return new Contributor(id.Text, named.Text, note);
        }

        return null;
    }

    /// <summary>An account may be in several sections, and once in each.</summary>
    private bool IsNew(Word id, Word login)
    {
        if (byId.TryGetValue(id.Text, out var sameId) && (sameId.Section == current || !IsNamed(sameId, login)))
        {
            problems.Add(Problem(id, $"this account is in the list already, in line {LineOf(sameId.Id)}"));
            return false;
        }

        if (byLogin.TryGetValue(login.Text, out var sameLogin) && sameLogin.Id.Text != id.Text)
        {
            problems.Add(Problem(login, $"this login has the id {sameLogin.Id.Text} in line {LineOf(sameLogin.Id)}"));
            return false;
        }

        byId[id.Text] = byLogin[login.Text] = new Mention(id, login, current);
        return true;
    }

    private static bool IsNamed(Mention mention, Word login) =>
        string.Equals(mention.Login.Text, login.Text, StringComparison.OrdinalIgnoreCase);

    private int LineOf(Word word) => text.Lines.GetLinePosition(word.Span.Start).Line + 1;

    private FileProblem Problem(Word word, string message) => FileProblem.In(path, text, word.Span, word.Text, message);

    private sealed class Section(string name, string typeName, Word heading)
    {
        public string TypeName { get; } = typeName;

        public Word Heading { get; } = heading;

        public List<Contributor> Contributors { get; } = [];

        /// <summary>Whether there is a line that was meant for it.</summary>
        public bool IsMentioned { get; set; }

        public ContributorSection ToModel() => new(name, TypeName, new([.. Contributors]));
    }

    private readonly record struct Mention(Word Id, Word Login, Section? Section);
}
