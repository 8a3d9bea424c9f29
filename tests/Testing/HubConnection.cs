using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Testing;

/// <summary>The smallest client of a SignalR hub: its JSON protocol (version 1) over one WebSocket, without negotiation.</summary>
public sealed class HubConnection : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentQueue<(string Target, JsonElement Argument)> _messages = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _calls = new(StringComparer.Ordinal);
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    private HubConnection()
    {
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Closed => _reading;

    /// <summary>Connects and shakes hands; throws <see cref="WebSocketException"/> when the server refuses.</summary>
    /// <param name="address">The server.</param>
    /// <param name="path">The hub, with its query.</param>
    /// <param name="origin">The page that connects; null for no browser.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<HubConnection> OpenAsync(Uri address, string path, string? origin, CancellationToken ct)
    {
        var hub = new HubConnection();
        hub._socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            hub._socket.Options.SetRequestHeader("Origin", origin);
        await hub._socket.ConnectAsync(new Uri($"ws://{address.Authority}{path}"), ct);
        await hub.SendAsync("""{"protocol":"json","version":1}""", ct);
        hub._reading = hub.ReadAsync();
        return hub;
    }

    /// <summary>Calls a method and waits for its end.</summary>
    /// <returns>The error, or null.</returns>
    public async Task<string?> InvokeAsync(string method, params string[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var end = _calls[id] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = new JsonObject
        {
            ["type"] = 1,
            ["invocationId"] = id,
            ["target"] = method,
            ["arguments"] = new JsonArray([.. arguments.Select(a => (JsonNode)a)]),
        };
        await SendAsync(call.ToJsonString(), CancellationToken.None);
        return await end.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>The messages received so far for one target, oldest first.</summary>
    public IReadOnlyList<JsonElement> Received(string target) => [.. _messages.Where(m => m.Target == target).Select(m => m.Argument)];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task SendAsync(string message, CancellationToken ct) =>
        await _socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(message), End], WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task ReadAsync()
    {
        var (buffer, pending) = (new byte[16 * 1024], new List<byte>());
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                pending.AddRange(buffer.AsSpan(0, part.Count));
                for (int end; (end = pending.IndexOf(End)) >= 0; pending.RemoveRange(0, end + 1))
                    Take(JsonDocument.Parse(pending.Take(end).ToArray()).RootElement);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side has cut the line; that is an end like any other.
        }

        foreach (var call in _calls.Values)
            call.TrySetResult("closed");
    }

    private void Take(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                _messages.Enqueue((message.GetProperty("target").GetString()!, message.GetProperty("arguments")[0]));
                break;
            case 3:
                _calls[message.GetProperty("invocationId").GetString()!].TrySetResult(message.TryGetProperty("error", out var e) ? e.GetString() : null);
                break;
        }
    }
}
