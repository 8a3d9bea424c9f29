using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security.Passwords;

/// <summary>
/// Passwords that guessers try first. The list holds the first four bytes of each one's SHA-1, sorted, so it is small and
/// spells none out; one good password in about 20,000 is refused by chance. Made by <c>tools/common-passwords</c>.
/// </summary>
internal static class CommonPasswords
{
    private const int EntryLength = 4;

    private static readonly Lazy<byte[]> List = new(Load);

    /// <summary>How many entries the list has.</summary>
    public static int Count => List.Value.Length / EntryLength;

    /// <summary>Whether the password stands on the list, whatever the case of its letters.</summary>
    public static bool Contains(string normalisedPassword)
    {
#pragma warning disable CA5350 // Not for secrecy: the list is made of short SHA-1 prefixes, as public breach lists are.
        var wanted = BinaryPrimitives.ReadUInt32BigEndian(SHA1.HashData(Encoding.UTF8.GetBytes(normalisedPassword.ToLowerInvariant())));
#pragma warning restore CA5350
        var list = List.Value.AsSpan();
        var (low, high) = (0, (list.Length / EntryLength) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var entry = BinaryPrimitives.ReadUInt32BigEndian(list[(middle * EntryLength)..]);
            if (entry == wanted)
            {
                return true;
            }

            (low, high) = entry < wanted ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private static byte[] Load()
    {
        using var resource = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.bin")
            ?? throw new InvalidOperationException("The list of common passwords is missing in this build.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
