using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security;

/// <summary>The cell that a secret stands in; a value copied into another cell does not decrypt.</summary>
public readonly record struct SecretPlace(string Table, string Column, Guid RowId)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Table}|{Column}|{RowId:D}");
}

/// <summary>
/// Encrypts single columns with AES-256-GCM. A value is one format byte, the key's id (2 bytes, big-endian), a random nonce
/// (12), the tag (16), and the ciphertext; the cell's place is authenticated with it.
/// </summary>
public sealed class SecretProtector
{
    private const byte Format = 1;
    private const int KeyIdAt = 1;
    private const int NonceAt = 3;
    private const int NonceLength = 12;
    private const int TagAt = NonceAt + NonceLength;
    private const int TagLength = 16;
    private const int TextAt = TagAt + TagLength;

    private readonly MasterKey _master;
    private readonly ushort _keyId;

    /// <summary>Encrypts under the key <paramref name="keyId"/>; values of every other id still decrypt.</summary>
    public SecretProtector(MasterKey master, ushort keyId = 1)
    {
        _master = master;
        _keyId = keyId;
    }

    /// <summary>The value to store.</summary>
    public byte[] Protect(ReadOnlySpan<byte> secret, SecretPlace place)
    {
        var value = new byte[TextAt + secret.Length];
        value[0] = Format;
        BinaryPrimitives.WriteUInt16BigEndian(value.AsSpan(KeyIdAt), _keyId);
        var nonce = value.AsSpan(NonceAt, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        using var aes = new AesGcm(KeyOf(_keyId), TagLength);
        aes.Encrypt(nonce, secret, value.AsSpan(TextAt), value.AsSpan(TagAt, TagLength), place.ToBytes());
        return value;
    }

    /// <summary>The secret; throws <see cref="CryptographicException"/> when the value was changed or belongs to another cell.</summary>
    public byte[] Unprotect(ReadOnlySpan<byte> value, SecretPlace place)
    {
        if (value.Length < TextAt || value[0] != Format)
        {
            throw new CryptographicException("This is not an encrypted value.");
        }

        var secret = new byte[value.Length - TextAt];
        using var aes = new AesGcm(KeyOf(BinaryPrimitives.ReadUInt16BigEndian(value[KeyIdAt..])), TagLength);
        aes.Decrypt(value.Slice(NonceAt, NonceLength), value[TextAt..], value.Slice(TagAt, TagLength), secret, place.ToBytes());
        return secret;
    }

    private byte[] KeyOf(ushort keyId) => _master.Derive($"columns/{keyId}", 32);
}
