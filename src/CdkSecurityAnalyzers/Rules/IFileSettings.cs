using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>What a project says in its configuration, file by file.</summary>
internal interface IFileSettings
{
    /// <summary>The entries of a list; none when the setting is not made for the file.</summary>
    /// <param name="key">One of <see cref="Settings"/>.</param>
    ImmutableArray<string> ListOf(SyntaxTree file, string key);
}
