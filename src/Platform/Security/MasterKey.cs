using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Waymark.Platform.Operations;

namespace Waymark.Platform.Security;

/// <summary>
/// The one secret of an installation, from which every other key is derived (HKDF with SHA-256, RFC 5869). It comes
/// from <c>Secrets:MasterKey</c>, else from the file <c>master.key</c> that the first start makes in the data folder.
/// Processes of one installation must share it.
/// </summary>
public sealed class MasterKey
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "master.key";

    private const int MinimumLength = 32;
    private readonly byte[] _key;

    /// <summary>A key of at least 32 bytes.</summary>
    public MasterKey(byte[] key)
    {
        if (key.Length < MinimumLength)
            throw new ArgumentException($"A master key has at least {MinimumLength} bytes.", nameof(key));
        _key = key;
    }

    /// <summary>A key for one purpose; the same purpose always gives the same key, and keys of two purposes tell nothing of each other.</summary>
    /// <param name="purpose">What the key is for, <c>database-role:tasks</c>.</param>
    /// <param name="length">Its length in bytes, at most 8160.</param>
    public byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, length, info: Encoding.UTF8.GetBytes("waymark/" + purpose));

    /// <summary>Reads the setting or the file, or makes the file.</summary>
    /// <exception cref="StartupException">The setting or the file holds no key.</exception>
    public static MasterKey Open(IConfiguration configuration, DataFolder folder) => Open(configuration, folder.Path, create: true);

    /// <summary>Reads the setting or the file; with <paramref name="create"/> makes the file when neither exists.</summary>
    internal static MasterKey Open(IConfiguration configuration, string folder, bool create)
    {
        if (configuration["Secrets:MasterKey"] is { Length: > 0 } setting)
        {
            return Parse(setting) ?? throw new StartupException(
                "Secrets:MasterKey must be at least 32 random bytes in base64; make one with: openssl rand -base64 32");
        }

        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            if (!create)
                throw new StartupException($"{file} is missing; start Waymark once, or bring the file back from a backup.");
            DataFolder.WriteWhole(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(MinimumLength)));
        }

        return Parse(File.ReadAllText(file)) ?? throw new StartupException($"{file} holds no key; bring it back from a backup.");
    }

    private static MasterKey? Parse(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written >= MinimumLength
            ? new MasterKey(bytes[..written])
            : null;
    }
}
