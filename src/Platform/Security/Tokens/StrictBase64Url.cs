using System.Buffers;
using System.Buffers.Text;

namespace Waymark.Platform.Security.Tokens;

/// <summary>Base64url as RFC 7515 has it: no padding, no blanks, one spelling for every value. The framework's decoder is laxer.</summary>
internal static class StrictBase64Url
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    /// <summary>Whether the text is the one spelling of some value: its alphabet, its length, and no bits left over in its last character.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(Letters)
        && (text.Length % 4) switch
        {
            0 => true,
            2 => (Alphabet.IndexOf(text[^1], StringComparison.Ordinal) & 0b1111) == 0,
            3 => (Alphabet.IndexOf(text[^1], StringComparison.Ordinal) & 0b11) == 0,
            _ => false,
        };

    /// <summary>Decodes into <paramref name="bytes"/>, which is large enough when it is as long as the text.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int length)
    {
        length = 0;
        return IsCanonical(text) && Base64Url.TryDecodeFromChars(text, bytes, out length);
    }
}
