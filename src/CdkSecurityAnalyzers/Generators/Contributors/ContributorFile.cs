using System;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>A file of trusted contributors: <c>trusted-contributors.txt</c>, or <c>website.trusted-contributors.txt</c> for some of the builds.</summary>
internal static class ContributorFile
{
    public const string Name = "trusted-contributors.txt";

    private const string TypeName = "TrustedContributors";

    public static bool IsOne(string path) =>
        Path.GetFileName(path) is var name
        && (string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase));

    public static ReadFile<ContributorList> Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var typeName = TypeNameOf(Path.GetFileName(file.Path));
        var (text, unreadable) = ReadableText.Of(file, cancellationToken);
        if (text is null)
        {
            return new ReadFile<ContributorList>(file.Path, typeName, Model: null, new EquatableArray<FileProblem>([unreadable!]));
        }

        var lines = new ContributorLines(file.Path, typeName, text);
        foreach (var line in text.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(line);
        }

        return new ReadFile<ContributorList>(file.Path, typeName, lines.ToList(), lines.Problems());
    }

    private static string TypeNameOf(string fileName) => Identifier.OfType(fileName.Substring(0, fileName.Length - Name.Length)) + TypeName;
}
