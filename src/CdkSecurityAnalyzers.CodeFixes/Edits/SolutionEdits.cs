using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>The changes that remove a finding, or several: document by document.</summary>
internal sealed class SolutionEdits
{
    private readonly Dictionary<DocumentId, DocumentEdits> documents = [];
    private readonly List<(Project Project, string Name, string Text)> files = [];

    public IReadOnlyCollection<DocumentEdits> Documents => documents.Values;

    /// <summary>Whether nothing changes.</summary>
    public bool AreEmpty => documents.Count == 0 && files.Count == 0;

    /// <summary>Adds a file that is no source to a project, in the folder of the project.</summary>
    public void AddFile(Project project, string name, string text) => files.Add((project, name, text));

    public DocumentEdits In(Place place)
    {
        if (!documents.TryGetValue(place.Document.Id, out var edits))
        {
            documents.Add(place.Document.Id, edits = new DocumentEdits(place.Document, place.Text));
        }

        return edits;
    }

    /// <summary>Whether nothing outside one document changes.</summary>
    public bool StayIn(Document document) => files.Count == 0 && documents.Keys.All(id => id == document.Id);

    /// <summary>Takes over the changes of another finding in one document; false when they contradict these.</summary>
    public bool TryMerge(SolutionEdits other, Document document)
    {
        if (!documents.TryGetValue(document.Id, out var own))
        {
            documents.Add(document.Id, other.documents[document.Id]);
            return true;
        }

        return own.TryMerge(other.documents[document.Id]);
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var edits in documents.Values)
        {
            var changed = solution.WithDocumentText(edits.Document.Id, edits.Apply());
            solution =
                edits.QualifiedNames.Count == 0
                    ? changed
                    : await ShortNames.MarkAsync(changed, edits, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (project, name, text) in files)
        {
            var path = Path.Combine(Path.GetDirectoryName(project.FilePath ?? string.Empty) ?? string.Empty, name);
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(project.Id),
                name,
                SourceText.From(text, Encoding.UTF8),
                filePath: path
            );
        }

        return solution;
    }
}
