using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>What a DLL says of its own making.</summary>
/// <param name="IsReproducible">Whether the same sources give the same bytes.</param>
/// <param name="SourceLink">Where the sources are, in JSON ("Source Link" in the specification of portable PDBs), read from the symbols inside the DLL.</param>
internal sealed record PackedAssembly(bool IsReproducible, string SourceLink, string InformationalVersion)
{
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static PackedAssembly Read(byte[] dll)
    {
        using var reader = new PEReader(ImmutableArray.Create(dll));
        var debug = reader.ReadDebugDirectory();
        using var symbols = reader.ReadEmbeddedPortablePdbDebugDirectoryData(debug.Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        return new(
            debug.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible),
            SourceLinkIn(symbols.GetMetadataReader()),
            InformationalVersionIn(reader.GetMetadataReader()));
    }

    private static string SourceLinkIn(MetadataReader symbols) =>
        symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == SourceLinkKind)
            .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
            .SingleOrDefault("");

    private static string InformationalVersionIn(MetadataReader assembly) =>
        assembly.GetAssemblyDefinition().GetCustomAttributes()
            .Select(assembly.GetCustomAttribute)
            .Where(attribute => TypeName(assembly, attribute) == nameof(AssemblyInformationalVersionAttribute))
            // A blob of one string: a prolog of two bytes, then the string.
            .Select(attribute => { var blob = assembly.GetBlobReader(attribute.Value); blob.ReadUInt16(); return blob.ReadSerializedString() ?? ""; })
            .Single();

    private static string TypeName(MetadataReader assembly, CustomAttribute attribute) =>
        assembly.GetString(assembly.GetTypeReference((TypeReferenceHandle)assembly.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent).Name);
}
