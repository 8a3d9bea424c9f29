using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Waymark.Platform.Security.Tokens;

/// <summary>The published form of signing keys (RFC 7517): public P-256 keys for ES256 signatures, nothing else.</summary>
public static class JsonWebKeySet
{
    private const int CoordinateLength = 32;

    /// <summary>Writes the public keys.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<SigningKey> keys)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteString("kty", "EC");
            json.WriteString("crv", "P-256");
            json.WriteString("use", "sig");
            json.WriteString("alg", "ES256");
            json.WriteString("kid", key.Id);
            json.WriteString("x", Base64Url.EncodeToString(key.PublicPoint.X));
            json.WriteString("y", Base64Url.EncodeToString(key.PublicPoint.Y));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// The usable keys of a set by their published id. Keys for other uses are passed over; a key that says it is ours but is
    /// no point of the curve, or carries a private part, is an error.
    /// </summary>
    public static Dictionary<string, SigningKey> Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 6 });
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in document.RootElement.GetProperty("keys").EnumerateArray())
        {
            if (IsOurs(key) && Claims.TryText(key, "kid", out var id))
            {
                keys.Add(id, Read(key));
            }
        }

        return keys;
    }

    private static bool IsOurs(JsonElement key) => Is(key, "kty", "EC") && Is(key, "crv", "P-256") && Is(key, "use", "sig") && Is(key, "alg", "ES256");

    private static bool Is(JsonElement key, string name, string value) => Claims.TryText(key, name, out var text) && text == value;

    private static SigningKey Read(JsonElement key)
    {
        if (key.TryGetProperty("d", out _))
        {
            throw new CryptographicException("A published key carries a private part.");
        }

        return new SigningKey(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(key, "x"), Y = Coordinate(key, "y") },
        });
    }

    private static byte[] Coordinate(JsonElement key, string name)
    {
        var bytes = new byte[CoordinateLength];
        return Claims.TryText(key, name, out var text) && text.Length == 43 && StrictBase64Url.TryDecode(text, bytes, out _)
            ? bytes
            : throw new CryptographicException($"A published key has no valid {name}.");
    }
}
