using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Iam.Files;
using CdkSecurityAnalyzers.Patterns.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>Reads policy files into the model of the classes that are made from them.</summary>
internal static class PolicyFileReader
{
    public static ReadFile<PolicyClass> Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(file.Path);
        var typeName = Identifier.OfType(fileName.Substring(0, fileName.Length - PolicyFile.Suffix.Length)) + PolicyFile.ClassSuffix;
        var (text, unreadable) = ReadableText.Of(file, cancellationToken);
        if (text is null)
        {
            return new ReadFile<PolicyClass>(file.Path, typeName, Model: null, new EquatableArray<FileProblem>([unreadable!]));
        }

        var policy = PolicyFile.Read(text.ToString(), cancellationToken);
        var placeholders = new Placeholders();
        var statements = policy.Statements.Select(statement => JsonExpression.Of(statement, placeholders)).ToImmutableArray();
        var problems = policy
            .Problems.Concat(placeholders.Problems)
            .Select(problem => FileProblem.In(file.Path, text, ToSpan(problem.Span), fileName, problem.Message));
        return new ReadFile<PolicyClass>(
            file.Path,
            typeName,
            policy.IsUsable && placeholders.Problems.Count == 0
                ? new PolicyClass(
                    fileName,
                    typeName,
                    new(statements),
                    new([.. placeholders.Parameters]),
                    IsOfIdentity: !policy.Statements.Any(PolicyGrammar.HasPrincipal)
                )
                : null,
            new([.. problems.OrderBy(static problem => problem.Span.Start)])
        );
    }

    private static TextSpan ToSpan(JsonSpan span) => TextSpan.FromBounds(span.Start, span.End);
}
