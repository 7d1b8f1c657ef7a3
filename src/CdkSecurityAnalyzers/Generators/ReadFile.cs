using System;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>What a file says, and what is wrong in it.</summary>
/// <param name="TypeName">The name of the class that is made from the file.</param>
/// <param name="Model">What the file says, without places; null when nothing can be made of it.</param>
internal sealed record ReadFile<TModel>(string Path, string TypeName, TModel? Model, EquatableArray<FileProblem> Problems)
    where TModel : class, IEquatable<TModel>
{
    /// <summary>What code is made of: it is the same when problems only move.</summary>
    public ReadFile<TModel> WithoutProblems() => this with { Problems = EquatableArray<FileProblem>.Empty };

    /// <summary>What problems are told of: it is the same when only what the file says changes.</summary>
    public ReadFile<TModel> WithoutModel() => this with { Model = null };
}
