using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Waymark.Testing.Brokers;

/// <summary>A cable between a program and a server: it can be cut, and it can go dead without anybody being told.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly ConcurrentDictionary<Socket, bool> _ends = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _flowing = Completed();
    private volatile Direction _stalled;
    private volatile bool _isCut;
    private int _connections;

    /// <summary>Leads to a port on loopback.</summary>
    public Wire(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>The near end.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were made through it.</summary>
    public int Connections => _connections;

    /// <summary>Breaks what is connected and refuses what comes.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var socket in _ends.Keys)
            Break(socket);
    }

    /// <summary>Lets nothing through while the connections stand.</summary>
    public void Stall(Direction direction = Direction.Both)
    {
        _stalled = direction;
        _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Says something to every near end in the server's name; only while nothing else is being said.</summary>
    public async Task SayAsync(ReadOnlyMemory<byte> bytes)
    {
        foreach (var near in _ends.Where(e => e.Value).Select(e => e.Key))
            await near.SendAsync(bytes);
    }

    /// <summary>All is well again.</summary>
    public void Mend()
    {
        (_isCut, _stalled) = (false, Direction.None);
        _flowing.TrySetResult();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut();
        _flowing.TrySetResult();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var near = await _listener.AcceptSocketAsync(_stopping.Token);
            if (_isCut)
            {
                Break(near);
                continue;
            }

            Interlocked.Increment(ref _connections);
            _ = CarryAsync(near);
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        (_ends[near], _ends[far]) = (true, false);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(CopyAsync(near, far, Direction.There), CopyAsync(far, near, Direction.Back));
        }
        catch (SocketException)
        {
            // The server is away: the near end learns it by the break below.
        }
        finally
        {
            Break(near);
            Break(far);
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Direction direction)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                if (_stalled.HasFlag(direction))
                    await _flowing.Task;
                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One end broke; the caller breaks the other.
        }
    }

    private void Break(Socket socket)
    {
        _ends.TryRemove(socket, out _);
        socket.Close(0);
    }
}
