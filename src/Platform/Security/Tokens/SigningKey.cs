using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// A P-256 key that signs tokens (ES256), or only verifies them. Its id is the RFC 7638 thumbprint of the public key.
/// Key objects are not meant to be shared by threads, so each operation borrows one.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The length of a signature: r and s, 32 bytes each (RFC 7518, section 3.4).</summary>
    public const int SignatureLength = 64;

    private readonly ECParameters _parameters;
    private readonly ConcurrentBag<ECDsa> _idle = [];

    /// <summary>Takes a public or private key; throws <see cref="CryptographicException"/> when it is no point of P-256.</summary>
    public SigningKey(ECParameters parameters)
    {
        // Only the curve's own name: explicit parameters are how foreign curves get in.
        if (!parameters.Curve.IsNamed || parameters.Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new CryptographicException("A signing key is a named P-256 key.");
        }

        _parameters = parameters;
        Return(ECDsa.Create(parameters));
        Id = ThumbprintOf(parameters.Q);
    }

    /// <summary>The key's id: <c>kid</c>.</summary>
    public string Id { get; }

    /// <summary>The public point.</summary>
    public ECPoint PublicPoint => _parameters.Q;

    /// <summary>A new key pair.</summary>
    public static SigningKey Create()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningKey(pair.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>Reads a private key that <see cref="ExportPkcs8"/> wrote.</summary>
    public static SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        using var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(pkcs8, out _);
        return new SigningKey(pair.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The private key; it is stored encrypted only.</summary>
    public byte[] ExportPkcs8()
    {
        using var pair = ECDsa.Create(_parameters);
        return pair.ExportPkcs8PrivateKey();
    }

    /// <summary>Signs with SHA-256; the signature is r and s side by side.</summary>
    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        var key = Borrow();
        key.SignData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Return(key);
    }

    /// <summary>Whether the signature is this key's; anything wrong with it is a no.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
        {
            return false;
        }

        var key = Borrow();
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            Return(key);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var key))
        {
            key.Dispose();
        }
    }

    private ECDsa Borrow() => _idle.TryTake(out var key) ? key : ECDsa.Create(_parameters);

    private void Return(ECDsa key) => _idle.Add(key);

    private static string ThumbprintOf(ECPoint q) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(
            $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(q.X)}}","y":"{{Base64Url.EncodeToString(q.Y)}}"}""")));
}
