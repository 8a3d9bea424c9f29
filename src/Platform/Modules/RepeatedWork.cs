using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Waymark.Platform.Modules;

/// <summary>
/// Work that comes round for as long as the process lives. A round that fails is told in the log and tried again, whatever the fault: an
/// exception that leaves a background service stops the whole host, and the database being away for a moment comes in many forms.
/// </summary>
/// <param name="clock">Times the rounds.</param>
/// <param name="log">Where a failed round is told.</param>
public abstract partial class RepeatedWork(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>Times the rounds.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Where a failed round is told.</summary>
    protected ILogger Log { get; } = log;

    /// <summary>How long after a round, and after the start, the next one begins.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>How long after a failed round the next one begins.</summary>
    protected virtual TimeSpan RetryInterval => Interval;

    /// <summary>One round.</summary>
    protected abstract Task RunRoundAsync(CancellationToken ct);

    /// <summary>Returns when the next round is due: after <see cref="Interval"/>, unless a class is told of work in another way.</summary>
    protected virtual Task WaitAsync(CancellationToken ct) => Task.Delay(Interval, Clock, ct);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isRetry = false; ;)
        {
            try
            {
                await (isRetry ? Task.Delay(RetryInterval, Clock, stoppingToken) : WaitAsync(stoppingToken));
                await RunRoundAsync(stoppingToken);
                isRetry = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                isRetry = true;
                LogFailure(Log, fault, GetType().Name, RetryInterval);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} failed; it is tried again in {Wait}")]
    private static partial void LogFailure(ILogger log, Exception fault, string work, TimeSpan wait);
}
