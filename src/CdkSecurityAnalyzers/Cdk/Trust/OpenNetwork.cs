using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>What lets builds reach everything from inside a VPC.</summary>
/// <param name="Written">The security group that the project is given; the VPC, or the project's own switch for outbound traffic, where it is given none.</param>
/// <param name="Group">What lets everything out of a security group that the project is given; null where the CDK makes the project a group.</param>
internal sealed record OpenNetwork(TemplateNode Written, Site? Group);
