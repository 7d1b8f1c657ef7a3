namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>
/// The checksum of GitHub's tokens, which npm took over: the last six characters are the CRC-32 of those between them and the prefix, in base 62
/// (GitHub's blog, "Behind GitHub's new authentication token formats").
/// </summary>
internal static class TokenChecksum
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 6;
    private const uint Polynomial = 0xEDB88320;

    /// <param name="start">Where the part behind the prefix begins.</param>
    public static bool IsRight(string text, int start, int end)
    {
        if (end - start <= Length)
        {
            return false;
        }

        var rest = Crc32(text, start, end - Length);
        for (var index = end - 1; index >= end - Length; index--)
        {
            if (text[index] != Base62[(int)(rest % Base62.Length)])
            {
                return false;
            }

            rest /= (uint)Base62.Length;
        }

        return true;
    }

    private static uint Crc32(string text, int start, int end)
    {
        var crc = uint.MaxValue;
        for (var index = start; index < end; index++)
        {
            crc ^= (byte)text[index];
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
