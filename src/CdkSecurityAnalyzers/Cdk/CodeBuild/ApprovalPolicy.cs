using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>
/// A pull-request build policy: builds wait for a comment of somebody who may approve (user guide: Pull request comment approval).
/// </summary>
/// <param name="Requires">The value of <c>RequiresCommentApproval</c>; null when it cannot be read.</param>
/// <param name="Roles">The roles that may approve, as far as they are known texts.</param>
internal sealed record ApprovalPolicy(TemplateScalar? Requires, ImmutableArray<TemplateScalar> Roles);
