using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Waymark.Identity.Keys;

/// <summary>Has the keys ready before the first request, and looks after them every hour.</summary>
internal sealed partial class KeepSigningKeys(SigningKeyRing ring, TimeProvider clock, ILogger<KeepSigningKeys> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.TurnAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ring.TurnAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The next key is made a day ahead, so there are many more tries.
                LogFailure(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys could not be looked after; it is tried again in an hour")]
    private static partial void LogFailure(ILogger log, Exception fault);
}
