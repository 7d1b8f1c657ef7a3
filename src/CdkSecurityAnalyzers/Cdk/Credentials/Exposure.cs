using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Where a text is seen by others than those who may know a secret.</summary>
internal enum ExposureKind
{
    /// <summary>A credential that the template holds: what signs in to a source repository, a password.</summary>
    Credential,

    /// <summary>What the template puts into Secrets Manager: a secret, or several in JSON.</summary>
    StoredSecret,

    /// <summary>What the template puts into the Parameter Store, where it is readable for everybody who may read parameters.</summary>
    StoredParameter,

    /// <summary>An environment variable of a build.</summary>
    Variable,

    /// <summary>A part of a buildspec that the template holds, or all of it.</summary>
    BuildSpec,

    /// <summary>Where a source comes from.</summary>
    SourceUrl,

    /// <summary>An output, a tag, a description.</summary>
    Display,

    /// <summary>The switch that lets secrets into plain-text variables.</summary>
    UncheckedVariables,

    /// <summary>A parameter of the template that says it is a secret, and is shown.</summary>
    ShownParameter,

    /// <summary>The default of a secret parameter.</summary>
    ParameterDefault,

    /// <summary>A key of a user.</summary>
    AccessKey,
}

/// <summary>A text that comes to where it is seen, in one world of the program; or the thing that shows it.</summary>
/// <param name="Site">The innermost expression that gives it.</param>
internal sealed record Exposure(ExposureKind Kind, Site Site)
{
    /// <summary>The name of the variable, parameter or property; null when it has none.</summary>
    public string? Name { get; init; }

    public ExposedText Text { get; init; }

    /// <summary>What the program writes; null for a thing that is not about a text.</summary>
    public Binding? Written { get; init; }

    /// <summary>For a variable: whether its value is the secret itself and not the name of one; null when that is not known.</summary>
    public bool? IsPlain { get; init; }

    /// <summary>Whether the text is a buildspec as a whole.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Whether the variable is one of several that the program writes as one text in JSON.</summary>
    public bool IsOfJson { get; init; }

    /// <summary>Whether the CDK takes a secret here as it takes any other value; in the variables of a project it refuses it.</summary>
    public bool IsUnchecked { get; init; }

    public Spelling Spelling { get; init; }

    /// <summary>The creation that the text is a part of: of the variable, of the construct's props; null when there is none.</summary>
    public Site? Owner { get; init; }

    /// <summary>The construct that shows the text; null when that is not known.</summary>
    public Site? Construct { get; init; }

    /// <summary>The name under which a secret would be stored; null when nothing suggests one.</summary>
    public string? SecretId { get; init; }

    /// <summary>Whether others decide that it is shown: it leaves the method, or the caller decides.</summary>
    public bool IsOfOthers { get; init; }
}
