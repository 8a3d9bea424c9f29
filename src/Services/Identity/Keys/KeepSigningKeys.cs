using Microsoft.Extensions.Logging;

namespace Waymark.Identity.Keys;

/// <summary>Has the keys ready before the first request, and looks after them every hour.</summary>
internal sealed class KeepSigningKeys(SigningKeyRing ring, TimeProvider clock, ILogger<KeepSigningKeys> log) : RepeatedWork(clock, log)
{
    /// <summary>The next key is made a day ahead, so there are many more tries.</summary>
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.TurnAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task RunRoundAsync(CancellationToken ct) => ring.TurnAsync(ct);
}
