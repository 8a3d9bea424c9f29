using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security;

/// <summary>The one secret of an installation. Every other key is derived from it, each for one purpose (HKDF-SHA-256, RFC 5869).</summary>
public sealed class MasterKey
{
    /// <summary>The least length of the secret, in bytes.</summary>
    public const int MinLength = 32;

    private readonly byte[] _secret;

    /// <summary>Takes the secret: at least <see cref="MinLength"/> random bytes.</summary>
    public MasterKey(ReadOnlySpan<byte> secret)
    {
        _secret = secret.Length >= MinLength
            ? secret.ToArray()
            : throw new ArgumentException($"The master key has {secret.Length} bytes; at least {MinLength} are needed.", nameof(secret));
    }

    /// <summary>The key of <paramref name="length"/> bytes for a purpose; the same purpose always gives the same key.</summary>
    public byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, length, salt: null, info: Encoding.UTF8.GetBytes("waymark/" + purpose));
}
