using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;

namespace Waymark.Notifications.Reactions;

/// <summary>
/// Everything that follows here from what happens in projects: the copies of members and tasks, what people are told, and the changes
/// that live connections see. One consumer, because each costs every event a delivery of its own.
/// </summary>
internal sealed class FollowProjects(
    NotificationsDbContext db, KeepMembership<NotificationsDbContext> membership, TellPeople people, PassChangesOn changes) : IEventBatchHandler
{
    public static IEnumerable<Type> Events => EventCatalog.All.Select(e => e.Record).Where(r =>
        r.IsAssignableTo(typeof(IProjectEvent)) || r.IsAssignableTo(typeof(WorkspaceEvent)) || r.IsAssignableTo(typeof(GoalEvent))
        || r.IsAssignableTo(typeof(ProjectTemplateEvent)) || r == typeof(FavouritesChanged) || r == typeof(SessionRevoked));

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        await membership.HandleAsync(events, ct);
        await TaskCopyStore.StoreAsync(db, events, ct);
        await people.TellAsync(events, ct);
        await changes.PassOnAsync(events, ct);
    }
}
