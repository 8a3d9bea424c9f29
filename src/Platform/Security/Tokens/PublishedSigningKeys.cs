using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// The keys that identity publishes, for processes it does not run in. They are read at start, every five minutes, and when a
/// token names a key that is not known, at most every thirty seconds. While identity does not answer, the last set counts for a day.
/// </summary>
/// <param name="http">A client whose requests go to the address of the key set.</param>
/// <param name="clock">For the age of the set.</param>
/// <param name="log">Where a failure is told.</param>
public sealed partial class PublishedSigningKeys(HttpClient http, TimeProvider clock, ILogger<PublishedSigningKeys> log) : BackgroundService, ISigningKeys
{
    /// <summary>The path of the key set on identity's address.</summary>
    public const string Path = "/.well-known/jwks.json";

    private const int MaxLength = 64 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Cooldown = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _wanted = new(0, 1);
    private volatile KeySet _current = new([], DateTimeOffset.MinValue);
    private long _nextWish;

    /// <inheritdoc />
    public SigningKey? Find(string id)
    {
        var (keys, readAt) = _current;
        if (!keys.TryGetValue(id, out var key))
        {
            Wish();
            return null;
        }

        return clock.GetUtcNow() - readAt < MaxAge ? key : null;
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _wanted.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _wanted.WaitAsync(_current.Keys.Count > 0 ? Interval : TimeSpan.FromSeconds(1), stoppingToken);
            await TryReadAsync(stoppingToken);
        }
    }

    /// <summary>Tokens with made-up keys must not turn into a storm of requests.</summary>
    private void Wish()
    {
        var now = clock.GetUtcNow().UtcTicks;
        var next = Interlocked.Read(ref _nextWish);
        if (now >= next && Interlocked.CompareExchange(ref _nextWish, now + Cooldown.Ticks, next) == next && _wanted.CurrentCount == 0)
        {
            _wanted.Release();
        }
    }

    private async Task TryReadAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(MaxLength, ct);
            _current = new KeySet(JsonWebKeySet.Read(await answer.Content.ReadAsByteArrayAsync(ct)), clock.GetUtcNow());
        }
        catch (Exception fault) when (!ct.IsCancellationRequested
            && fault is HttpRequestException or OperationCanceledException or JsonException or CryptographicException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            LogFailure(log, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys of identity could not be read: {Reason}")]
    private static partial void LogFailure(ILogger log, string reason);

    private sealed record KeySet(Dictionary<string, SigningKey> Keys, DateTimeOffset ReadAt);
}
