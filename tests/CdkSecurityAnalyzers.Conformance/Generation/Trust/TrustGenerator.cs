using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation.Trust;

/// <summary>Writes random programs with several projects that share things, or do not, and with pipelines.</summary>
internal static class TrustGenerator
{
    /// <summary>How many of a hundred stacks have a pipeline.</summary>
    private const int PipelineShare = 30;

    /// <summary>How many assignments of inputs a program is run with at most.</summary>
    private const int AssignmentLimit = 8;

    private const int Attempts = 5;

    private static readonly string[] Others = ["B", "Name", "Stage", "Count"];

    /// <summary>The program that some choices lead to: the first of several that asks few questions.</summary>
    public static Scenario Program(Choices choices, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            var program = Attempt(choices.Part(), name);
            if (attempt == Attempts || Inputs.AssignmentsFor(program.Files.Select(file => file.Text)).Length <= AssignmentLimit)
            {
                return program;
            }
        }
    }

    private static Scenario Attempt(Choices choices, string name)
    {
        var program = new ProgramText { Questions = BranchSpellings.QuestionsAbout(choices.Chance(50) ? ["A", choices.OneOf(Others)] : ["A"]) };
        var number = 0;
        var (roles, given) = SharedRoles(choices, program);
        var stacks = choices.Many(1, choices.Chance(40) ? 2 : 1, stack => Stack(stack, program, given, ref number));
        program.AddType(StackText.ProgramOf(roles + string.Join('\n', stacks)));
        return program.ToScenario(name);
    }

    /// <summary>Roles that the program makes and gives to its stacks. What the stacks would add to them would refer back to the stacks.</summary>
    private static (string Statements, string[] Names) SharedRoles(Choices choices, ProgramText program)
    {
        if (!choices.Chance(25))
        {
            return ("", []);
        }

        var (first, second) = (program.NewName("given"), program.NewName("given"));
        string[] values = [$"{first}.WithoutPolicyUpdates()", $"{second}.WithoutPolicyUpdates()", $"(Inputs.Made ? {first} : {second}).WithoutPolicyUpdates()"];
        return ($"var roles = new Stack(app, \"Roles\"); var {first} = {NewRole(first)}; var {second} = {NewRole(second)};\n", values);

        static string NewRole(string id) => $"new Role(roles, \"{id}\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }})";
    }

    private static string Stack(Choices choices, ProgramText program, string[] given, ref int number)
    {
        var first = number;
        var made = 0;
        var isGiven = given.Length > 0 && choices.Chance(80);
        var baseClass = choices.Chance(15) ? program.NewName("BaseStack") : null;
        var statements = StackText.Add(
            choices,
            program,
            block =>
            {
                var things = new StackThings(block, choices);
                if (isGiven)
                {
                    things.Take("given");
                }

                if (baseClass is not null)
                {
                    made++;
                    AddBaseClass(baseClass, first + made, choices.Part(), program, things);
                }

                things.Make(first + 1);
                choices.Many(1, 3, project =>
                {
                    made++;
                    new BuildWriter(first + made, project, block, things).Write();
                    return true;
                });
                new PowerWriter(first + 1, choices.Part(), block, things).Write();
                if (choices.Chance(PipelineShare))
                {
                    new PipelineWriter(first + 1, choices.Part(), block, things).Write();
                }

                return things.Members;
            },
            baseClass ?? "Stack",
            isGiven ? ("IRole given", given) : null);
        number += made + 1;
        return statements;
    }

    /// <summary>A base class that makes a role, and perhaps a project that has it already.</summary>
    private static void AddBaseClass(string name, int number, Choices choices, ProgramText program, StackThings derived)
    {
        var block = new Block(program, hasStatements: true);
        var things = new StackThings(block, choices);
        block.Add($"Shared = {StackThings.NewRole($"\"Shared{number}\"")};");
        things.Take("Shared");
        if (choices.Chance(70))
        {
            new BuildWriter(number, choices.Part(), block, things).Write();
        }

        program.AddType($"abstract class {name} : Stack {{ {things.Members} protected {name}(Construct scope, string id, IStackProps? props = null) : base(scope, id, props) {{ {block.Text} }} protected IRole Shared {{ get; }} }}");
        derived.Take("Shared");
    }
}
