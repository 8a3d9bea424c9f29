using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.Messaging.Hosting;

/// <summary>The running loops of one service: heartbeat, relay, what comes in, worker, sagas, gauge, housekeeping.</summary>
internal sealed class ServiceLoops : IAsyncDisposable
{
    private readonly LocalService _local;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _silent = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly LaneLeases _leases;
    private readonly ITransport _transport;
    private readonly ITransportLink _link;
    private readonly ConsumerWorker _worker;
    private readonly OutboxGauge _gauge;
    private Task _work = Task.CompletedTask;
    private Task _beat = Task.CompletedTask;

    /// <summary>Makes the loops of <paramref name="local"/>; nothing runs yet.</summary>
    public ServiceLoops(LocalService local, ITransport transport, SuspectGate gate, OutboxPressure pressure)
    {
        _local = local;
        _gauge = new OutboxGauge(local, pressure);
        _leases = new LaneLeases(local.Databases.Relay(local.Name), local.Owner);
        _transport = transport;
        _link = transport.Open(local.Name);
        _worker = new ConsumerWorker(local, _leases, gate);
    }

    /// <summary>Starts everything; a database that is not there yet is waited for in the background.</summary>
    public void Start()
    {
        var relay = new OutboxRelay(_local, _leases, _link);
        var sagas = new SagaRunner(_local, _leases);
        var housekeeping = new Housekeeping(_local, _leases);
        _beat = Task.Run(() => BeatAsync(_silent.Token), CancellationToken.None);
        _work = Task.WhenAll(
            Task.Run(() => relay.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => _transport.ReceiveAsync(_local.Name, _stopping.Token), CancellationToken.None),
            Task.Run(() => _worker.RunAsync(_stopping.Token, _abort.Token), CancellationToken.None),
            Task.Run(() => sagas.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => _gauge.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => housekeeping.RunAsync(_stopping.Token), CancellationToken.None));
    }

    /// <summary>Stops claiming, lets handlers end, gives the lanes back.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _work.WaitAsync(_local.Options.StopLimit);
        }
        catch (TimeoutException)
        {
            _local.Log.StoppedHard(_local.Name);
            await _abort.CancelAsync();
        }

        // Leases are renewed until here, so that nobody repeats what is still being finished.
        await _silent.CancelAsync();
        await _beat.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await _leases.ReleaseAllAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            _local.Log.Interrupted(e, "The return of lanes", _local.Name, TimeSpan.Zero);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        _worker.Dispose();
        _stopping.Dispose();
        _silent.Dispose();
        _abort.Dispose();
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = LaneLeases.BeatEvery;
            try
            {
                if (await _leases.BeatAsync(ct))
                {
                    _local.Committed.Set();
                    _local.Arrived.Set();
                    _local.SagaDue.Set();
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                wait = TimeSpan.FromSeconds(1);
                _local.Log.Interrupted(e, "The heartbeat", _local.Name, wait);
            }

            await Task.Delay(wait, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
