using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace Waymark.Notifications.Live;

/// <summary>
/// The live hub: <c>Watch</c> and <c>Unwatch</c> of projects, tasks and workspaces, messages <c>changed</c> and <c>notification</c>. The
/// endpoint's permission has let in only callers with a valid token.
/// </summary>
internal sealed class LiveHub(LiveConnections live, WatchRights rights, ICallers callers, TimeProvider clock) : Hub
{
    /// <summary>The group of a person's connections.</summary>
    public static string GroupOf(Guid userId) => $"user/{userId}";

    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        var connection = new LiveConnection(Context, http.Features.Get<Caller>()!, Credentials(http), callers, clock);
        if (!live.TryAdd(connection))
        {
            Context.Abort();
            return;
        }

        Context.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(static state => ((LiveConnection)state).Heartbeat(), connection);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(connection.Caller.Id));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        live.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Asks for the changes of a <c>project</c>, a <c>task</c>, or the goals and templates of a <c>workspace</c>; needs the right to read it.</summary>
    public async Task Watch(string kind, string id)
    {
        var connection = Connection();
        var ct = Context.ConnectionAborted;
        var watch = Parse(kind, id);
        if (await rights.PlaceOfAsync(watch, connection.Caller.Id, ct) is not { } placeId || !live.TryWatch(connection, watch, placeId))
        {
            throw NotFound();
        }

        // Noted first and asked afterwards: a membership that is lost in between ends the note, or the answer is no.
        if (!await rights.MayWatchAsync(watch, placeId, connection.Caller.Id, ct))
        {
            live.Unwatch(connection, watch);
            throw NotFound();
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, watch.Group, ct);
        if (!live.IsWatching(connection, watch))
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, watch.Group, ct);
            throw NotFound();
        }
    }

    /// <summary>Ends a watch; one that does not exist is ended already.</summary>
    public Task Unwatch(string kind, string id)
    {
        var watch = Parse(kind, id);
        live.Unwatch(Connection(), watch);
        return Groups.RemoveFromGroupAsync(Context.ConnectionId, watch.Group, Context.ConnectionAborted);
    }

    private LiveConnection Connection()
    {
        var connection = live.Find(Context.ConnectionId) ?? throw NotFound();
        return connection.TryCall() ? connection : throw new HubException("too_many_requests");
    }

    private Watch Parse(string kind, string id) =>
        kind is Live.Watch.Project or Live.Watch.Task or Live.Watch.Workspace && Guid.TryParseExact(id, "D", out var subject)
            ? new Watch(Context.ConnectionId, kind, subject)
            : throw NotFound();

    private static HubException NotFound() => new("not_found");

    /// <summary>What identified the caller, apart from the request, which does not outlive the connection.</summary>
    private static DefaultHttpContext Credentials(HttpContext http) => new DefaultHttpContext
    {
        Request =
        {
            Path = http.Request.Path,
            QueryString = http.Request.QueryString,
            Headers = { Authorization = http.Request.Headers.Authorization },
        },
    };
}
