using Amazon.CDK;
using Constructs;

namespace VulnerablePipeline;

/// <summary>The widgets in one of their environments.</summary>
internal sealed class WidgetsStage : Stage
{
    public WidgetsStage(Construct scope, string id)
        : base(scope, id)
    {
        new WidgetsStack(this, "Widgets");
    }
}
