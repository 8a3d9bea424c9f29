using System.Security.Cryptography;
using Waymark.Platform.Security;

namespace Waymark.Platform.Tests.Security;

public sealed class SecretProtectorTests
{
    private static readonly SecretPlace Place = new("signing_keys", "private_key", Guid.Empty);
    private readonly MasterKey _master = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void A_secret_comes_back_from_its_own_place_only()
    {
        var protector = new SecretProtector(_master);
        var value = protector.Protect("hidden"u8, Place);

        Assert.Equal("hidden"u8, protector.Unprotect(value, Place));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(value, Place with { Table = "other" }));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(value, Place with { Column = "other" }));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(value, Place with { RowId = new Guid(1, 0, 0, new byte[8]) }));
        Assert.NotEqual(value, protector.Protect("hidden"u8, Place));
    }

    [Fact]
    public void No_bit_of_a_value_may_change()
    {
        var protector = new SecretProtector(_master);
        var value = protector.Protect("hidden"u8, Place);
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var spoilt = (byte[])value.Clone();
            spoilt[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(spoilt, Place));
        }

        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect([], Place));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(value.AsSpan(0, 10), Place));
    }

    [Fact]
    public void Values_of_an_earlier_key_still_decrypt()
    {
        var value = new SecretProtector(_master, keyId: 1).Protect("hidden"u8, Place);
        Assert.Equal("hidden"u8, new SecretProtector(_master, keyId: 2).Unprotect(value, Place));
    }

    [Fact]
    public void Another_master_key_opens_nothing()
    {
        var value = new SecretProtector(_master).Protect("hidden"u8, Place);
        var other = new SecretProtector(new MasterKey(RandomNumberGenerator.GetBytes(32)));
        Assert.ThrowsAny<CryptographicException>(() => other.Unprotect(value, Place));
    }
}
