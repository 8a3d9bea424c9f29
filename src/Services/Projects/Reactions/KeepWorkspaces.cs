using Waymark.Contracts.Users;

namespace Waymark.Projects.Reactions;

/// <summary>Keeps the copy of workspaces and their members. Every event carries the whole state, so only the newest of a batch matters.</summary>
internal sealed class KeepWorkspaces(ProjectsDbContext db) : IEventBatchHandler
{
    public static IEnumerable<Type> Events => EventCatalog.All.Select(e => e.Record).Where(r => r.IsAssignableTo(typeof(WorkspaceEvent)));

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        foreach (var newest in events.GroupBy(e => e.Context.PartitionKey, StringComparer.Ordinal).Select(g => g.MaxBy(e => e.Context.KeyVersion)!))
        {
            await WorkspaceStore.StoreAsync(db, ((WorkspaceEvent)newest.Event).Workspace, ct);
        }
    }
}
