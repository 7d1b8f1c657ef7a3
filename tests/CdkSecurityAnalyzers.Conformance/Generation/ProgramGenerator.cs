using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes random programs: what webhooks, policies and credentials need reaches them through forms of C# that are nested in one another.</summary>
internal static class ProgramGenerator
{
    /// <summary>How many of a hundred constructs without secrets are about permissions; the others have webhooks. CONFORMANCE_POLICIES changes it.</summary>
    private static readonly int PolicyShare = Setting.Of("CONFORMANCE_POLICIES", 45);

    /// <summary>How many of a hundred constructs may show a secret, before the others are shared out. CONFORMANCE_CREDENTIALS changes it.</summary>
    private static readonly int CredentialShare = Setting.Of("CONFORMANCE_CREDENTIALS", 25);

    /// <summary>What a stack is told. The stack never asks for it otherwise: a class is read for itself, whoever makes its instances.</summary>
    private const string OwnCondition = "Inputs.Prod";

    /// <summary>The program that some choices lead to.</summary>
    public static Scenario Program(Choices choices, string name) => Program(choices, name, CredentialShare);

    /// <summary>The same without secrets.</summary>
    public static Scenario ProgramWithoutSecrets(Choices choices, string name) => Program(choices, name, credentialShare: 0);

    private static Scenario Program(Choices choices, string name, int credentialShare)
    {
        var isLarge = choices.Chance(50);
        var program = new ProgramText { MayThrow = !isLarge };
        var projects = 0;
        var entries = choices.Many(1, isLarge ? 2 : 1, stack => Stack(stack, program, isLarge, credentialShare, ref projects));
        var main = $$"""
            static class Program
            {
                public static void Main()
                {
                    var app = new App(new AppProps { AnalyticsReporting = false, TreeMetadata = false });
                    {{string.Join('\n', entries)}}
                    app.Synth();
                }
            }
            """;
        program.AddType(main);
        return program.ToScenario(name);
    }

    /// <summary>Adds a stack class; gives the statements that make its instances.</summary>
    private static string Stack(Choices choices, ProgramText program, bool isLarge, int credentialShare, ref int projects)
    {
        var name = program.NewName("CiStack");
        var kind = choices.Next(4);
        var block = new Block(program, hasStatements: true, kind switch { 1 => ["props.IsProd"], 2 => ["isProd"], 3 => ["props?.IsProd == true"], _ => [] });
        var written = choices.Many(1, isLarge ? 2 : 1, project => project);
        foreach (var project in written)
        {
            projects++;
            if (credentialShare > 0 && project.Chance(credentialShare))
            {
                new CredentialWriter(projects, project, block).Write();
            }
            else if (project.Chance(PolicyShare))
            {
                new PolicyWriter(projects, project, block).Write();
            }
            else
            {
                new ProjectWriter($"Build{projects}", project, block).Write();
            }
        }

        var (parameter, argument) = kind switch
        {
            1 => ($"{name}Props props", $"new {name}Props {{ IsProd = {{0}} }}"),
            2 => ("bool isProd = false", "isProd: {0}"),
            3 => ($"{name}Props? props = null", $"new {name}Props {{ IsProd = {{0}} }}"),
            _ => ("IStackProps? props = null", "null"),
        };
        if (kind is 1 or 3)
        {
            program.AddType($"class {name}Props : StackProps {{ public bool IsProd {{ get; set; }} }}");
        }

        program.AddType($"class {name} : Stack {{ public {name}(Construct scope, string id, {parameter}) : base(scope, id{(kind == 2 ? "" : ", props")}) {{ {block.Text} }} }}");
        var instances = choices.Many(1, kind == 0 ? 1 : 2, instance => instance.OneOf(OwnCondition, "true", "false", $"!{OwnCondition}", OwnCondition));
        if (instances.All(static value => value is "false" or "true"))
        {
            // Each side of a condition on a parameter is to be used by somebody.
            instances = instances.SetItem(0, OwnCondition);
        }

        return string.Join('\n', instances.Select((value, index) => $"new {name}(app, \"{name}-{index}\", {argument.Replace("{0}", value)});"));
    }
}
