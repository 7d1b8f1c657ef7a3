namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes stack classes, of which some are told something by the program.</summary>
internal static class StackText
{
    /// <summary>What a stack is told. The stack never asks for it otherwise: a class is read for itself, whoever makes its instances.</summary>
    private const string OwnCondition = "Inputs.Prod";

    /// <summary>Adds a stack class; gives the statements that make its instances.</summary>
    /// <param name="write">Writes the constructor; gives further members.</param>
    /// <param name="given">A parameter of the constructor, and the values that its instances get; none when there are none.</param>
    public static string Add(Choices choices, ProgramText program, Func<Block, string> write, string baseClass = "Stack", (string Parameter, IReadOnlyList<string> Values)? given = null)
    {
        var name = program.NewName("CiStack");
        var kind = choices.Next(4);
        var block = new Block(program, hasStatements: true, kind switch { 1 => ["props.IsProd"], 2 => ["isProd"], 3 => ["props?.IsProd == true"], _ => [] });
        var members = write(block);
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

        var more = given is { } told ? told.Parameter + ", " : "";
        program.AddType($"class {name} : {baseClass} {{ {members} public {name}(Construct scope, string id, {more}{parameter}) : base(scope, id{(kind == 2 ? "" : ", props")}) {{ {block.Text} }} }}");
        var instances = choices.Many(1, kind == 0 ? 1 : 2, instance => instance.OneOf(OwnCondition, "true", "false", $"!{OwnCondition}", OwnCondition));
        if (instances.All(static value => value is "false" or "true"))
        {
            // Each side of a condition on a parameter is to be used by somebody.
            instances = instances.SetItem(0, OwnCondition);
        }

        return string.Join('\n', instances.Select((value, index) => $"new {name}(app, \"{name}-{index}\", {Given()}{argument.Replace("{0}", value)});"));

        string Given() => given is { } values ? choices.OneOf(values.Values) + ", " : "";
    }

    /// <summary>A program that makes an app with stacks.</summary>
    public static string ProgramOf(string stacks) => $$"""
        static class Program
        {
            public static void Main()
            {
                var app = new App(new AppProps { AnalyticsReporting = false, TreeMetadata = false });
                {{stacks}}
                app.Synth();
            }
        }
        """;
}
