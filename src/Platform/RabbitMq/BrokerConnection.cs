using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// One connection that is made again whenever it is lost. There are two in a process, because a broker that is short of
/// room stops reading from whoever publishes, and acknowledgements must not stop with it. The client's own recovery is off:
/// it brings back consumers and channels whose state here has moved on.
/// </summary>
internal sealed class BrokerConnection(string purpose, RabbitMqOptions options, Topology topology, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource<IConnection> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _now = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IConnection? _current;
    private volatile bool _isBlocked;
    private Task? _keeping;

    /// <summary>The connection that is up now; null while there is none.</summary>
    public IConnection? Current => _current is { IsOpen: true } open ? open : null;

    /// <summary>Whether the broker has told publishers to wait.</summary>
    public bool IsBlocked => _isBlocked;

    /// <summary>What keeps it from being up, in a sentence; null while it is.</summary>
    public string? Fault { get; private set; } = "It was not tried yet.";

    /// <summary>Told whenever it is up again.</summary>
    public Action? Connected { get; set; }

    /// <summary>A connection made once with these options, for a look at the broker.</summary>
    public static Task<IConnection> ConnectAsync(RabbitMqOptions options, string purpose, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = options.Url,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = Handshake,
            HandshakeContinuationTimeout = Handshake,
            ContinuationTimeout = TimeSpan.FromSeconds(10),
            ConsumerDispatchConcurrency = 1,
            ClientProvidedName = $"{options.Prefix} {purpose} ({Environment.MachineName}, {Environment.ProcessId})",
        };
        return factory.CreateConnectionAsync(ct);
    }

    /// <summary>Begins to connect, and to connect again, in the background; only the first call does something.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _keeping ??= Task.Run(KeepAsync);
        }
    }

    /// <summary>Waits until there is a connection.</summary>
    public async Task<IConnection> OpenAsync(CancellationToken ct)
    {
        while (true)
        {
            Task<IConnection> open;
            lock (_gate)
            {
                open = _open.Task;
            }

            if (await open.WaitAsync(ct) is { IsOpen: true } connection)
            {
                return connection;
            }

            await Task.Delay(options.FirstWait, ct);
        }
    }

    /// <summary>Ends a wait between two tries: somebody has found the broker.</summary>
    public void TryNow() => _now.TrySetResult();

    /// <summary>Throws a connection away that does not keep its word; the next one is made in the background.</summary>
    public void Abandon(IConnection connection)
    {
        if (ReferenceEquals(_current, connection))
        {
            _lost.TrySetResult();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_keeping is { } keeping)
        {
            await keeping;
        }

        _stopping.Dispose();
    }

    private async Task KeepAsync()
    {
        var wait = options.FirstWait;
        var isFirst = true;
        while (!_stopping.IsCancellationRequested)
        {
            IConnection? connection = null;
            // News that come during a try count for the wait after it.
            var now = _now = new(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                connection = await ConnectAsync(options, purpose, _stopping.Token);
                await PrepareAsync(connection);
                if (!isFirst)
                {
                    BrokerTelemetry.Reconnects.Add(1, new KeyValuePair<string, object?>("purpose", purpose));
                }

                (isFirst, wait) = (false, options.FirstWait);
                await _lost.Task.WaitAsync(_stopping.Token);
                Fault = "The connection was lost.";
                log.Away(purpose, Fault);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                Tell(e);
                await now.Task.WaitAsync(wait, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, options.LongestWait.Ticks));
            }
            finally
            {
                await LeaveAsync(connection);
            }
        }
    }

    private async Task PrepareAsync(IConnection connection)
    {
        lock (_gate)
        {
            _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var lost = _lost;
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        connection.ConnectionBlockedAsync += BlockedAsync;
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            _isBlocked = false;
            return Task.CompletedTask;
        };
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: _stopping.Token))
        {
            await topology.DeclareAsync(channel, _stopping.Token);
        }

        Fault = null;
        lock (_gate)
        {
            _current = connection;
            _open.TrySetResult(connection);
        }

        log.Connected(purpose);
        Connected?.Invoke();
    }

    private Task BlockedAsync(object sender, ConnectionBlockedEventArgs e)
    {
        _isBlocked = true;
        BrokerTelemetry.Blocked.Add(1);
        log.Blocked(e.Reason);
        return Task.CompletedTask;
    }

    private async Task LeaveAsync(IConnection? connection)
    {
        lock (_gate)
        {
            _current = null;
            _isBlocked = false;
            if (_open.Task.IsCompleted)
            {
                _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        if (connection is not null)
        {
            await Ending.WithinAsync(Farewell, async () =>
            {
                await connection.AbortAsync(Farewell);
                await connection.DisposeAsync();
            });
        }
    }

    private void Tell(Exception e)
    {
        if (e is TopologyException differs)
        {
            log.Differs(differs.Message);
        }
        else if (Fault != e.Message)
        {
            // The same reason again is no news.
            log.Away(purpose, e.Message);
        }

        Fault = e.Message;
    }
}

/// <summary>Lets go of what may be broken.</summary>
internal static class Ending
{
    /// <summary>
    /// Closes something and waits a while at most: a channel of a dead connection can take for ever to close, and whether it
    /// says so makes no difference any more.
    /// </summary>
    public static async Task WithinAsync(TimeSpan limit, Func<Task> close) =>
        await Task.Run(close).WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Takes note of how a task ends that nobody waits for any more.</summary>
    public static void Forget(this Task task) => _ = task.ContinueWith(
        static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
