using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>
/// The steps from additional files to one class for each, which all generators share. What a file says and where it says it are told apart: an edit that only
/// moves lines changes where problems stand, and no code.
/// </summary>
internal static class FilePipeline
{
    /// <param name="isOurs">Whether a file, known by its path, is one of those.</param>
    /// <param name="read">Reads a file.</param>
    /// <param name="write">The code of a model in a project; null when the project has no use for it.</param>
    public static void Register<TModel>(
        IncrementalGeneratorInitializationContext context,
        Func<string, bool> isOurs,
        Func<AdditionalText, CancellationToken, ReadFile<TModel>> read,
        Func<TModel, ProjectFacts, CancellationToken, string?> write
    )
        where TModel : class, IEquatable<TModel>
    {
        var files = context.AdditionalTextsProvider.Where(file => isOurs(file.Path)).Select(read).WithTrackingName(TrackingNames.Read);
        var clashes = files
            .Select(static (file, _) => new NamedFile(file.Path, file.TypeName))
            .Collect()
            .Select(static (named, _) => FindClashes(named))
            .WithTrackingName(TrackingNames.Clashes);
        var models = files
            .Select(static (file, _) => file.WithoutProblems())
            .WithTrackingName(TrackingNames.Model)
            .Combine(clashes)
            .Select(static (read, _) => read.Right.Contains(read.Left.Path) ? read.Left.WithoutModel() : read.Left)
            .Combine(ProjectFacts.Of(context));
        context.RegisterSourceOutput(
            models,
            (output, made) =>
            {
                var (file, project) = made;
                if (file.Model is { } model && write(model, project, output.CancellationToken) is { } code)
                {
                    output.AddSource(file.TypeName + ".g.cs", SourceText.From(code, Encoding.UTF8));
                }
            }
        );

        var problems = files.Select(static (file, _) => file.WithoutModel()).WithTrackingName(TrackingNames.Problems).Combine(clashes);
        context.RegisterSourceOutput(
            problems,
            static (output, found) =>
            {
                var (file, taken) = found;
                foreach (var problem in file.Problems)
                {
                    output.ReportDiagnostic(problem.ToDiagnostic());
                }

                if (taken.Contains(file.Path))
                {
                    output.ReportDiagnostic(
                        FileProblem
                            .Of(file.Path, $"the class {file.TypeName} is made from another file already; rename one of them")
                            .ToDiagnostic()
                    );
                }
            }
        );
    }

    private static bool Contains(this EquatableArray<string> paths, string path)
    {
        foreach (var candidate in paths)
        {
            if (string.Equals(candidate, path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of the files that would make the same class, all but the first by path.</summary>
    private static EquatableArray<string> FindClashes(ImmutableArray<NamedFile> files)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var clashes = ImmutableArray.CreateBuilder<string>();
        foreach (var file in files.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path)))
        {
            if (!names.Add(file.TypeName))
            {
                clashes.Add(file.Path);
            }
        }

        return new EquatableArray<string>(clashes.ToImmutable());
    }

    /// <summary>A file and the class that is made of it.</summary>
    private sealed record NamedFile(string Path, string TypeName);
}
