using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>Groups dead letters that died of the same cause.</summary>
internal static class Fingerprint
{
    /// <summary>
    /// The first 16 bytes of SHA-256 over consumer, exception type, the method that threw, and the message without its
    /// digits and quoted parts, which are mostly ids and values.
    /// </summary>
    public static byte[] Of(string consumer, Exception e)
    {
        var text = new StringBuilder(consumer).Append('\n').Append(e.GetType().FullName).Append('\n').Append(e.TargetSite?.ToString()).Append('\n');
        var quoted = false;
        foreach (var c in e.Message)
        {
            if (c is '"' or '\'')
                quoted = !quoted;
            else if (!quoted && !char.IsAsciiHexDigit(c))
                text.Append(c);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16];
    }
}
