namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>A value that arrives another way.</summary>
/// <param name="name">The way.</param>
/// <param name="fits">Where it is open.</param>
/// <param name="rewrite">Takes it.</param>
internal sealed class ValueVariation(string name, Func<ValuePlace, bool> fits, Action<ValuePlace, Rewriting> rewrite) : Variation(name)
{
    public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
        from value in program.Values
        where fits(value)
        select new VariedPlace(value.Expression, rewriting => rewrite(value, rewriting));
}
