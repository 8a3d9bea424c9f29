using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security;

/// <summary>
/// A random token of 256 bits that says nothing by itself: a prefix that names its kind (so that scanners find leaked ones)
/// and 43 characters of base64url. Only its SHA-256 is stored; with so much chance in it, it needs no slow hash.
/// </summary>
public static class OpaqueToken
{
    /// <summary>Refresh tokens.</summary>
    public const string Refresh = "wmr_";

    /// <summary>Invitations.</summary>
    public const string Invitation = "wmi_";

    /// <summary>Links that set a new password.</summary>
    public const string PasswordReset = "wmx_";

    /// <summary>Cookies that mark a device from which somebody signed in before.</summary>
    public const string Device = "wmd_";

    /// <summary>Addresses under which somebody without an account any more follows its erasure.</summary>
    public const string Erasure = "wme_";

    private const int RandomLength = 32;
    private const int TextLength = 43;

    /// <summary>A new token; it is shown once.</summary>
    public static string Create(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomLength));

    /// <summary>What is stored of a token, 32 bytes.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether a text has the form of such a token; spares the database a look-up of nonsense.</summary>
    public static bool IsOne(string prefix, string? text) =>
        text is not null
        && text.Length == prefix.Length + TextLength
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && Tokens.StrictBase64Url.IsCanonical(text.AsSpan(prefix.Length));
}
