using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Waymark.ActivityLog.Sealing;

/// <summary>The loop that seals new entries within a second; it starts with what an earlier process left behind.</summary>
internal sealed partial class SealEntries(SealSignal signal, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SealEntries> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SealAllAsync(stoppingToken);
                await signal.WaitAsync(LongestPoll, stoppingToken);
                await Task.Delay(Gather, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException)
            {
                LogFault(log, fault);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task SealAllAsync(CancellationToken ct)
    {
        bool isMore;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            isMore = await SealChain.AppendAsync(scope.ServiceProvider.GetRequiredService<ActivityLogDbContext>(), ct);
        }
        while (isMore);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Entries could not be sealed; they wait.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
