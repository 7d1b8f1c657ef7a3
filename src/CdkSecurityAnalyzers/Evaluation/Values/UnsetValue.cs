namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>What a member holds that nothing has assigned yet, on the path at hand.</summary>
internal sealed class UnsetValue : Value
{
    public static readonly UnsetValue Instance = new();

    private UnsetValue()
        : base(origin: null) { }
}
