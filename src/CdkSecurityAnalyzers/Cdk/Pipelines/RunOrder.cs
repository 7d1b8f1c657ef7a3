namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>
/// When an action runs within its stage (CodePipeline User Guide, <c>runOrder</c>): actions of one order run at the same time, and before those of higher
/// orders.
/// </summary>
/// <param name="Earliest">The lowest order that it may have.</param>
/// <param name="Latest">The highest order that it may have.</param>
internal readonly record struct RunOrder(double Earliest, double Latest)
{
    /// <summary>The order of an action that is given none.</summary>
    public const double Default = 1;

    public static readonly RunOrder Unknown = From(Default);

    public static RunOrder Of(double order) => new(order, order);

    /// <summary>An order that is not known, but not lower than another.</summary>
    public static RunOrder From(double earliest) => new(earliest, double.PositiveInfinity);

    /// <summary>Whether this action may be over when another begins.</summary>
    public bool MayPrecede(RunOrder other) => Earliest < other.Latest;
}
