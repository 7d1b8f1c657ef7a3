using System;
using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>Writes the class that is made from a policy file.</summary>
internal static class PolicyClassWriter
{
    private const string Iam = "global::Amazon.CDK.AWS.IAM.";

    /// <summary>The code; null in a project that has no use for it, because it does not reference the CDK.</summary>
    public static string? Write(PolicyClass policy, ProjectFacts project)
    {
        if (!project.HasCdk)
        {
            return null;
        }

        var (required, optional) = Divide(policy);
        var code = CodeText.MadeFrom(policy.FileName).OpenNamespace(project.Namespace);
        code.Line($"/// <summary>The policy that <c>{CodeText.Documentation(policy.FileName)}</c> says.</summary>")
            .GeneratedAttribute()
            .Open($"internal static class {policy.TypeName}");
        WriteStatements(code, policy, required, optional);
        code.Line();
        WriteDocument(code, required, optional);
        if (policy.IsOfIdentity)
        {
            code.Line();
            WriteAttachment(code, required, optional);
        }

        return code.CloseAll().ToString();
    }

    private static void WriteStatements(CodeText code, PolicyClass policy, List<PolicyParameter> required, List<PolicyParameter> optional)
    {
        code.Line("/// <summary>The statements, in the order of the file; new ones for each call.</summary>");
        Document(code, required, optional);
        code.Open($"public static {Iam}PolicyStatement[] Statements({Declared(required, optional)})");
        code.Open($"return new {Iam}PolicyStatement[]");
        foreach (var statement in policy.Statements)
        {
            code.Line($"{Iam}PolicyStatement.FromJson({statement}),");
        }

        code.Close(";").Close();
    }

    private static void WriteDocument(CodeText code, List<PolicyParameter> required, List<PolicyParameter> optional)
    {
        code.Line(
            "/// <summary>A document with the statements; they stay as they are, whatever the app says about merging statements.</summary>"
        );
        Document(code, required, optional);
        code.Line($"public static {Iam}PolicyDocument Document({Declared(required, optional)}) =>")
            .Line(
                $"    new {Iam}PolicyDocument(new {Iam}PolicyDocumentProps {{ Statements = Statements({Passed(required, optional)}), Minimize = false }});"
            );
    }

    private static void WriteAttachment(CodeText code, List<PolicyParameter> required, List<PolicyParameter> optional)
    {
        var (grantee, statement) = (Free("grantee"), Free("statement"));
        code.Line("/// <summary>Gives the statements to a role, user or group, or to the role of a construct.</summary>")
            .Line($"/// <param name=\"{grantee}\">Who may do from now on what the policy says.</param>");
        Document(code, required, optional);
        var declared = string.Join(
            ", ",
            new[] { $"{Iam}IGrantable {grantee}", Declared(required, optional) }.Where(static part => part.Length > 0)
        );
        code.Open($"public static void AttachTo({declared})")
            .Open($"foreach (var {statement} in Statements({Passed(required, optional)}))")
            .Line($"{grantee}.GrantPrincipal.AddToPrincipalPolicy({statement});")
            .Close()
            .Close();

        // No parameter begins with an underscore, unless a digit follows.
        string Free(string name) => required.Exists(parameter => parameter.Name == name) ? "_" + name : name;
    }

    private static (List<PolicyParameter> Required, List<PolicyParameter> Optional) Divide(PolicyClass policy)
    {
        var required = policy.Parameters.Where(static parameter => parameter.Default is null).ToList();
        return (required, [.. policy.Parameters.Except(required).OrderBy(static parameter => parameter.Name, StringComparer.Ordinal)]);
    }

    private static void Document(CodeText code, List<PolicyParameter> required, List<PolicyParameter> optional)
    {
        foreach (var parameter in required.Concat(optional))
        {
            var otherwise = parameter.Default is not null ? "; the stack's own when it is left out" : string.Empty;
            code.Line(
                $"/// <param name=\"{parameter.Name.TrimStart('@')}\">What stands for <c>${{{parameter.Placeholder}}}</c>{otherwise}.</param>"
            );
        }
    }

    private static string Declared(List<PolicyParameter> required, List<PolicyParameter> optional) =>
        string.Join(
            ", ",
            required
                .Select(static parameter => $"string {parameter.Name}")
                .Concat(optional.Select(static parameter => $"string? {parameter.Name} = null"))
        );

    private static string Passed(List<PolicyParameter> required, List<PolicyParameter> optional) =>
        string.Join(", ", required.Concat(optional).Select(static parameter => parameter.Name));
}
