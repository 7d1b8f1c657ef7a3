namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>The place where a value is wanted: the statements that run before it, and what they can see.</summary>
/// <param name="hasStatements">False in the initializer of a field, where there is room for an expression only.</param>
/// <param name="conditions">Expressions that nobody knows at compile time, beside the inputs.</param>
internal sealed class Block(ProgramText program, bool hasStatements, params string[] conditions)
{
    private readonly List<string> statements = [];

    public ProgramText Program { get; } = program;

    public bool HasStatements { get; } = hasStatements;

    /// <summary>Whether it is in another member than the one that was begun with.</summary>
    public bool IsElsewhere { get; private init; }

    public IReadOnlyList<string> Conditions { get; } = conditions;

    /// <summary>The statements in front of the last expression.</summary>
    public string Text => string.Join('\n', statements);

    public void Add(string statement) => statements.Add(statement);

    /// <summary>A new local variable; gives its name.</summary>
    public string Local(string type, string value)
    {
        var name = Program.NewName("local");
        Add($"{type} {name} = {value};");
        return name;
    }

    /// <summary>The body of a branch, loop, lambda or local function, which sees what this one sees.</summary>
    public Block Inner() => new(Program, hasStatements: true, [.. Conditions]) { IsElsewhere = IsElsewhere };

    /// <summary>The body of another method, which sees the inputs only.</summary>
    public Block OfMethod() => new(Program, hasStatements: true) { IsElsewhere = true };

    /// <summary>A place for an expression outside every method.</summary>
    public Block OfInitializer() => new(Program, hasStatements: false) { IsElsewhere = true };

    /// <summary>The body of a method that gives a value.</summary>
    public static string Returning(Block body, string value) => $"{{ {body.Text} return {value}; }}";
}
