namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>Somebody who may start builds.</summary>
/// <param name="Id">The account id at GitHub, in digits: it stays the same when the login changes, and nobody else ever gets it.</param>
/// <param name="Note">What the file says about the account; may be empty.</param>
internal sealed record Contributor(string Id, string Login, string Note);

/// <summary>The contributors under one heading.</summary>
/// <param name="Name">The heading; empty for those above the first one.</param>
/// <param name="TypeName">The name of the section's class.</param>
internal sealed record ContributorSection(string Name, string TypeName, EquatableArray<Contributor> Contributors);

/// <summary>What a file of trusted contributors says.</summary>
/// <param name="FileName">The file's name, without its folder.</param>
/// <param name="Everywhere">Those above the first heading.</param>
internal sealed record ContributorList(string FileName, ContributorSection Everywhere, EquatableArray<ContributorSection> Sections);
