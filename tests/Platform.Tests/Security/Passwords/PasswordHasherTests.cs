using System.Security.Cryptography;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Passwords;

namespace Waymark.Platform.Tests.Security.Passwords;

public sealed class PasswordHasherTests
{
    private readonly MasterKey _master = new(RandomNumberGenerator.GetBytes(32));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_verifies_against_its_hash_and_no_other_does()
    {
        using var hasher = new PasswordHasher(_master);
        var hash = await hasher.HashAsync("correct horse", Ct);

        Assert.StartsWith("$pbkdf2-sha512$i=210000,k=1$", hash);
        Assert.Equal(PasswordVerdict.Right, await hasher.VerifyAsync(hash, "correct horse", Ct));
        Assert.Equal(PasswordVerdict.Wrong, await hasher.VerifyAsync(hash, "correct horsf", Ct));
        Assert.Equal(PasswordVerdict.Wrong, await hasher.VerifyAsync(hash, "", Ct));
        Assert.NotEqual(hash, await hasher.HashAsync("correct horse", Ct));
    }

    [Fact]
    public async Task Spellings_of_the_same_characters_are_the_same_password()
    {
        using var hasher = new PasswordHasher(_master);
        var hash = await hasher.HashAsync("Ze\u0301bra \uFB01x", Ct);

        Assert.Equal(PasswordVerdict.Right, await hasher.VerifyAsync(hash, "Z\u00e9bra fix", Ct));
    }

    [Fact]
    public async Task A_hash_without_our_pepper_is_worthless()
    {
        using var hasher = new PasswordHasher(_master);
        using var other = new PasswordHasher(new MasterKey(RandomNumberGenerator.GetBytes(32)));
        var hash = await hasher.HashAsync("correct horse", Ct);

        Assert.Equal(PasswordVerdict.Wrong, await other.VerifyAsync(hash, "correct horse", Ct));
    }

    [Fact]
    public async Task Old_peppers_and_rounds_verify_and_are_reported()
    {
        using var old = new PasswordHasher(_master);
        using var fewer = new PasswordHasher(_master) { Iterations = 1_000 };
        using var current = new PasswordHasher(_master, pepperId: 2);
        var hash = await old.HashAsync("correct horse", Ct);

        Assert.Equal(PasswordVerdict.RightButOutdated, await current.VerifyAsync(hash, "correct horse", Ct));
        Assert.Equal(PasswordVerdict.RightButOutdated, await old.VerifyAsync(await fewer.HashAsync("correct horse", Ct), "correct horse", Ct));
        Assert.Equal(PasswordVerdict.Wrong, await current.VerifyAsync(hash, "wrong", Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$pbkdf2-sha512$i=210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=99999999,k=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=0,k=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=1,k=1$$")]
    [InlineData("$argon2id$i=1,k=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_hash_of_ours_fits_no_password(string? stored)
    {
        using var hasher = new PasswordHasher(_master);
        Assert.Equal(PasswordVerdict.Wrong, await hasher.VerifyAsync(stored, "anything", Ct));
    }

    [Fact]
    public async Task Beyond_the_queue_callers_are_turned_away_at_once()
    {
        using var hasher = new PasswordHasher(_master);
        using var leave = new CancellationTokenSource();
        var waiting = new List<Task<PasswordVerdict>>();
        // Hashes go on while the queue is filled, so on a slow machine it takes more callers than it has places.
        Task<PasswordVerdict> last;
        do
        {
            waiting.Add(last = hasher.VerifyAsync(null, "anything", leave.Token));
        }
        while (!last.IsCompletedSuccessfully || await last != PasswordVerdict.TooBusy);

        Assert.True(waiting.Count > Environment.ProcessorCount + PasswordHasher.MaxWaiting);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
        Assert.Equal(PasswordVerdict.Wrong, await hasher.VerifyAsync(null, "anything", Ct));
    }
}
