using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>The name of a stage or action, as far as it is known.</summary>
/// <param name="Written">Where the program gives it.</param>
internal readonly record struct PipelineName(PartialText Text, Binding Written)
{
    public Site Site => Written.Site;

    /// <summary>The name that a value gives; null when nothing of it is known.</summary>
    public static PipelineName? Of(Value value, Binding written) =>
        value switch
        {
            ConstantValue constant => new PipelineName(PartialText.Of(constant.Text), written),
            TextValue text => new PipelineName(PartialText.Of(text.Parts.Select(static part => part.Known)), written),
            _ => null,
        };

    public static PipelineName? Of(TemplateNode? node) => node is TemplateScalar scalar ? Of(scalar.Rendered, scalar.Written) : null;
}
