using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Waymark.ActivityLog.Sealing;

/// <summary>Seals new entries within a second of their coming; it starts with what an earlier process left behind.</summary>
internal sealed class SealEntries(SealSignal signal, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SealEntries> log) : RepeatedWork(clock, log)
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    protected override TimeSpan Interval => TimeSpan.FromSeconds(10);

    protected override TimeSpan RetryInterval => TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Set();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task WaitAsync(CancellationToken ct)
    {
        await signal.WaitAsync(Interval, ct);
        await Task.Delay(Gather, Clock, ct);
    }

    protected override async Task RunRoundAsync(CancellationToken ct)
    {
        bool isMore;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            isMore = await SealChain.AppendAsync(scope.ServiceProvider.GetRequiredService<ActivityLogDbContext>(), ct);
        }
        while (isMore);
    }
}
