using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Corpus;

/// <summary>How many of the security-relevant values of a corpus were determined, and what kept the rest from it: the number to raise.</summary>
public sealed class CorpusReport
{
    private const int Examples = 3;

    private readonly string folder;
    private readonly List<string> notes = [];
    private readonly List<ReadValue> values = [];

    private CorpusReport(string folder) => this.folder = folder;

    /// <summary>The values that a program gives, each place once.</summary>
    public int Total => values.Count;

    public int Determined => values.Count(value => value.Reason is null);

    public static CorpusReport Of(string folder)
    {
        var report = new CorpusReport(Path.GetFullPath(folder));
        foreach (var project in CorpusProject.In(report.folder))
        {
            report.Add(project);
        }

        return report;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var note in notes)
        {
            text.AppendLine(note);
        }

        text.AppendLine(Line($"{Total} security-relevant values, {Determined} determined ({Share(Determined, Total)})"));
        foreach (var kind in values.GroupBy(value => value.What).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var determined = kind.Count(value => value.Reason is null);
            text.AppendLine(Line($"  {kind.Key,-40} {determined,5} of {kind.Count(),5}  {Share(determined, kind.Count()),8}"));
        }

        foreach (var rest in values.Where(value => value.Reason is not null).GroupBy(value => (value.Reason, value.Form)).OrderByDescending(rest => rest.Count()))
        {
            text.AppendLine(Line($"{rest.Count(),5}  {rest.Key.Reason}, {rest.Key.Form}"));
            foreach (var example in rest.Take(Examples))
            {
                text.AppendLine(Line($"         {Place(example.Location)}: {example.What}"));
            }
        }

        return text.ToString();
    }

    private void Add(CorpusProject project)
    {
        var compilation = project.Compile();
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            notes.Add(Line($"{project.Name} does not compile: {errors.Count} errors, first {Place(errors[0].Location)}: {errors[0].GetMessage(CultureInfo.InvariantCulture)}"));
        }

        values.AddRange(CorpusReader.Read(compilation).GroupBy(value => (value.What, value.Location)).Select(Whole));
    }

    /// <summary>
    /// One value for all readings of a place. A helper that is read by itself does not know its arguments: what its callers decide is determined by them.
    /// </summary>
    private static ReadValue Whole(IEnumerable<ReadValue> readings)
    {
        var all = readings.ToList();
        return all.Find(reading => reading.Reason is not (null or ReadValue.GivenByCaller)) ?? all.Find(reading => reading.Reason is null) ?? all[0];
    }

    private string Place(Location location)
    {
        var span = location.GetLineSpan();
        return location.IsInSource ? Line($"{Path.GetRelativePath(folder, span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})") : "nowhere";
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
