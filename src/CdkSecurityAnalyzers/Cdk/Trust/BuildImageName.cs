using System;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>The name of a container image, as far as it is known.</summary>
/// <param name="Rendered">What the template holds: a constant, or a text with holes.</param>
/// <param name="Written">What the program writes.</param>
internal sealed record BuildImageName(Value Rendered, Binding Written, Spelling Spelling)
{
    /// <summary>What the names of images begin with that AWS provides and keeps up to date (Docker images provided by CodeBuild, CodeBuild User Guide).</summary>
    public const string Curated = "aws/codebuild/";

    private const string Latest = ":latest";

    /// <summary>
    /// Whether what the name stands for may change at any time: it has no tag and no digest, or the tag <c>latest</c>. What is not known may be a tag.
    /// </summary>
    public bool IsFloating =>
        Rendered switch
        {
            ConstantValue { Text: var text } => IsFloatingEnd(text, isWhole: true),
            TextValue { Parts: var parts } => parts[parts.Length - 1].Known is { } end && IsFloatingEnd(end, isWhole: false),
            _ => false,
        };

    /// <summary>Whether the name ends with a tag, and with no digest, which names one image for good.</summary>
    public bool HasTag
    {
        get
        {
            var end = Rendered switch
            {
                ConstantValue { Text: var text } => text,
                TextValue { Parts: var parts } => parts[parts.Length - 1].Known ?? string.Empty,
                _ => string.Empty,
            };
            return end.IndexOf('@') < 0 && end.LastIndexOf(':') > end.LastIndexOf('/');
        }
    }

    /// <summary>The known text, with an ellipsis for what is not known.</summary>
    public string Shown
    {
        get
        {
            switch (Rendered)
            {
                case ConstantValue { Text: var text }:
                    return text;
                case TextValue { Parts: var parts }:
                    var shown = string.Empty;
                    foreach (var part in parts)
                    {
                        shown += part.Known ?? "…";
                    }

                    return shown;
                default:
                    return "…";
            }
        }
    }

    /// <param name="isWhole">Whether nothing unknown stands before the text.</param>
    private static bool IsFloatingEnd(string end, bool isWhole)
    {
        var slash = end.LastIndexOf('/');
        var name = end.Substring(slash + 1);
        return name.Length > 0
            && name.IndexOf('@') < 0
            && (name.EndsWith(Latest, StringComparison.Ordinal) || (name.IndexOf(':') < 0 && (isWhole || slash >= 0)));
    }
}
