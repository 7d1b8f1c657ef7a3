namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A value at the place that uses it: an argument, an array element, the right side of an assignment.
/// </summary>
/// <param name="Value">What is used.</param>
/// <param name="Site">The expression that is used, in the method that uses it.</param>
internal readonly record struct Binding(Value Value, Site Site);
