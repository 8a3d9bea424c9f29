using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Tests.Security.Tokens;

public sealed class SigningKeyTests
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, null);

    [Fact]
    public void The_signatures_of_NIST_are_judged_as_NIST_judges_them()
    {
        var vectors = Vectors("nist-p256-sha256.txt");
        Assert.Equal(15, vectors.Count);
        foreach (var v in vectors)
        {
            using var key = KeyOf(v[2], v[3]);
            Assert.Equal(v[0] == "P", key.Verify(Convert.FromHexString(v[1]), Convert.FromHexString(v[4] + v[5])));
        }
    }

    [Fact]
    public void Points_off_the_curve_are_no_keys()
    {
        var vectors = Vectors("nist-p256-points.txt");
        Assert.Equal(12, vectors.Count);
        foreach (var v in vectors)
        {
            if (v[0] == "P")
            {
                KeyOf(v[1], v[2]).Dispose();
            }
            else
            {
                Assert.ThrowsAny<CryptographicException>(() => KeyOf(v[1], v[2]));
            }
        }
    }

    [Fact]
    public void The_example_of_RFC_7515_verifies()
    {
        using var key = new SigningKey(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"), Y = Bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0") },
        });
        var signed = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"u8;

        Assert.True(key.Verify(signed, Bytes("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")));
    }

    [Fact]
    public void Numbers_outside_their_range_are_no_signature()
    {
        using var key = SigningKey.Create();
        var data = Encoding.UTF8.GetBytes("data");
        var good = new byte[SigningKey.SignatureLength];
        key.Sign(data, good);
        var (r, s) = (Number(good.AsSpan(0, 32)), Number(good.AsSpan(32)));
        BigInteger[] edges = [0, 1, Order - 1, Order, Order + 1, BigInteger.Pow(2, 256) - 1];

        Assert.True(key.Verify(data, good));
        Assert.All(edges, x => Assert.False(key.Verify(data, Pair(x, s))));
        Assert.All(edges, x => Assert.False(key.Verify(data, Pair(r, x))));
        Assert.All(edges, x => Assert.All(edges, y => Assert.False(key.Verify(data, Pair(x, y)))));
        Assert.All([0, 1, 32, 63, 65, 96, 128], length => Assert.False(key.Verify(data, new byte[length])));
        Assert.False(key.Verify(data, Pair(s, r)));
    }

    [Fact]
    public void The_mirrored_signature_verifies_so_no_signature_may_serve_as_an_identity()
    {
        using var key = SigningKey.Create();
        var good = new byte[SigningKey.SignatureLength];
        key.Sign("data"u8, good);

        Assert.True(key.Verify("data"u8, Pair(Number(good.AsSpan(0, 32)), Order - Number(good.AsSpan(32)))));
    }

    [Fact]
    public void A_private_key_survives_its_export()
    {
        using var key = SigningKey.Create();
        using var copy = SigningKey.FromPkcs8(key.ExportPkcs8());
        var signature = new byte[SigningKey.SignatureLength];
        copy.Sign("data"u8, signature);

        Assert.Equal(key.Id, copy.Id);
        Assert.True(key.Verify("data"u8, signature));
    }

    [Fact]
    public void Other_curves_are_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.ThrowsAny<CryptographicException>(() => new SigningKey(other.ExportParameters(includePrivateParameters: true)));
        using var named = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.ThrowsAny<CryptographicException>(() => new SigningKey(named.ExportExplicitParameters(includePrivateParameters: true)));
    }

    private static SigningKey KeyOf(string x, string y) => new(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Coordinate(x), Y = Coordinate(y) },
    });

    /// <summary>Some vectors carry a coordinate that is too long on purpose, with an odd number of digits.</summary>
    private static byte[] Coordinate(string hexadecimal) => Convert.FromHexString(hexadecimal.Length % 2 == 0 ? hexadecimal : "0" + hexadecimal);

    private static List<string[]> Vectors(string file)
    {
        using var stream = typeof(SigningKeyTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))];
    }

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Pair(BigInteger r, BigInteger s)
    {
        var pair = new byte[SigningKey.SignatureLength];
        Assert.True(r.TryWriteBytes(pair.AsSpan(32 - r.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true));
        Assert.True(s.TryWriteBytes(pair.AsSpan(64 - s.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true));
        return pair;
    }
}
