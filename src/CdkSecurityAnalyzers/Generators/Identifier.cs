using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>Makes names of C# out of what people call things in files.</summary>
internal static class Identifier
{
    /// <summary><c>test-build</c> as the name of a type: <c>TestBuild</c>. Null when there is neither letter nor digit.</summary>
    public static string? OfType(string text) => Join(text) is { } name ? WithLetterFirst(name) : null;

    /// <summary>
    /// <c>BucketName</c> as the name of a parameter, with an <c>@</c> where that is a keyword: <c>bucketName</c>. Null when there is neither letter nor digit.
    /// </summary>
    public static string? OfParameter(string text) => Join(text) is { } name ? Escape(WithLetterFirst(WithSmallBegin(name))) : null;

    /// <summary>A name, with an <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A namespace as code can state it: <c>my-app.class</c> becomes <c>my_app.@class</c>.</summary>
    public static string OfNamespace(string text)
    {
        var names = text.Trim().Split('.');
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = Escape(Valid(names[index].Trim()));
        }

        return string.Join(".", names);
    }

    private static string Valid(string name)
    {
        var valid = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            valid.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return valid.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(valid[0]) ? valid.ToString() : "_" + valid;
    }

    /// <summary>The words of a text, each with a capital; null when there are none.</summary>
    private static string? Join(string text)
    {
        var name = new StringBuilder(text.Length);
        var isBegin = true;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                name.Append(isBegin ? char.ToUpperInvariant(character) : character);
            }

            isBegin = !char.IsLetterOrDigit(character);
        }

        return name.Length == 0 ? null : name.ToString();
    }

    private static string WithLetterFirst(string name) => char.IsDigit(name[0]) ? "_" + name : name;

    /// <summary>The first word in small letters: <c>bucketName</c>, <c>dbName</c> for <c>DBName</c>.</summary>
    private static string WithSmallBegin(string name)
    {
        var end = 0;
        while (end < name.Length && char.IsUpper(name[end]))
        {
            end++;
        }

        if (end > 1 && end < name.Length && char.IsLower(name[end]))
        {
            end--;
        }

        return name.Substring(0, end).ToLowerInvariant() + name.Substring(end);
    }
}
