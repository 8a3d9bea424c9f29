using System.Security.Cryptography;

namespace Waymark.ActivityLog.Recording;

/// <summary>Encrypts payloads with AES-256-GCM: nonce (12 bytes), tag (16), ciphertext; bound to the entry's id.</summary>
internal static class PayloadCipher
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int TextAt = NonceLength + TagLength;

    public static byte[] Encrypt(ReadOnlySpan<byte> data, byte[] key, Guid entryId)
    {
        var payload = new byte[TextAt + data.Length];
        var nonce = payload.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, data, payload.AsSpan(TextAt), payload.AsSpan(NonceLength, TagLength), entryId.ToByteArray(bigEndian: true));
        return payload;
    }

    /// <summary>Null when the payload was written under another key.</summary>
    public static byte[]? Decrypt(ReadOnlySpan<byte> payload, byte[] key, Guid entryId)
    {
        var data = new byte[payload.Length - TextAt];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(payload[..NonceLength], payload[TextAt..], payload.Slice(NonceLength, TagLength), data, entryId.ToByteArray(bigEndian: true));
            return data;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
