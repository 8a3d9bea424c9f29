using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Waymark.Platform.KillPoints;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// Empties one queue into a database: store a batch, then acknowledge each message of it. Whatever goes wrong in between,
/// the messages come again, and the database knows what it has.
/// </summary>
internal sealed class Intake(string queue, BrokerConnection consuming, Topology topology, IntakeStore store, RabbitMqOptions options, ILogger log)
{
    private static readonly TimeSpan Clash = TimeSpan.FromMilliseconds(250);

    private volatile IntakeSession? _session;
    private long _lastSign = Stopwatch.GetTimestamp();
    private bool _isDeclared = true;

    /// <summary>The queue that it empties.</summary>
    public string Queue { get; } = queue;

    /// <summary>The session in hand, for tests.</summary>
    internal IntakeSession? Session => _session;

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var wait = options.FirstWait;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var connection = await consuming.OpenAsync(stopping);
                await store.DemandDatabaseAsync(stopping);
                await using var session = await OpenAsync(connection, stopping);
                wait = options.FirstWait;
                await EmptyAsync(session, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                BrokerTelemetry.Rebuilt.Add(1, new KeyValuePair<string, object?>("queue", Queue));
                log.ConsumedAnew(e, Queue, wait);
                await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, options.LongestWait.Ticks));
            }
            finally
            {
                _session = null;
            }
        }
    }

    /// <summary>Replaces a consumer that brings nothing although its queue is not empty.</summary>
    /// <param name="waiting">How many messages are ready.</param>
    public void Look(uint waiting)
    {
        if (waiting == 0)
        {
            Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());
        }
        else if (_session is { } session && Stopwatch.GetElapsedTime(Volatile.Read(ref _lastSign)) > options.SilentAfter)
        {
            log.Silent(Queue, waiting, options.SilentAfter);
            session.End("Its queue stood still.");
        }
    }

    private async Task<IntakeSession> OpenAsync(RabbitMQ.Client.IConnection connection, CancellationToken ct)
    {
        if (!_isDeclared)
        {
            // The last session may have ended because its queue is gone.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            await topology.DeclareAsync(channel, ct);
        }

        _isDeclared = false;
        Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());
        return _session = await IntakeSession.OpenAsync(
            connection, Queue, options.Prefetch, () => Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp()), ct);
    }

    private async Task EmptyAsync(IntakeSession session, CancellationToken stopping)
    {
        while (true)
        {
            var batch = await session.ReadAsync(Math.Max(1, options.Prefetch / 2), RabbitMqOptions.BatchBytes, stopping);
            await StoreAsync(batch, stopping);
            KillSwitch.Pass(KillPoint.BeforeAck);
            foreach (var received in batch)
            {
                await session.AcknowledgeAsync(received, CancellationToken.None);
            }

            KillSwitch.Pass(KillPoint.AfterAck);
            BrokerTelemetry.Received.Add(batch.Count, new KeyValuePair<string, object?>("queue", Queue));
        }
    }

    private async Task StoreAsync(List<Received> batch, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                // Finished even when the process is told to stop: what is stored need not come again.
                await store.StoreAsync(batch, CancellationToken.None);
                return;
            }
            catch (PostgresException e) when (e.SqlState is "55P03" or "40P01" or "40001")
            {
                // A repeat meets its own handler: that ends within the handler's limit.
                await Task.Delay(Clash, stopping);
            }
        }
    }
}
