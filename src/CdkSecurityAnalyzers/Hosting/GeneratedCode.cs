using System;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam.Files;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// The code that the generators of this assembly make of files. Nobody writes in it: what is wrong with it is wrong in the file, and told there, or where the
/// program uses it.
/// </summary>
internal static class GeneratedCode
{
    private const string Attribute = "GeneratedCodeAttribute";

    private static readonly string Tool = typeof(GeneratedCode).Assembly.GetName().Name;

    public static bool Contains(ISymbol member) => ClassOf(member) is not null;

    /// <summary>Whether the rules judge the file that a member is made from. The file of a boundary says that it grants nothing.</summary>
    public static bool IsJudgedInItsFile(ISymbol member) =>
        ClassOf(member) is { Name: var name }
        && name.EndsWith(PolicyFile.ClassSuffix, StringComparison.Ordinal)
        && !name.EndsWith(PolicyFile.BoundaryClassSuffix, StringComparison.Ordinal);

    /// <summary>The outermost class around a member, if it is one of these.</summary>
    private static INamedTypeSymbol? ClassOf(ISymbol member)
    {
        var outermost = member as INamedTypeSymbol ?? member.ContainingType;
        while (outermost?.ContainingType is { } outer)
        {
            outermost = outer;
        }

        return outermost?.GetAttributes().Any(IsOurs) == true ? outermost : null;
    }

    private static bool IsOurs(AttributeData attribute) =>
        attribute is { AttributeClass.Name: Attribute, ConstructorArguments: { Length: 2 } arguments } && Tool.Equals(arguments[0].Value);
}
