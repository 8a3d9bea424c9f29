using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security.Passwords;

/// <summary>
/// Hashes passwords: NFKC, PBKDF2-HMAC-SHA-512 with 210,000 rounds (OWASP ASVS 5.0, appendix C), then HMAC-SHA-256 with a
/// pepper that never stands in the database. One hash occupies a core for a tenth of a second, so at most as many run as
/// there are cores, on threads of their own, and few may wait.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    /// <summary>How many callers may wait for a free core.</summary>
    public const int MaxWaiting = 32;

    private const int DefaultIterations = 210_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;

    private readonly MasterKey _master;
    private readonly int _pepperId;
    private readonly byte[] _nobodysSalt;
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private int _inside;

    /// <summary>Hashes under the pepper <paramref name="pepperId"/>; hashes under others still verify, and are reported outdated.</summary>
    public PasswordHasher(MasterKey master, int pepperId = 1)
    {
        RefuseWithoutNormalisation();
        _master = master;
        _pepperId = pepperId;
        _nobodysSalt = RandomNumberGenerator.GetBytes(SaltLength);
    }

    /// <summary>Rounds of new hashes; only tests take fewer.</summary>
    internal int Iterations { get; init; } = DefaultIterations;

    /// <summary>What to store; null when too many wait.</summary>
    public async Task<string?> HashAsync(string password, CancellationToken ct)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = await ComputeAsync(password, Iterations, _pepperId, salt, ct);
        return hash is null ? null : new PasswordHash(Iterations, _pepperId, salt, hash).ToString();
    }

    /// <summary>Compares with what is stored; null stands for an unknown account and costs just as much.</summary>
    public async Task<PasswordVerdict> VerifyAsync(string? stored, string password, CancellationToken ct)
    {
        var isKnown = PasswordHash.TryParse(stored, out var expected);
        expected ??= new PasswordHash(Iterations, _pepperId, _nobodysSalt, []);
        var actual = await ComputeAsync(password, expected.Iterations, expected.PepperId, expected.Salt, ct);
        if (actual is null)
        {
            return PasswordVerdict.TooBusy;
        }

        var isSame = CryptographicOperations.FixedTimeEquals(actual, expected.Hash);
        return !isSame || !isKnown ? PasswordVerdict.Wrong
            : expected.Iterations != Iterations || expected.PepperId != _pepperId ? PasswordVerdict.RightButOutdated
            : PasswordVerdict.Right;
    }

    /// <inheritdoc />
    public void Dispose() => _cores.Dispose();

    private async Task<byte[]?> ComputeAsync(string password, int iterations, int pepperId, byte[] salt, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _inside) > Environment.ProcessorCount + MaxWaiting)
        {
            Interlocked.Decrement(ref _inside);
            return null;
        }

        try
        {
            await _cores.WaitAsync(ct);
            try
            {
                // A thread of its own: on the pool a few sign-ins would hold up every other request of the process.
                return await Task.Factory.StartNew(
                    () => Compute(password, iterations, pepperId, salt),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                    TaskScheduler.Default);
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private byte[] Compute(string password, int iterations, int pepperId, byte[] salt)
    {
        var text = PasswordText.Normalise(password);
        var inner = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(text), salt, iterations, HashAlgorithmName.SHA512, HashLength);
        return HMACSHA256.HashData(_master.Derive($"pepper/{pepperId}", HashLength), inner);
    }

    /// <summary>
    /// Without ICU (InvariantGlobalization) .NET silently leaves text as it is: hashes made so would not verify elsewhere.
    /// </summary>
    private static void RefuseWithoutNormalisation()
    {
        if (PasswordText.Normalise("\uFB01") != "fi")
        {
            throw new InvalidOperationException("Passwords need Unicode normalisation: install ICU and leave InvariantGlobalization off.");
        }
    }
}
