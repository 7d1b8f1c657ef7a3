using System;
using System.Text;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The parts of an ARN pattern after its partition, <see cref="Glob.Unknown"/> for text that is not known.</summary>
internal sealed record ArnParts(string Service, string Region, string Account, string Resource)
{
    private const int Count = 6;

    /// <summary>
    /// The parts of a text; null when it is no ARN. A pattern that ends early in a wildcard (<c>arn:aws:s3:*</c>) has that wildcard in
    /// every part that is missing.
    /// </summary>
    public static ArnParts? Split(string pattern)
    {
        var parts = pattern.Split([':'], Count);
        var isWhole = parts.Length == Count || (Glob.IsAnything(parts[parts.Length - 1]) && pattern.IndexOf(Glob.Unknown) < 0);
        if (parts[0] != "arn" || !isWhole)
        {
            return null;
        }

        return new ArnParts(Part(2), Part(3), Part(4), Part(5));

        string Part(int index) => index < parts.Length ? parts[index] : "*";
    }

    /// <summary>The parts of a form of ARNs (<c>arn:aws:s3:::&lt;BucketName&gt;</c>): what is to be filled in is not known.</summary>
    public static ArnParts OfForm(string form)
    {
        var pattern = new StringBuilder();
        for (var index = 0; index < form.Length; index++)
        {
            if (form[index] == '<')
            {
                index = form.IndexOf('>', index);
                pattern.Append(Glob.Unknown);
            }
            else
            {
                pattern.Append(form[index] == '*' ? Glob.Unknown : form[index]);
            }
        }

        return Split(pattern.ToString()) ?? throw new ArgumentException(form, nameof(form));
    }
}
