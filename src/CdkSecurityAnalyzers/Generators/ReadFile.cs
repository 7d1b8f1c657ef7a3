using System;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>What a file says, and what is wrong in it.</summary>
/// <param name="TypeName">The name of the class that is made from the file.</param>
/// <param name="Model">What the file says, without places; null when nothing can be made of it.</param>
internal sealed record ReadFile<TModel>(string Path, string TypeName, TModel? Model, EquatableArray<FileProblem> Problems)
    where TModel : class, IEquatable<TModel>;
