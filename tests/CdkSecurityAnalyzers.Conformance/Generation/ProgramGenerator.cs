using CdkSecurityAnalyzers.Conformance.Harness;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes random programs: what webhooks, policies and credentials need reaches them through forms of C# that are nested in one another.</summary>
internal static class ProgramGenerator
{
    /// <summary>How many of a hundred constructs without secrets are about permissions; the others have webhooks. CONFORMANCE_POLICIES changes it.</summary>
    private static readonly int PolicyShare = Setting.Of("CONFORMANCE_POLICIES", 45);

    /// <summary>How many of a hundred constructs may show a secret, before the others are shared out. CONFORMANCE_CREDENTIALS changes it.</summary>
    private static readonly int CredentialShare = Setting.Of("CONFORMANCE_CREDENTIALS", 25);

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
        program.AddType(StackText.ProgramOf(string.Join('\n', entries)));
        return program.ToScenario(name);
    }

    private static string Stack(Choices choices, ProgramText program, bool isLarge, int credentialShare, ref int projects)
    {
        var first = projects;
        var made = 0;
        var statements = StackText.Add(choices, program, block =>
        {
            foreach (var project in choices.Many(1, isLarge ? 2 : 1, project => project))
            {
                made++;
                Write(first + made, project, block, credentialShare);
            }

            return "";
        });
        projects += made;
        return statements;
    }

    private static void Write(int number, Choices choices, Block block, int credentialShare)
    {
        if (credentialShare > 0 && choices.Chance(credentialShare))
        {
            new CredentialWriter(number, choices, block).Write();
        }
        else if (choices.Chance(PolicyShare))
        {
            new PolicyWriter(number, choices, block).Write();
        }
        else
        {
            new ProjectWriter($"Build{number}", choices, block).Write();
        }
    }
}
