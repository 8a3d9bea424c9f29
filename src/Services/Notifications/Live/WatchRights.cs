using Waymark.Contracts.Users;

namespace Waymark.Notifications.Live;

/// <summary>What people may watch: the same right as a read.</summary>
internal sealed class WatchRights(
    ProjectGuard<NotificationsDbContext> guard, TaskCopies<NotificationsDbContext> tasks, IWorkspaceAccess workspaces)
{
    /// <summary>The project or workspace whose members may watch this; null for a task that is absent or not the person's to see.</summary>
    public async Task<Guid?> PlaceOfAsync(Watch watch, Guid userId, CancellationToken ct) =>
        watch.Kind == Watch.Task ? (await tasks.FindAsync(watch.Id, userId, ct))?.Task.ProjectId : watch.Id;

    /// <summary>Whether the person is a member there.</summary>
    public async Task<bool> MayWatchAsync(Watch watch, Guid placeId, Guid userId, CancellationToken ct) =>
        watch.Kind == Watch.Workspace ? await IsInWorkspaceAsync(placeId, userId, ct) : await guard.FindAsync(placeId, userId, ct) is not null;

    private async Task<bool> IsInWorkspaceAsync(Guid workspaceId, Guid userId, CancellationToken ct)
    {
        try
        {
            return await workspaces.FindAsync(workspaceId, userId, ct) is not null;
        }
        catch (AbsentServiceException)
        {
            // Whose members nobody can name here is not watched; readers load such things now and then all the same.
            return false;
        }
    }
}
