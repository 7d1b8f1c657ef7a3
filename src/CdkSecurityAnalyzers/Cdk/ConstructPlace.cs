using System;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>Where a construct stands, for code that is shown constructs.</summary>
/// <param name="Stack">The type of the stack that it stands in; null when the root does not make the stack.</param>
/// <param name="IsOutside">Whether it is known to stand outside of the scope of the aspect that is added at a place.</param>
internal readonly record struct ConstructPlace(ITypeSymbol? Stack, Func<object, bool> IsOutside);
