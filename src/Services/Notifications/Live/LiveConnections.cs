using Microsoft.AspNetCore.SignalR;
using Waymark.Notifications.Changes;
using Waymark.Notifications.Inbox;

namespace Waymark.Notifications.Live;

/// <summary>
/// The connections of this process and what they watch. Messages go through the hub's groups; this knows beside them who
/// watches in which project or workspace, so that a lost membership ends exactly these watches.
/// </summary>
internal sealed class LiveConnections(IHubContext<LiveHub> hub)
{
    private const int MaxPerPerson = 20;
    private const int MaxWatches = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveConnection> _connections = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _people = [];
    private readonly Dictionary<Guid, HashSet<Watch>> _places = [];

    /// <summary>False when the person has too many open.</summary>
    public bool TryAdd(LiveConnection connection)
    {
        lock (_lock)
        {
            var count = _people.GetValueOrDefault(connection.Caller.Id);
            if (count >= MaxPerPerson)
            {
                return false;
            }

            _people[connection.Caller.Id] = count + 1;
            _connections.Add(connection.Id, connection);
            return true;
        }
    }

    public LiveConnection? Find(string connectionId)
    {
        lock (_lock)
        {
            return _connections.GetValueOrDefault(connectionId);
        }
    }

    public void Remove(string connectionId)
    {
        lock (_lock)
        {
            if (!_connections.Remove(connectionId, out var connection))
            {
                return;
            }

            foreach (var watch in connection.Watches.Keys.ToList())
            {
                RemoveWatch(connection, watch);
            }

            if (--_people[connection.Caller.Id] == 0)
            {
                _people.Remove(connection.Caller.Id);
            }
        }
    }

    /// <summary>False when the connection watches too much already.</summary>
    public bool TryWatch(LiveConnection connection, Watch watch, Guid placeId)
    {
        lock (_lock)
        {
            if (!_connections.ContainsKey(connection.Id) || connection.Watches.Count >= MaxWatches)
            {
                return false;
            }

            connection.Watches[watch] = placeId;
            if (!_places.TryGetValue(placeId, out var watches))
            {
                _places[placeId] = watches = [];
            }

            watches.Add(watch);
            return true;
        }
    }

    public bool IsWatching(LiveConnection connection, Watch watch)
    {
        lock (_lock)
        {
            return connection.Watches.ContainsKey(watch);
        }
    }

    public void Unwatch(LiveConnection connection, Watch watch)
    {
        lock (_lock)
        {
            RemoveWatch(connection, watch);
        }
    }

    /// <summary>Ends what people other than these watch in a project or workspace.</summary>
    public void EndOthers(Guid placeId, HashSet<Guid> allowed)
    {
        List<Watch> ended;
        lock (_lock)
        {
            if (!_places.TryGetValue(placeId, out var watches))
            {
                return;
            }

            ended = [.. watches.Where(w => !allowed.Contains(_connections[w.ConnectionId].Caller.Id))];
            ended.ForEach(w => RemoveWatch(_connections[w.ConnectionId], w));
        }

        foreach (var watch in ended)
        {
            _ = hub.Groups.RemoveFromGroupAsync(watch.ConnectionId, watch.Group);
        }
    }

    /// <summary>Closes the connections of a session that was ended.</summary>
    public void EndSession(Guid sessionId)
    {
        List<LiveConnection> ended;
        lock (_lock)
        {
            ended = [.. _connections.Values.Where(c => c.Caller.SessionId == sessionId)];
        }

        ended.ForEach(c => c.Abort());
    }

    /// <summary>Sends a change to whoever watches its project or its task, once to each connection. Sending is begun, not awaited: a slow
    /// reader is closed by its transport and holds up nobody.</summary>
    public void Send(ChangedMessage change)
    {
        bool isProjectWatched;
        List<string> watchingBoth = [];
        var isTaskWatched = false;
        lock (_lock)
        {
            if (!_places.TryGetValue(change.ProjectId, out var watches))
            {
                return;
            }

            isProjectWatched = watches.Any(w => w.Kind == Watch.Project);
            foreach (var watch in watches.Where(w => w.Kind == Watch.Task && w.Id == change.TaskId))
            {
                isTaskWatched = true;
                if (watches.Contains(new Watch(watch.ConnectionId, Watch.Project, change.ProjectId)))
                {
                    watchingBoth.Add(watch.ConnectionId);
                }
            }
        }

        if (isProjectWatched)
        {
            _ = hub.Clients.Group(Watch.GroupOf(Watch.Project, change.ProjectId)).SendAsync("changed", change);
        }

        if (isTaskWatched)
        {
            _ = hub.Clients.GroupExcept(Watch.GroupOf(Watch.Task, change.TaskId!.Value), watchingBoth).SendAsync("changed", change);
        }
    }

    /// <summary>Sends a change to whoever watches its workspace.</summary>
    public void Send(WorkspaceChangedMessage change)
    {
        bool isWatched;
        lock (_lock)
        {
            isWatched = _places.ContainsKey(change.WorkspaceId);
        }

        if (isWatched)
        {
            _ = hub.Clients.Group(Watch.GroupOf(Watch.Workspace, change.WorkspaceId)).SendAsync("changed", change);
        }
    }

    /// <summary>Sends a change of what is somebody's own to all connections of theirs.</summary>
    public void Send(OwnChangedMessage change)
    {
        if (IsHere(change.Subject.Id))
        {
            _ = hub.Clients.Group(LiveHub.GroupOf(change.Subject.Id)).SendAsync("changed", change);
        }
    }

    /// <summary>Sends a notification to all connections of its person.</summary>
    public void Tell(Guid userId, NotificationResponse notification)
    {
        if (IsHere(userId))
        {
            _ = hub.Clients.Group(LiveHub.GroupOf(userId)).SendAsync("notification", notification);
        }
    }

    private bool IsHere(Guid userId)
    {
        lock (_lock)
        {
            return _people.ContainsKey(userId);
        }
    }

    private void RemoveWatch(LiveConnection connection, Watch watch)
    {
        if (connection.Watches.Remove(watch, out var placeId) && _places[placeId] is var watches && watches.Remove(watch) && watches.Count == 0)
        {
            _places.Remove(placeId);
        }
    }
}
