using System;
using System.IO;
using System.Text;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// A text embedded in this assembly. Its sections begin with a line <c>@key</c> and are in ordinal order, so that one is found without
/// reading the others: the runtime maps the assembly into memory and pages that nobody asks for are never touched.
/// </summary>
internal static class EmbeddedTable
{
    public const string Actions = "iam-actions.txt";

    public const string ManagedPolicies = "aws-managed-policies.txt";

    private const int BlockSize = 4096;

    /// <summary>The lines of a section, without the one that names it; null when there is no such section.</summary>
    public static string? ReadSection(string table, string key)
    {
        using var stream = Open(table);
        var block = new byte[BlockSize];
        long low = 0;
        var high = stream.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = FindSection(stream, middle, high, block);
            if (start < 0)
            {
                high = middle;
                continue;
            }

            var name = ReadName(stream, start);
            var order = string.CompareOrdinal(name, key);
            if (order == 0)
            {
                var body = stream.Position;
                var next = FindSection(stream, body, stream.Length, block);
                return ReadText(stream, body, next < 0 ? stream.Length : next);
            }

            (low, high) = order < 0 ? (start + 1, high) : (low, middle);
        }

        return null;
    }

    /// <summary>Where the first section begins at or after a position and before a limit; -1 when none does.</summary>
    private static long FindSection(Stream stream, long position, long limit, byte[] block)
    {
        stream.Position = Math.Max(0, position - 1);
        var previous = position > 0 ? stream.ReadByte() : '\n';
        while (position < limit && stream.Read(block, 0, (int)Math.Min(BlockSize, limit - position)) is var length and > 0)
        {
            for (var index = 0; index < length; index++)
            {
                if (block[index] == '@' && previous == '\n')
                {
                    return position + index;
                }

                previous = block[index];
            }

            position += length;
        }

        return -1;
    }

    /// <summary>Reads the line that begins a section, and its end.</summary>
    private static string ReadName(Stream stream, long start)
    {
        var name = new StringBuilder();
        stream.Position = start + 1;
        while (stream.ReadByte() is var character and >= 0 && character != '\n')
        {
            name.Append((char)character);
        }

        return name.ToString();
    }

    private static string ReadText(Stream stream, long start, long end)
    {
        var bytes = new byte[end - start];
        stream.Position = start;
        var length = 0;
        while (length < bytes.Length && stream.Read(bytes, length, bytes.Length - length) is var read and > 0)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static Stream Open(string table) =>
        typeof(EmbeddedTable).Assembly.GetManifestResourceStream(table)
        ?? throw new InvalidOperationException($"'{table}' is not embedded");
}
